"""Hold a document against the rules.  Pure: the same document and rules, the same result."""

from collections.abc import Iterator, Mapping
from typing import Final

from govcheck.document.case import Case
from govcheck.document.known_losses import FAULT
from govcheck.document.sentence import sentence
from govcheck.judging.applicability import exclusion
from govcheck.judging.assessment import Assessment, Finding, Judgement
from govcheck.judging.brevity import FULL
from govcheck.judging.diagnosis import diagnose
from govcheck.judging.fault import UNJUDGED, Attempts
from govcheck.judging.gathering import Gathering
from govcheck.judging.picture_reading import Spot, borne_out, cautioned, marked
from govcheck.judging.quotation import verbatim
from govcheck.judging.settlement import settle
from govcheck.kinds.remark import Doubt, Inapplicable, Outcome, Remark, Violation
from govcheck.rulebook.rule import CheckUse, Rule, Rulebook

_UNPROVEN: Final = "govcheck 内部错误：未能用合计印证由图片识别的数字，有关问题都列为待核。"
_UNDIAGNOSED: Final = "govcheck 内部错误：未能推断哪一格有误，不平衡之处逐条列出。"
_UNMARKED: Final = "govcheck 内部错误：由图片识别的引文未能逐处注明。"


def assess(case: Case, rulebook: Rulebook) -> Assessment:
    """Judge the case by every rule, find the cells at fault, and score it.

    A rule whose check fails is open, and the fault is noted; the others are judged.
    """
    attempts, document = Attempts(), case.document
    certain = attempts.attempt(lambda: borne_out(document), frozenset[Spot](), note=_UNPROVEN)
    judged = [_isolated(case, rule, certain, attempts) for rule in rulebook.rules]
    judgements = tuple(judgement for judgement, _ in judged)
    said = [finding for _, findings in judged for finding in findings]
    said.sort(key=lambda finding: (finding.severity.rank, finding.outcome is Outcome.OPEN))
    diagnosed = attempts.attempt(
        lambda: diagnose(said, document), tuple(said), note=_UNDIAGNOSED
    )
    findings = attempts.attempt(
        lambda: tuple(marked(verbatim(one, document), document) for one in diagnosed),
        diagnosed,
        note=_UNMARKED,
    )
    settled = settle(case, findings, judgements, rulebook)
    return Assessment(
        case=case,
        findings=settled.findings,
        judgements=judgements,
        score=settled.score,
        open=settled.open,
        rules_digest=rulebook.digest,
        notes=tuple(attempts.notes),
        faults=tuple(attempts.faults),
    )


def _isolated(
    case: Case, rule: Rule, certain: frozenset[Spot], attempts: Attempts
) -> tuple[Judgement, tuple[Finding, ...]]:
    """Judge by one rule; if that fails, whatever it said before is not relied on."""
    unjudged = Judgement(rule=rule.id, outcome=Outcome.OPEN, reason=UNJUDGED, loss=FAULT)
    nothing: tuple[Judgement, tuple[Finding, ...]] = (unjudged, ())
    return attempts.attempt(lambda: judge(case, rule, certain), nothing, rule=rule.id)


def judge(
    case: Case, rule: Rule, certain: frozenset[Spot] = frozenset()
) -> tuple[Judgement, tuple[Finding, ...]]:
    """Judge the case by one rule; one violation is enough to fail it.

    ``certain`` are the cells that can be relied on though they were read from a picture.
    Raises whatever a check raises.
    """
    excluded = exclusion(rule.scope, case)
    if excluded:
        outcome = Outcome.NOT_APPLICABLE if excluded.certain else Outcome.OPEN
        reason, loss = sentence(excluded.reason), excluded.loss
        return Judgement(rule=rule.id, outcome=outcome, reason=reason, loss=loss), ()
    found = Gathering()
    idle = [_gather(found, rule, use, case, certain) for use in rule.checks]
    if all(reason is not None for reason in idle):
        reason = sentence("；".join(dict.fromkeys(filter(None, idle))))
        return Judgement(rule=rule.id, outcome=Outcome.NOT_APPLICABLE, reason=reason), ()
    findings, unlisted = found.listed()
    judgement = Judgement(
        rule=rule.id, outcome=found.worst, unlisted=unlisted, questions=found.questions
    )
    return judgement, findings


def _gather(
    found: Gathering, rule: Rule, use: CheckUse, case: Case, certain: frozenset[Spot]
) -> str | None:
    """Gather what a check finds; return why it had nothing to ask, or None when it had."""
    document = case.document
    pictured = any(table.recognised for table in document.tables.values())
    idle: dict[str, None] = {}
    asked = False
    for remark in _remarks(use, case):
        if isinstance(remark, Inapplicable):
            idle[remark.reason] = None
            continue
        asked = True
        if isinstance(remark, Doubt) and remark.question:
            found.ask(_finding(rule, use, remark).message)
            continue
        outcome = Outcome.FAIL if isinstance(remark, Violation) else Outcome.OPEN
        severity = remark.severity or use.severity or rule.severity
        if found.is_full(outcome, severity) and not pictured:
            found.count(outcome, severity)
        else:
            found.add(cautioned(_finding(rule, use, remark), document, certain))
    return "；".join(idle) if idle and not asked else None


def _remarks(use: CheckUse, case: Case) -> Iterator[Remark]:
    excluded = exclusion(use.scope, case)
    if excluded is None:
        yield from use.check.examine(case)
    elif excluded.certain:
        yield Inapplicable(reason=excluded.reason)
    else:
        yield Doubt(reason=excluded.reason, loss=excluded.loss)


def _finding(rule: Rule, use: CheckUse, remark: Violation | Doubt) -> Finding:
    """Put a remark into the rule's words; its values are data, never a template."""
    violated = isinstance(remark, Violation)
    own = "" if isinstance(remark, Violation) else remark.reason
    return Finding(
        rule=rule.id,
        outcome=Outcome.FAIL if violated else Outcome.OPEN,
        severity=remark.severity or use.severity or rule.severity,
        message=sentence(own or use.message.format_map(_bounded(remark.values))),
        evidence=remark.evidence,
        remedy=sentence(use.remedy or rule.remedy),
        hint=sentence(FULL.quoted(remark.hint)),
        terms=remark.terms if isinstance(remark, Violation) else (),
        loss=None if isinstance(remark, Violation) else remark.loss,
    )


def _bounded(values: Mapping[str, str]) -> Mapping[str, str]:
    """Cut what a message quotes before it is written, not after."""
    return {name: FULL.quoted(value) for name, value in values.items()}
