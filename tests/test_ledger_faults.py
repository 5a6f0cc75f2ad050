"""A decision that cannot stand is refused with its line; one that can is not."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pytest

from govcheck.review.ledger import read_ledger
from govcheck.rulebook.unsound_file import UnsoundFile

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
GOOD = {"决定": "豁免", "理由": "台账属实", "核验人": "王审核", "日期": "2025-03-01"}


def entry(changed: Mapping[str, str] = MappingProxyType({})) -> str:
    lines = (f"  {key}: {value}" for key, value in {**GOOD, **changed}.items())
    return "\n".join(["# 审查台账", "甲:", *lines, ""])


def faults(text: str) -> list[str]:
    return [str(one) for one in read_ledger(text.encode(), "审查.yaml", today=TODAY).faults]


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize(("key", "line"), [("理由", 4), ("核验人", 5), ("日期", 6)])
def test_what_shows_nothing_is_not_filled_in(blank: str, key: str, line: int) -> None:
    (said,) = faults(entry({key: f'"{blank}"'}))
    assert said.startswith(f"审查.yaml:{line}: ")
    assert key in said


@pytest.mark.parametrize(
    ("key", "value", "line", "reason"),
    [
        ("决定", "准予", 3, "不符合、不适用、豁免"),
        ("决定", "[豁免]", 3, "文字"),
        ("核验人", "", 2, "核验人"),
        ("核验人", "123", 5, "引号"),
        ("核验人", "true", 5, "引号"),
        ("核验人", "[王]", 5, "文字"),
        ("日期", "3月1日", 6, "2025-03-01"),
        ("日期", "2025-02-30", 6, "日历"),
        ("日期", "20250301", 6, "引号"),
        ("日期", '"20250301"', 6, "2025-03-01"),
        ("日期", "2025-W10-1", 6, "2025-03-01"),
        ("日期", "２０２５-03-01", 6, "2025-03-01"),
        ("日期", "2025-06-02", 6, "还没有到"),
        ("日期", "9999-12-31", 6, "还没有到"),
        ("有效期至", "2025-02-28", 7, "早于"),
        ("有效期至", "2025-06-31", 7, "日历"),
        ("有效期至", '" "', 7, "2025-03-01"),
        ("到期", "2025-07-01", 7, "不认识的项"),
    ],
)
def test_a_decision_that_cannot_stand_names_its_line(
    key: str, value: str, line: int, reason: str
) -> None:
    said = faults(entry({key: value}))
    assert any(one.startswith(f"审查.yaml:{line}: ") and reason in one for one in said)


@pytest.mark.parametrize(
    "changed",
    [
        {"日期": "2025-06-01"},
        {"日期": '"2025-06-01"', "有效期至": "2025-06-01"},
        {"有效期至": "2026-06-01"},
        {"有效期至": ""},
        {"日期": "2025年3月1日", "有效期至": "2026年1月1日"},
        {"决定": "不符合", "理由": ""},
        {"决定": "waive"},
        {"有效期至": "2025-03-01"},
        {"核验人": '"0231"'},
        {"核验人": "Li Lei"},
        {"核验人": "𠮷田"},
        {"理由": "√"},
        {"理由": "|\n    第一行\n    第二行"},
    ],
)
def test_a_decision_that_can_stand_is_not_refused(changed: dict[str, str]) -> None:
    assert faults(entry(changed)) == []


@pytest.mark.parametrize("text", ["甲: 豁免\n", "甲: {}\n", "甲:\n", "甲: [waive]\n"])
def test_what_is_no_entry_names_its_line(text: str) -> None:
    (said,) = faults(text)
    assert said.startswith("审查.yaml:1: ")


def test_a_fault_takes_no_other_decision_out_of_force() -> None:
    text = (
        f"{entry({'日期': '2099-01-01'})}乙:\n  rule: b\n丙:\n" + entry().partition("甲:\n")[2]
    )
    ledger = read_ledger(text.encode(), "审查.yaml", today=TODAY)
    assert ledger.held == ("甲", "乙", "丙")
    assert [one.key for one in ledger.entries if one.decision] == ["丙"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (entry().replace("台账属实", "[台账属实").encode(), 5),
        (entry().replace("决定:", "决定").encode(), 4),
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
