"""The findings of a comparison: what it found itself, and what is in one report or in both."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.brevity import SHORT, brief
from govcheck.judging.contrast import Contrast
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.reports.clauses import clauses
from govcheck.reports.comparison.words import words_of
from govcheck.reports.headline import headline, headline_of
from govcheck.reports.marks import tone_of
from govcheck.reports.places import due_remedy, place_lines
from govcheck.reports.wording import OUTCOMES, ROLES
from govcheck.rulebook.rule import Rulebook

MOST: Final = 100
"""So many findings of a sort are listed; the rest are counted."""
_PLACES: Final = 12


class MatterView(Struct, frozen=True, kw_only=True):
    """A finding, in words."""

    rule: str
    title: str
    badge: str
    tone: str
    message: str
    hint: str = ""
    remedy: str = ""
    bases: tuple[tuple[str, str], ...] = ()
    """What a clause is to it (依据), and how it is cited."""
    places: tuple[str, ...] = ()
    before: str = ""
    """What was said of the earlier report, where that is not the same."""


class MattersView(Struct, frozen=True, kw_only=True):
    """Findings of one sort."""

    id: str
    title: str
    total: int
    matters: tuple[MatterView, ...]


class AskedView(Struct, frozen=True, kw_only=True):
    """A rule that last year's report was needed for, and what it came to."""

    rule: str
    title: str
    outcome: str
    words: str


def asked_views(contrast: Contrast, rulebook: Rulebook) -> Iterator[AskedView]:
    """Yield the rules that the comparison decided, in the rule book's order."""
    for one in contrast.judgements:
        yield AskedView(
            rule=one.rule,
            title=headline(one.rule, one.outcome, rulebook),
            outcome=one.outcome.value,
            words=OUTCOMES[one.outcome],
        )


def said_views(contrast: Contrast, rulebook: Rulebook) -> tuple[MatterView, ...]:
    """Return what was found with last year's report, with clause and remedy."""
    return tuple(_said(one, contrast.later, rulebook) for one in contrast.said)


def recurrence_views(contrast: Contrast, rulebook: Rulebook) -> Iterator[MattersView]:
    """Yield what is in both, in the earlier alone and in the later alone."""
    found, words = contrast.recurrences, words_of(contrast)
    if found is None:
        return
    kept = (_kept(one, other, contrast.later, rulebook) for one, other in found.kept[:MOST])
    yield MattersView(id="kept", title=words.kept, total=len(found.kept), matters=tuple(kept))
    for name, title, listed, of in (
        ("gone", words.gone, found.gone, contrast.earlier),
        ("new", words.new, found.new, contrast.later),
    ):
        matters = tuple(_matter(one, of, rulebook) for one in listed[:MOST])
        yield MattersView(id=name, title=title, total=len(listed), matters=matters)


def _matter(finding: Finding, of: Assessment, rulebook: Rulebook) -> MatterView:
    finding = brief(finding, SHORT)
    is_open = finding.effect is Outcome.OPEN
    return MatterView(
        rule=finding.rule,
        title=headline_of(finding, rulebook),
        badge="待核" if is_open else SEVERITIES[finding.severity],
        tone=tone_of(finding),
        message=finding.message,
        places=place_lines(finding, of.document)[:_PLACES],
    )


def _kept(one: Finding, other: Finding, of: Assessment, rulebook: Rulebook) -> MatterView:
    before = SHORT.words(one.message) if one.message != other.message else ""
    return replace(_matter(other, of, rulebook), before=before)


def _said(finding: Finding, of: Assessment, rulebook: Rulebook) -> MatterView:
    found = clauses(finding, of.document, rulebook)
    cited = ((ROLES[basis.role], basis.citation) for basis in found)
    return replace(
        _matter(finding, of, rulebook),
        hint=finding.hint,
        remedy=due_remedy(finding),
        bases=tuple(dict.fromkeys(cited)),
    )
