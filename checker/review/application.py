"""Decisions laid on the matters that they were taken on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from govcheck.document.naming import day_words
from govcheck.document.sentence import sentence
from govcheck.judging.assessment import Assessment, Decision, Finding
from govcheck.judging.fingerprint import fingerprints
from govcheck.judging.local_rules import rules_for
from govcheck.judging.settlement import settle
from govcheck.kinds.remark import Outcome, Severity
from govcheck.review.entry import Ledger, LedgerEntry
from govcheck.review.matter import Matter, matters, report_name
from govcheck.rulebook.rule import Rulebook


def apply_ledger(
    assessment: Assessment,
    ledger: Ledger,
    rulebook: Rulebook,
    *,
    today: date,
    alone: bool = True,
) -> Assessment:
    """Give what is decided its decision and score anew; note what no longer holds.

    Entries that name a report reach no other.  Those of version 0.1.0 name none: they hold
    where one report is checked ``alone``.
    """
    own, rulebook = report_name(assessment.document), rules_for(assessment.case, rulebook)
    entries = [one for one in ledger.entries if one.report == own or (alone and not one.report)]
    every = matters(assessment, rulebook)
    former = fingerprints(assessment.findings)
    findings = _decided(assessment, every, former, _valid(entries, today), rulebook)
    settled = settle(assessment.case, findings, assessment.judgements, rulebook)
    known = {*former, *(matter.key for matter in every)}
    notes = (*_strangers(ledger, own, alone=alone), *_notes(entries, known, today))
    return replace(
        assessment,
        findings=settled.findings,
        score=settled.score,
        open=settled.open,
        notes=(*assessment.notes, *ledger.notes, *notes),
    )


def _valid(entries: Sequence[LedgerEntry], today: date) -> Mapping[tuple[str, str], Decision]:
    """Return the decisions that hold on a day, by report and key."""
    return {
        (one.report, one.key): one.decision
        for one in entries
        if one.decision and not _expired(one.decision, today)
    }


def _decided(
    assessment: Assessment,
    every: Sequence[Matter],
    former: Sequence[str],
    valid: Mapping[tuple[str, str], Decision],
    rulebook: Rulebook,
) -> tuple[Finding, ...]:
    """Return the findings with their decisions; a rule decided without any gets one."""
    findings = [
        replace(finding, decision=valid.get(("", known), finding.decision))
        for finding, known in zip(assessment.findings, former, strict=True)
    ]
    for matter in every:
        decision = valid.get((matter.report, matter.key))
        if decision is None:
            continue
        own = _findings_of(matter, findings)
        if not own:
            own = [len(findings)]
            findings.append(_stated(matter, rulebook))
        findings[own[0]] = replace(findings[own[0]], decision=decision, matter=matter.key)
        for index in own[1:]:
            findings[index] = replace(findings[index], decision=decision, root=own[0])
    return tuple(findings)


def _findings_of(matter: Matter, findings: Sequence[Finding]) -> list[int]:
    """Return which findings a matter is: of a rule left open by a loss, all by that loss."""
    if matter.finding is not None:
        return [matter.finding]
    if matter.item is None:
        return []
    return [
        index
        for index, one in enumerate(findings)
        if (one.cause, one.rule) == (matter.item, matter.rule)
    ]


def _stated(matter: Matter, rulebook: Rulebook) -> Finding:
    """Return the finding that a rule left open as a whole comes to."""
    rule = rulebook.rule(matter.rule)
    return Finding(
        rule=matter.rule,
        outcome=Outcome.OPEN,
        severity=rule.severity if rule else Severity.ADVICE,
        message=sentence(matter.message),
        remedy=rule.remedy if rule else "",
    )


def _strangers(ledger: Ledger, own: str, *, alone: bool) -> Iterator[str]:
    """Say whose decisions a ledger holds where it holds none on this report."""
    decided = [one for one in ledger.entries if one.decision]
    nameless = sum(not one.report for one in decided)
    if nameless and not alone:
        yield f"台账中有 {nameless} 项决定没有写明报告，同时检查多份报告时不起作用。"
    others = {one.report: None for one in decided if one.report not in ("", own)}
    if others and not any(one.report == own for one in ledger.entries):
        first = next(iter(others))
        more = f"等 {len(others)} 份报告" if len(others) > 1 else ""
        yield f"台账中没有这份报告——{own}——的内容，只有{first}{more}的，没有采用。"


def _notes(entries: Sequence[LedgerEntry], known: set[str], today: date) -> Iterator[str]:
    for entry in entries:
        decision = entry.decision
        if decision is None:
            continue
        words = f"台账中的决定（{decision.person}，{_day(decision.date)}）“{entry.message}”"
        if entry.key not in known:
            yield f"{words}没有对应的问题：问题已消除，或者证据已经改变，须重新判断。"
        elif decision.until and _expired(decision, today):
            yield f"{words}已于{_day(decision.until)}到期，不再有效。"


def _day(written: str) -> str:
    return day_words(date.fromisoformat(written))


def _expired(decision: Decision, today: date) -> bool:
    return decision.until is not None and date.fromisoformat(decision.until) < today
