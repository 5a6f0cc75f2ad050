"""What one paragraph says of the applications or cases of this body's year, by concept."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from itertools import combinations
from typing import Final

from msgspec import Struct

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.parameters import ConceptId
from govcheck.statements.scope import is_whole
from govcheck.statements.stated import this_year

_AND: Final = "+"
"""Joins the names of two results that a concept adds up."""


class Account(Struct, frozen=True, kw_only=True):
    """The figures of a paragraph that have a concept, each concept once."""

    figures: Mapping[str, Figure]
    unnamed: int
    """How many further counts stand among them whose meaning could not be told."""

    def find(self, concepts: Iterable[str]) -> tuple[Figure, ...] | None:
        """Return the figures of these concepts, or None when one is not stated."""
        found = [self.figures.get(concept) for concept in concepts]
        known = tuple(figure for figure in found if figure is not None)
        return known if len(known) == len(found) else None

    def some(self, concepts: Iterable[str]) -> tuple[Figure, ...]:
        """Return the figures of those of these concepts that are stated."""
        return tuple(self.figures[one] for one in concepts if one in self.figures)


class StatedSum(Struct, frozen=True, kw_only=True):
    """Parts that come to one of several totals, each a sum of concepts, as far as stated."""

    totals: tuple[tuple[ConceptId, ...], ...]
    parts: tuple[ConceptId, ...]
    least: int
    """With fewer parts stated, nothing is asked."""
    all: tuple[tuple[ConceptId, ...], ...] = ()
    """Sets of parts that leave nothing out: only with one of them may parts be too few."""
    extra: tuple[ConceptId, ...] = ()
    """Concepts that may stand beside the parts: each is counted or not."""
    without: tuple[ConceptId, ...] = ()
    """Where one of these is stated, nothing is asked."""
    unsaid: tuple[ConceptId, ...] = ()
    """What a total may leave out: where none of it is stated, the parts may come to more."""
    unsaid_parts: tuple[ConceptId, ...] = ()
    """What the parts may leave out: where none of it is stated, they may come to less."""
    near: Decimal | None = None
    """The share of the total from which more than ``least`` parts are nearly all of it."""

    def stated_totals(self, account: Account) -> list[tuple[Figure, ...]]:
        """Return the totals that an account states."""
        found = (account.find(total) for total in self.totals)
        return [total for total in found if total]

    def stated_parts(self, account: Account) -> list[tuple[Figure, ...]]:
        """Return the parts that it states, with each choice of what may stand beside them."""
        parts = account.some(self.parts)
        if len(parts) < self.least or account.some(self.without):
            return []
        extra = account.some(self.extra)
        return [
            (*parts, *chosen)
            for count in range(len(extra) + 1)
            for chosen in combinations(extra, count)
        ]

    def nearest_parts(self, account: Account) -> tuple[Figure, ...]:
        """Return the parts stated, with those beside them where the total is above all."""
        parts = account.some(self.parts)
        above = added(parts) > added(self.stated_totals(account)[0])
        return parts if above else (*parts, *account.some(self.extra))

    def balance(self, account: Account) -> "AccountBalance":
        """Tell what an account's figures come to."""
        totals = {added(total) for total in self.stated_totals(account)}
        sums = {added(parts) for parts in self.stated_parts(account)}
        if not totals or not sums or totals & sums:
            return AccountBalance.EVEN
        above = min(sums) > max(totals)
        complete = any(account.find(parts) is not None for parts in self.all)
        if not above and (not complete or account.unnamed):
            close = self._is_near(account, max(totals), max(sums))
            return AccountBalance.UNSAID if close else AccountBalance.EVEN
        unsaid = self.unsaid if above else self.unsaid_parts
        told = not unsaid or account.some(unsaid)
        return AccountBalance.WRONG if told else AccountBalance.UNSAID

    def _is_near(self, account: Account, total: Decimal, parts: Decimal) -> bool:
        """Whether parts that may leave something out leave out next to nothing."""
        listed = len(account.some(self.parts)) > self.least and not account.unnamed
        return self.near is not None and listed and parts >= total * self.near


class AccountBalance(Enum):
    """What the figures of an account come to."""

    EVEN = "even"
    """Some reading yields the total, or what is missing may have been left out."""
    UNSAID = "unsaid"
    """They differ by what may go without saying: 上年结转."""
    WRONG = "wrong"
    """No reading of these words yields the total."""


def added(figures: Iterable[Figure]) -> Decimal:
    """Return what figures come to."""
    return sum((figure.value for figure in figures), Decimal(0))


def accounts(document: Document, groups: tuple[str, ...]) -> Iterator[Account]:
    """Yield the accounts of each paragraph: of all, and of each part that words limit it to.

    One that gives a concept two values is left out.  ``groups`` are the first words of the
    concepts that it is about.
    """
    unnamed: Counter[tuple[int, str]] | None = None
    for named in _told_together(document, groups):
        values = {(figure.concept, figure.value) for figure in named}
        concepts = _without_sums(
            {figure.concept: figure for figure in reversed(named) if figure.concept}
        )
        if len(concepts) < 2 or len(values) > len(concepts):  # noqa: PLR2004 - nothing to add
            continue
        sentences = {(figure.sentence, figure.unit) for figure in named}
        if unnamed is None:
            unnamed = _unnamed(document)
        yield Account(figures=concepts, unnamed=sum(unnamed[one] for one in sentences))


def _told_together(document: Document, groups: tuple[str, ...]) -> Iterable[list[Figure]]:
    """Return the figures of each paragraph that count all, and those that count each part."""
    plain = _plain(document.vocabulary)
    told: dict[tuple[int | None, str], list[Figure]] = {}
    for figure in document.figures:
        if figure.concept and figure.concept.startswith(groups) and plain(figure):
            scope = "" if is_whole(document, figure.scope) else figure.scope
            told.setdefault((figure.place.block, scope), []).append(figure)
    return told.values()


def _without_sums(figures: Mapping[str, Figure]) -> Mapping[str, Figure]:
    """Leave out what adds two of the others up: 公开40件、部分公开12件，两项合计52件."""

    def is_sum(concept: str) -> bool:
        about, _, names = concept.rpartition(".")
        parts = [f"{about}.{name}" for name in names.split(_AND)]
        return len(parts) > 1 and figures.keys() >= set(parts)

    return {concept: figure for concept, figure in figures.items() if not is_sum(concept)}


def _unnamed(document: Document) -> Counter[tuple[int, str]]:
    """Count the amounts without a concept, by sentence and unit, but not applicants' kinds."""
    applicants = document.vocabulary.pattern("statements.applicants")
    return Counter(
        (figure.sentence, figure.unit)
        for figure in document.figures
        if figure.concept is None and this_year(figure) and not applicants.match(figure.subject)
    )


def _plain(vocabulary: Vocabulary) -> Callable[[Figure], bool]:
    """Return whether a figure is exact, of this year, and counts applications but once."""
    applicants = vocabulary.pattern("statements.applicants")

    def plain(figure: Figure) -> bool:
        exact = not figure.approximate and figure.upper is None
        return this_year(figure) and exact and not applicants.match(figure.scope)

    return plain
