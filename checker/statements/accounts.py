"""What one paragraph says of the applications or cases of this body's year, by concept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from msgspec import Struct

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.statements.stated import this_year

_APPLICANTS: Final = ("自然人", "法人")
"""Beginnings of what counts some of the applications again, by who made them."""


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


def accounts(document: Document, topic: str) -> Iterator[Account]:
    """Yield the account of each paragraph; one that gives a concept two values is left out."""
    about = [one for one in document.figures if one.concept and one.concept.startswith(topic)]
    unnamed: Counter[tuple[int, str]] | None = None
    for _, group in groupby(filter(_plain, about), key=lambda figure: figure.place.block):
        named = _of_one_body(list(group))
        values = {(figure.concept, figure.value) for figure in named}
        concepts = {figure.concept: figure for figure in reversed(named) if figure.concept}
        if len(concepts) < 2 or len(values) > len(concepts):  # noqa: PLR2004 - nothing to add
            continue
        sentences = {(figure.sentence, figure.unit) for figure in named}
        if unnamed is None:
            unnamed = _unnamed(document)
        yield Account(figures=concepts, unnamed=sum(unnamed[one] for one in sentences))


def _unnamed(document: Document) -> Counter[tuple[int, str]]:
    """Count the amounts without a concept, by sentence and unit, but not applicants' kinds."""
    return Counter(
        (figure.sentence, figure.unit)
        for figure in document.figures
        if figure.concept is None
        and this_year(figure)
        and not figure.subject.startswith(_APPLICANTS)
    )


def _of_one_body(figures: list[Figure]) -> list[Figure]:
    """Leave out what is limited to another body, channel or matter than the first figure."""
    return [figure for figure in figures if figure.scope in {"", figures[0].scope}]


def _plain(figure: Figure) -> bool:
    exact = not figure.approximate and figure.upper is None
    return this_year(figure) and exact and not figure.scope.startswith(_APPLICANTS)
