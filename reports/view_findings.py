"""The findings as the page shows them."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.reports.clauses import clauses
from govcheck.reports.headline import headline_of
from govcheck.reports.marks import tone_of
from govcheck.reports.references import Reference
from govcheck.reports.view_bases import BasisView, basis_view
from govcheck.reports.view_decisions import Control
from govcheck.reports.view_evidence import EvidenceView, Showing, evidence_views
from govcheck.reports.wording import number as written
from govcheck.sums.term import Term


class FindingView(Struct, frozen=True, kw_only=True):
    """One finding, with what it causes."""

    ref: Reference
    outcome: str
    severity: str
    tone: str
    badge: str
    dimension: str
    dimension_title: str
    rule: str
    title: str
    message: str
    hint: str
    """What may lie behind it, in words."""
    evidence: tuple[EvidenceView, ...]
    more: int
    """Pieces of evidence that are not listed."""
    basis: tuple[BasisView, ...]
    quoted_at: Reference | None
    """The finding that prints the same clauses in full, if one before does."""
    remedy: str
    """The next act; none where a person is only asked."""
    sides: tuple[str, ...]
    """Both sides of a sum that is broken, worked out, and their difference."""
    folded: tuple["FindingView", ...]
    control: Control | None


def finding_views(showing: Showing) -> Iterator[FindingView]:
    """Yield the failures that stand by themselves, worst first."""
    quoted: dict[str, Reference] = {}
    for index in showing.counts.of(Outcome.FAIL):
        rule = showing.assessment.findings[index].rule
        yield finding_view(showing, index, quoted.get(rule))
        quoted.setdefault(rule, showing.refs[index])


def waived_views(showing: Showing) -> Iterator[FindingView]:
    """Yield what a person has set aside."""
    for index, _, _ in showing.counts.waived:
        yield finding_view(showing, index)


def finding_view(
    showing: Showing, index: int, quoted_at: Reference | None = None
) -> FindingView:
    """Show a finding with those that it causes."""
    finding = showing.assessment.findings[index]
    rule = showing.rulebook.rule(finding.rule)
    titles = {one.id: one.title for one in showing.rulebook.policy.dimensions}
    dimension = rule.dimension if rule else ""
    bases = clauses(finding, showing.assessment.document, showing.rulebook)
    control = showing.controls.findings.get(index)
    is_open = finding.effect is Outcome.OPEN
    return FindingView(
        ref=showing.refs[index],
        outcome=finding.outcome.value,
        severity=finding.severity.value,
        tone=tone_of(finding),
        badge="待核" if is_open else SEVERITIES[finding.severity],
        dimension=dimension,
        dimension_title=titles.get(dimension, dimension),
        rule=finding.rule,
        title=headline_of(finding, showing.rulebook),
        message=finding.message,
        hint=finding.hint,
        evidence=tuple(evidence_views(showing, index)),
        more=finding.more,
        basis=tuple(map(basis_view, bases)),
        quoted_at=quoted_at,
        remedy="" if is_open or finding.lifted else finding.remedy,
        sides=_sides(finding.terms),
        folded=tuple(
            finding_view(showing, below, showing.refs[index])
            for below in showing.counts.folded.get(index, ())
        ),
        control=control,
    )


def _sides(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """Write out both sides of a broken sum (9＋3＝12 and 15) and their difference."""
    left = [term.value for term in terms if term.sign > 0]
    right = [term.value for term in terms if term.sign < 0]
    if not left or not right:
        return ()
    difference = sum(left, Decimal(0)) - sum(right, Decimal(0))
    return (_side(left), _side(right), written(abs(difference)))


def _side(values: list[Decimal]) -> str:
    if len(values) == 1:
        return written(values[0])
    return f"{'＋'.join(map(written, values))}＝{written(sum(values, Decimal(0)))}"
