"""Hold a document against the rules.  Pure: the same document and rules, the same result."""

from collections.abc import Iterator

from govcheck.applicability import exclusion
from govcheck.assessment import (
    Assessment,
    Doubt,
    Finding,
    Inapplicable,
    Judgement,
    Outcome,
    Remark,
    Violation,
)
from govcheck.diagnosis import diagnose
from govcheck.document import Document
from govcheck.picture_reading import Spot, borne_out, cautioned, marked
from govcheck.quotation import verbatim
from govcheck.rule import CheckUse, Rule, Rulebook
from govcheck.scoring import score


def assess(document: Document, rulebook: Rulebook) -> Assessment:
    """Judge the document by every rule, find the cells at fault, and score it."""
    certain = borne_out(document, rulebook.rules)
    judged = [judge(document, rule, certain) for rule in rulebook.rules]
    judgements = tuple(judgement for judgement, _ in judged)
    said = [finding for _, findings in judged for finding in findings]
    said.sort(key=lambda finding: (finding.severity.rank, finding.outcome is Outcome.OPEN))
    diagnosed = diagnose(said, document, rulebook.rules)
    findings = tuple(marked(verbatim(finding, document), document) for finding in diagnosed)
    return Assessment(
        document=document,
        findings=findings,
        judgements=judgements,
        score=score(findings, judgements, rulebook),
        rules_digest=rulebook.digest,
    )


def judge(
    document: Document, rule: Rule, certain: frozenset[Spot] = frozenset()
) -> tuple[Judgement, tuple[Finding, ...]]:
    """Judge the document by one rule; one violation is enough to fail it.

    ``certain`` are the cells that can be relied on though they were read from a picture.
    """
    excluded = exclusion(rule.scope, document)
    if excluded:
        outcome = Outcome.NOT_APPLICABLE if excluded.certain else Outcome.OPEN
        return Judgement(rule=rule.id, outcome=outcome, reason=excluded.reason), ()
    said = [(use, tuple(_remarks(use, document))) for use in rule.checks]
    idle = [reason for _, remarks in said if (reason := _idle(remarks)) is not None]
    if len(idle) == len(said):
        reason = "；".join(dict.fromkeys(idle))
        return Judgement(rule=rule.id, outcome=Outcome.NOT_APPLICABLE, reason=reason), ()
    findings = tuple(
        cautioned(_finding(rule, use, remark), document, certain)
        for use, remarks in said
        for remark in remarks
        if not isinstance(remark, Inapplicable)
    )
    outcomes = {finding.outcome for finding in findings}
    worst = next((worse for worse in (Outcome.FAIL, Outcome.OPEN) if worse in outcomes), None)
    judgement = Judgement(rule=rule.id, outcome=worst or Outcome.PASS)
    return judgement, tuple(dict.fromkeys(findings))


def _remarks(use: CheckUse, document: Document) -> Iterator[Remark]:
    excluded = exclusion(use.scope, document)
    if excluded is None:
        yield from use.check.examine(document)
    elif excluded.certain:
        yield Inapplicable(reason=excluded.reason)
    else:
        yield Doubt(reason=excluded.reason)


def _idle(remarks: tuple[Remark, ...]) -> str | None:
    """Return why a check had nothing to ask, or None when it had."""
    reasons = [remark.reason for remark in remarks if isinstance(remark, Inapplicable)]
    return "；".join(reasons) if reasons and len(reasons) == len(remarks) else None


def _finding(rule: Rule, use: CheckUse, remark: Violation | Doubt) -> Finding:
    """Put a remark into the rule's words; its values are data, never a template."""
    violated = isinstance(remark, Violation)
    own = "" if isinstance(remark, Violation) else remark.reason
    return Finding(
        rule=rule.id,
        outcome=Outcome.FAIL if violated else Outcome.OPEN,
        severity=remark.severity or use.severity or rule.severity,
        message=own or use.message.format_map(remark.values),
        evidence=remark.evidence,
        remedy=use.remedy or rule.remedy,
        terms=remark.terms if isinstance(remark, Violation) else (),
    )
