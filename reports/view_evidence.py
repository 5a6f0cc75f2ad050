"""The evidence as the page shows it: place, words, what is due and what stands there."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from govcheck.document.evidence import Evidence
from govcheck.document.whereabouts import line_words, place_words
from govcheck.judging.assessment import Assessment
from govcheck.reports.marks import Marks, anchor_of
from govcheck.reports.references import Reference
from govcheck.reports.sentences import with_days
from govcheck.reports.tally import Tally
from govcheck.reports.view_decisions import Controls
from govcheck.rulebook.rule import Rulebook


class Showing(Struct, frozen=True, kw_only=True):
    """What is to be shown, and what was made of it."""

    assessment: Assessment
    rulebook: Rulebook
    counts: Tally
    refs: Mapping[int, Reference]
    marks: Marks
    controls: Controls


class EvidenceView(Struct, frozen=True, kw_only=True):
    """One piece of evidence; ``anchor`` leads to it in the text."""

    anchor: str | None
    words: str
    line: str
    """On which line of the source, for who looks there."""
    quote: str
    expected: str | None
    actual: str | None


def evidence_views(showing: Showing, index: int) -> Iterator[EvidenceView]:
    """Yield the evidence of a finding."""
    document = showing.assessment.document
    for position, evidence in enumerate(showing.assessment.findings[index].evidence):
        anchor = anchor_of(showing.refs[index], position)
        expected, actual = evidence.expected, _actual(evidence)
        yield EvidenceView(
            anchor=anchor if anchor in showing.marks.anchors else None,
            words=place_words(evidence.place, document),
            line=line_words(evidence.place),
            quote=evidence.quote,
            expected=None if expected is None else with_days(expected),
            actual=None if actual is None else with_days(actual),
        )


def _actual(evidence: Evidence) -> str | None:
    """Return what stands there, unless the quotation says the same."""
    return None if evidence.actual == evidence.quote else evidence.actual
