"""What a person decided, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from govcheck.document.naming import day_words
from govcheck.judging.assessment import Decision, Finding, Ruling
from govcheck.kinds.remark import Outcome

_OF_FAILURES: Final[Mapping[Ruling, str]] = {
    Ruling.MET: "已改判",
    Ruling.BROKEN: "已确认",
    Ruling.INAPPLICABLE: "不适用",
    Ruling.WAIVED: "已豁免",
}
_OF_OPEN: Final[Mapping[Ruling, str]] = {
    Ruling.MET: "核验符合",
    Ruling.BROKEN: "核验不符合",
    Ruling.INAPPLICABLE: "不适用",
    Ruling.WAIVED: "已豁免",
}


def ruling_word(finding: Finding) -> str:
    """Say in a word what became of a finding; nothing where nobody has decided."""
    if finding.decision is None:
        return ""
    words = _OF_OPEN if finding.outcome is Outcome.OPEN else _OF_FAILURES
    return words[finding.decision.decision]


def decision_words(decision: Decision) -> str:
    """Say why, by whom, when and until when: 台账属实（王审核，2025年3月1日）."""
    until = f"，有效期至{_day(decision.until)}" if decision.until else ""
    return f"{decision.reason}（{decision.person}，{_day(decision.date)}{until}）"


def _day(written: str) -> str:
    return day_words(date.fromisoformat(written))
