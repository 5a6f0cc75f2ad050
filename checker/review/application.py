"""Decisions laid on the findings that they were taken on."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from govcheck.judging.assessment import Assessment
from govcheck.judging.fingerprint import fingerprints
from govcheck.judging.settlement import settle
from govcheck.review.entry import Ledger, LedgerEntry
from govcheck.rulebook.rule import Rulebook


def apply_ledger(
    assessment: Assessment, ledger: Ledger, rulebook: Rulebook, *, today: date
) -> Assessment:
    """Give the findings their decisions and score anew; note what no longer holds."""
    known = fingerprints(assessment.findings)
    valid = {
        entry.fingerprint: entry.waiver
        for entry in ledger.entries
        if not _expired(entry, today)
    }
    findings = tuple(
        replace(finding, waiver=valid.get(fingerprint))
        for finding, fingerprint in zip(assessment.findings, known, strict=True)
    )
    settled = settle(assessment.case, findings, assessment.judgements, rulebook)
    notes = _notes(ledger, frozenset(known), today)
    return replace(
        assessment,
        findings=settled.findings,
        score=settled.score,
        open=settled.open,
        notes=(*assessment.notes, *ledger.notes, *notes),
    )


def _notes(ledger: Ledger, known: frozenset[str], today: date) -> Iterator[str]:
    for entry in ledger.entries:
        if entry.waiver is None:
            continue
        words = f"台账中的决定（{entry.waiver.person}，{entry.waiver.date}）“{entry.message}”"
        if entry.fingerprint not in known:
            yield f"{words}没有对应的问题：问题已消除，或者证据已经改变，须重新判断。"
        elif _expired(entry, today):
            yield f"{words}已于 {entry.waiver.expires} 到期，不再有效。"


def _expired(entry: LedgerEntry, today: date) -> bool:
    expires = entry.waiver.expires if entry.waiver else None
    return expires is not None and date.fromisoformat(expires) < today
