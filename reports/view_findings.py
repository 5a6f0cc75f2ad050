"""The findings as the page shows them."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from govcheck.document.evidence import Evidence
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Assessment, Finding, Waiver
from govcheck.kinds.remark import Outcome
from govcheck.reports.clauses import clauses
from govcheck.reports.headline import headline_of
from govcheck.reports.marks import Marks, anchor_of, tone_of
from govcheck.reports.tally import Tally
from govcheck.reports.wording import DECISIONS, OUTCOMES, SEVERITIES, STATUSES
from govcheck.reports.wording import number as written
from govcheck.rulebook.rule import Basis, Role, Rulebook
from govcheck.sums.term import Term


class BasisView(Struct, frozen=True, kw_only=True):
    """A clause: what it is called, its words, and how they are known."""

    citation: str
    quote: tuple[str, str, str] | None
    """Before the words that the rule relies on, these words, and after them."""
    consequence: bool
    """What may be done about it, not what is broken."""
    status: str
    word: str
    explanation: str


class EvidenceView(Struct, frozen=True, kw_only=True):
    """One piece of evidence; ``anchor`` leads to it in the text."""

    anchor: str | None
    words: str
    quote: str
    expected: str | None
    actual: str | None


class FindingView(Struct, frozen=True, kw_only=True):
    """One finding, with what it causes."""

    number: int
    outcome: str
    outcome_word: str
    severity: str
    tone: str
    label: str
    """The word on its badge."""
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
    quoted_at: int | None
    """Number of the finding that prints the same clauses in full, if one before does."""
    remedy: str
    sides: tuple[str, ...]
    """Both sides of a sum that is broken, worked out, and their difference."""
    folded: tuple["FindingView", ...]
    waiver: Waiver | None
    decision: str


class Showing(Struct, frozen=True, kw_only=True):
    """What is to be shown, and what was made of it."""

    assessment: Assessment
    rulebook: Rulebook
    counts: Tally
    marks: Marks


def finding_views(showing: Showing) -> Iterator[FindingView]:
    """Yield what stands by itself, worst first, open items last."""
    quoted: dict[str, int] = {}
    for _, index in showing.counts.standing:
        rule = showing.assessment.findings[index].rule
        yield _view(showing, index, quoted.get(rule))
        quoted.setdefault(rule, showing.counts.numbers[index])


def waived_views(showing: Showing) -> Iterator[FindingView]:
    """Yield what a person has set aside."""
    for index, _, _ in showing.counts.waived:
        yield _view(showing, index, None)


def basis_view(basis: Basis) -> BasisView:
    """Show a clause."""
    word, explanation = STATUSES[basis.status]
    return BasisView(
        citation=basis.citation,
        quote=_around(basis),
        consequence=basis.role is Role.CONSEQUENCE,
        status=basis.status.value,
        word=word,
        explanation=explanation,
    )


def _around(basis: Basis) -> tuple[str, str, str] | None:
    if basis.quote is None:
        return None
    before, relied, after = basis.quote.partition(basis.relied or basis.quote)
    return (before, relied, after) if basis.relied else (relied, "", "")


def _view(showing: Showing, index: int, quoted_at: int | None) -> FindingView:
    finding = showing.assessment.findings[index]
    rule = showing.rulebook.rule(finding.rule)
    titles = {one.id: one.title for one in showing.rulebook.policy.dimensions}
    dimension = rule.dimension if rule else ""
    bases = clauses(finding, showing.assessment.document, showing.rulebook)
    is_open = finding.outcome == Outcome.OPEN
    number = showing.counts.numbers[index]
    return FindingView(
        number=number,
        outcome=finding.outcome.value,
        outcome_word=OUTCOMES[finding.outcome],
        severity=finding.severity.value,
        tone=tone_of(finding),
        label="待核" if is_open else SEVERITIES[finding.severity],
        dimension=dimension,
        dimension_title=titles.get(dimension, dimension),
        rule=finding.rule,
        title=headline_of(finding, showing.rulebook),
        message=finding.message,
        hint=finding.hint,
        evidence=tuple(_evidence(showing, finding, number)),
        more=finding.more,
        basis=tuple(map(basis_view, bases)),
        quoted_at=quoted_at,
        remedy=finding.remedy,
        sides=_sides(finding.terms),
        folded=tuple(
            _view(showing, below, number) for below in showing.counts.folded.get(index, ())
        ),
        waiver=finding.waiver,
        decision=DECISIONS.get(finding.waiver.decision, "") if finding.waiver else "",
    )


def _evidence(showing: Showing, finding: Finding, number: int) -> Iterator[EvidenceView]:
    for position, evidence in enumerate(finding.evidence):
        anchor = anchor_of(number, position)
        yield EvidenceView(
            anchor=anchor if anchor in showing.marks.anchors else None,
            words=place_words(evidence.place, showing.assessment.document),
            quote=evidence.quote,
            expected=evidence.expected,
            actual=_actual(evidence),
        )


def _actual(evidence: Evidence) -> str | None:
    """Return what stands there, unless the quotation says the same."""
    return None if evidence.actual == evidence.quote else evidence.actual


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
