"""Hold a document against the rules.  Pure: the same document and rules, the same result."""

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Final

from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.known_losses import FAULT, UNREAD
from govcheck.document.report import Document
from govcheck.document.sentence import sentence
from govcheck.judging.applicability import exclusion
from govcheck.judging.assessment import Assessment, Finding, Judgement
from govcheck.judging.bearing import is_timely, only_asked
from govcheck.judging.diagnosis import diagnose
from govcheck.judging.fault import UNJUDGED, Attempts
from govcheck.judging.gathering import Gathering
from govcheck.judging.local_rules import rules_for, waived
from govcheck.judging.other_years import apart
from govcheck.judging.picture_reading import Spot, borne_out, cautioned, marked
from govcheck.judging.quotation import verbatim
from govcheck.judging.settlement import settle
from govcheck.judging.writer import RemarkWriter
from govcheck.kinds.remark import Doubt, Inapplicable, Outcome, Remark
from govcheck.rulebook.rule import CheckUse, Rule, Rulebook

_Judged = tuple[Judgement, tuple[Finding, ...]]
_OUTSIDE: Final = "须先确认是否在适用范围内"
_NOT_IN_FORCE: Final = "所依据的条款不适用于这一年度的报告，或者当时没有施行"
_UNPROVEN: Final = "govcheck 内部错误：未能用合计印证由图片识别的数字，有关问题都列为待核。"
_UNDIAGNOSED: Final = "govcheck 内部错误：未能推断哪一格有误，不平衡之处逐条列出。"
_UNREAD_ANEW: Final = (
    "govcheck 内部错误：未能按另一年度再判断，年度有误的，并入其下的问题未必都由此而来。"
)
_UNMARKED: Final = "govcheck 内部错误：由图片识别的引文未能逐处注明。"


def assess(case: Case, rulebook: Rulebook) -> Assessment:
    """Judge the case by every rule, find the cells at fault, and score it.

    A rule whose check fails is open, and the fault is noted; the others are judged.
    """
    attempts, document, rulebook = Attempts(), case.document, rules_for(case, rulebook)
    certain = attempts.attempt(lambda: borne_out(document), frozenset[Spot](), note=_UNPROVEN)
    judged = list(_judged(case, rulebook, certain, attempts))
    judgements = tuple(judgement for judgement, _ in judged)
    said = [finding for _, findings in judged for finding in findings]
    said = attempts.attempt(
        lambda: apart(said, case, rulebook, lambda of, rule: judge(of, rule)[1]),
        said,
        note=_UNREAD_ANEW,
    )
    said.sort(key=lambda finding: (finding.severity.rank, finding.outcome is Outcome.OPEN))
    diagnosed = attempts.attempt(
        lambda: diagnose(said, document), tuple(said), note=_UNDIAGNOSED
    )
    findings = attempts.attempt(
        lambda: tuple(marked(verbatim(one, document), document) for one in diagnosed),
        diagnosed,
        note=_UNMARKED,
    )
    findings, judgements = waived(findings, judgements, rulebook)
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


def _judged(
    case: Case, rulebook: Rulebook, certain: frozenset[Spot], attempts: Attempts
) -> Iterator[_Judged]:
    """Judge by every rule; while a gate is open, no other rule is asked."""
    gates = {
        rule.id: _isolated(case, rule, certain, attempts)
        for rule in rulebook.rules
        if rule.gate
    }
    shut = any(judgement.outcome is Outcome.OPEN for judgement, _ in gates.values())
    for rule in rulebook.rules:
        if rule.gate:
            yield gates[rule.id]
        elif shut:
            yield _inapplicable(rule, _OUTSIDE)
        else:
            yield _isolated(case, rule, certain, attempts)


def _inapplicable(rule: Rule, reason: str) -> _Judged:
    outcome = Outcome.NOT_APPLICABLE
    return Judgement(rule=rule.id, outcome=outcome, reason=sentence(reason)), ()


def _isolated(case: Case, rule: Rule, certain: frozenset[Spot], attempts: Attempts) -> _Judged:
    """Judge by one rule; if that fails, whatever it said before is not relied on."""
    unjudged = Judgement(rule=rule.id, outcome=Outcome.OPEN, reason=UNJUDGED, loss=FAULT)
    nothing: _Judged = (unjudged, ())
    return attempts.attempt(lambda: judge(case, rule, certain), nothing, rule=rule.id)


def judge(case: Case, rule: Rule, certain: frozenset[Spot] = frozenset()) -> _Judged:
    """Judge the case by one rule; one violation is enough to fail it.

    ``certain`` are the cells that can be relied on though they were read from a picture.  A
    rule none of whose clauses was in force does not apply.  Where nothing is asked, the checks
    that are for this document say why.  Raises whatever a check raises.
    """
    if not is_timely(rule, case.document):
        return _inapplicable(rule, _NOT_IN_FORCE)
    excluded = exclusion(rule.scope, case)
    if excluded:
        outcome = Outcome.NOT_APPLICABLE if excluded.certain else Outcome.OPEN
        reason, loss = sentence(excluded.reason), excluded.loss
        return Judgement(rule=rule.id, outcome=outcome, reason=reason, loss=loss), ()
    found = Gathering()
    idle = [_gather(found, rule, index, case, certain) for index in range(len(rule.checks))]
    if all(reason is not None for reason in idle):
        taken_in = [exclusion(use.scope, case) is None for use in rule.checks]
        own = [*compress(idle, taken_in)] or idle
        return _inapplicable(rule, "；".join(dict.fromkeys(filter(None, own))))
    findings, unlisted = found.listed()
    judgement = Judgement(
        rule=rule.id, outcome=found.worst, unlisted=unlisted, questions=found.questions
    )
    asked = compress(rule.checks, (reason is None for reason in idle))
    return _looked(judgement, asked, case.document), findings


def _looked(judgement: Judgement, asked: Iterable[CheckUse], document: Document) -> Judgement:
    """Leave open what passes because nothing was found in a file that was not read whole."""
    found = judgement.outcome is not Outcome.PASS
    if found or not document.incomplete or not any(use.check.SEARCHES for use in asked):
        return judgement
    reason = sentence(UNREAD.reason)
    return replace(judgement, outcome=Outcome.OPEN, reason=reason, loss=UNREAD)


def _gather(
    found: Gathering, rule: Rule, index: int, case: Case, certain: frozenset[Spot]
) -> str | None:
    """Gather what a check finds; return why it had nothing to ask, or None when it had."""
    document = case.document
    write: RemarkWriter | None = None
    idle: dict[str, None] = {}
    for remark in _remarks(rule.checks[index], case):
        if isinstance(remark, Inapplicable):
            idle[remark.reason] = None
            continue
        write = write or RemarkWriter(
            rule=rule, index=index, only_asked=only_asked(rule, index, document)
        )
        if isinstance(remark, Doubt) and remark.question:
            found.ask(write.finding(remark).message)
            continue
        outcome, severity = write.sort(remark)
        if found.is_full(outcome, severity) and not _is_pictured(document):
            found.count(outcome, severity)
        else:
            found.add(cautioned(write.finding(remark), document, certain))
    return "；".join(idle) if idle and not write else None


def _is_pictured(document: Document) -> bool:
    return any(table.recognised for table in document.tables.values())


def _remarks(use: CheckUse, case: Case) -> Iterator[Remark]:
    excluded = exclusion(use.scope, case)
    if excluded is None:
        yield from use.check.examine(case)
    elif excluded.certain:
        yield Inapplicable(reason=excluded.reason)
    else:
        yield Doubt(reason=excluded.reason, loss=excluded.loss)
