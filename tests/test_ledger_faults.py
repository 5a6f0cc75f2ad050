"""A decision that cannot stand is refused with its line; one that can is not."""

from datetime import date

import pytest

from govcheck.review.ledger import read_ledger
from govcheck.rulebook.located_yaml import UnsoundFile

TODAY = date(2025, 6, 1)
BLANKS = (
    "",
    "  ",
    "\u3000",
    "\u00a0",
    "\u200b\u200d",
    "\ufeff",
    "\u3164",
    "\u2800",
    "\\u202e",
    "\\t\\n",
)
GOOD = {"decision": "waive", "reason": "台账属实", "person": "王审核", "date": "2025-03-01"}


def entry(**changed: str) -> str:
    lines = (f"  {key}: {value}" for key, value in (GOOD | changed).items())
    return "\n".join(["# 审查台账", "甲:", *lines, ""])


def faults(text: str) -> list[str]:
    return [str(one) for one in read_ledger(text.encode(), "审查.yaml", today=TODAY).faults]


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize(("key", "line"), [("reason", 4), ("person", 5), ("date", 6)])
def test_what_shows_nothing_is_not_filled_in(blank: str, key: str, line: int) -> None:
    (said,) = faults(entry(**{key: f'"{blank}"'}))
    assert said.startswith(f"审查.yaml:{line}: ")
    assert key in said


@pytest.mark.parametrize(
    ("key", "value", "line", "reason"),
    [
        ("decision", "豁免", 3, "waive"),
        ("decision", "[waive]", 3, "文字"),
        ("person", "", 2, "person"),
        ("person", "123", 5, "引号"),
        ("person", "true", 5, "引号"),
        ("person", "[王]", 5, "文字"),
        ("date", "3月1日", 6, "2025-03-01"),
        ("date", "2025-02-30", 6, "日历"),
        ("date", "20250301", 6, "引号"),
        ("date", '"20250301"', 6, "2025-03-01"),
        ("date", "2025-W10-1", 6, "2025-03-01"),
        ("date", "２０２５-03-01", 6, "2025-03-01"),
        ("date", "2025-06-02", 6, "还没有到"),
        ("date", "9999-12-31", 6, "还没有到"),
        ("expires", "2025-02-28", 7, "早于"),
        ("expires", "2025-06-31", 7, "日历"),
        ("expires", '" "', 7, "2025-03-01"),
        ("expired", "2025-07-01", 7, "不认识的键"),
    ],
)
def test_a_decision_that_cannot_stand_names_its_line(
    key: str, value: str, line: int, reason: str
) -> None:
    said = faults(entry(**{key: value}))
    assert any(one.startswith(f"审查.yaml:{line}: ") and reason in one for one in said)


@pytest.mark.parametrize(
    "changed",
    [
        {"date": "2025-06-01"},
        {"date": '"2025-06-01"', "expires": "2025-06-01"},
        {"expires": "2026-06-01"},
        {"expires": ""},
        {"expires": "2025-03-01"},
        {"person": '"0231"'},
        {"person": "Li Lei"},
        {"person": "𠮷田"},
        {"reason": "√"},
        {"reason": "|\n    第一行\n    第二行"},
    ],
)
def test_a_decision_that_can_stand_is_not_refused(changed: dict[str, str]) -> None:
    assert faults(entry(**changed)) == []


@pytest.mark.parametrize("text", ["甲: 豁免\n", "甲: {}\n", "甲:\n", "甲: [waive]\n"])
def test_what_is_no_entry_names_its_line(text: str) -> None:
    (said,) = faults(text)
    assert said.startswith("审查.yaml:1: ")


def test_a_fault_takes_no_other_decision_out_of_force() -> None:
    text = f"{entry(date='2099-01-01')}乙:\n  rule: b\n丙:\n" + entry().partition("甲:\n")[2]
    ledger = read_ledger(text.encode(), "审查.yaml", today=TODAY)
    assert ledger.held == ("甲", "乙", "丙")
    assert [one.fingerprint for one in ledger.entries if one.waiver] == ["丙"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (entry().replace("台账属实", "[台账属实").encode(), 5),
        (entry().replace("decision:", "decision").encode(), 4),
        ((entry() + entry()).encode(), 8),
        (b"# \xe5\xae\xa1\n\xbc\xd7:\n", 2),
        (entry().encode("utf-16"), 1),
    ],
)
def test_yaml_that_cannot_be_read_names_its_line(content: bytes, line: int) -> None:
    with pytest.raises(UnsoundFile) as caught:
        read_ledger(content, "审查.yaml", today=TODAY)
    assert caught.value.line == line


def test_a_ledger_of_faults_is_answered_within_bounds() -> None:
    text = "".join(f"k{index}: 豁免\n" for index in range(20_000))
    assert len(faults(text)) == 20
