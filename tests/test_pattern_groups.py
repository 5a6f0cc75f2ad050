"""A pattern without the group that its kind reads is refused, with its file and line."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_rules import own_rule, refusals

from govcheck.document.case import Case
from govcheck.judging.engine import judge
from govcheck.kinds.remark import Outcome
from govcheck.parameters import Group, Holds
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.pattern_groups import group_fault
from govcheck.rulebook.safe_pattern import safe_pattern
from govcheck.trials.documents import example_document

NUMBER = Group(name="1", holds=Holds.NUMBER)
DIGITS = Group(name="1", holds=Holds.DIGITS)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("占比", "缺少第 1 组"),
        ("(占比)", "只能匹配数字"),
        ("(十)", "只能匹配数字"),
        (r"(\D)", "只能匹配数字"),
        ("([^，])", "只能匹配数字"),
        (r"(\d.)", "只能匹配数字"),
        ("([0-:])", "只能匹配数字"),
        ("([.,]+)", "只能匹配数字"),
        (r"(?P<a>x)(\d)", "只能匹配数字"),
        (r"(\d)?占", "可能不参与匹配"),
        (r"(\d)|占", "可能不参与匹配"),
        (r"(?:(\d)|占)", "可能不参与匹配"),
        (r"(?:占(\d))*比", "可能不参与匹配"),
        (r"(\d){0,3}占", "可能不参与匹配"),
        (r"(\d){0}占", "可能不参与匹配"),
        (r"(?i:(\d))??", "可能不参与匹配"),
        (r"(\d*)占", "可能为空"),
        (r"(|\d)占", "可能为空"),
        (r"(\d{0,3})占", "可能为空"),
        ("(" * 200 + r"\d" + ")" * 200, "括号嵌套过深"),
    ],
)
def test_what_may_be_no_number_is_refused(pattern: str, reason: str) -> None:
    re.compile(pattern)
    assert reason in group_fault(pattern, NUMBER)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\d+)",
        r"(?:^|\n)(20\d\d)年",
        r"占比?(\d{1,3}(?:\.\d{1,4})?)[%％]",
        "([0-9]|[1-9][0-9])",
        r"[]()](\d)",
        r"\((\d)\)",
        r"(\x{30})",
        r"(?P<share>\d){1,2}",
        r"(?i)(?:占|为)(\d)",
    ],
)
def test_what_is_always_a_number_is_right(pattern: str) -> None:
    assert group_fault(pattern, NUMBER) == ""


PIECES = st.sampled_from([r"\d", "1", "[0-9]", "[^x]", "x", "十", ".", "^", r"\.", "\\b", ""])
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map("|".join),
        st.tuples(st.sampled_from(["(", "(?:", "(?P<n>"]), inner).map(
            lambda t: f"{t[0]}{t[1]})"
        ),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0}", "{2}", "{0,2}", "*?"])).map(
            lambda t: f"(?:{t[0]}){t[1]}"
        ),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text("x1十.\n", max_size=12))
def test_what_is_held_for_a_number_is_one(pattern: str, text: str) -> None:
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    if group_fault(pattern, DIGITS):
        return
    for words in compiled.finditer(text):
        assert re.fullmatch("[0-9]+", words[1])


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"\C", r"\pN", r"\p{Han}", r"\Qa\E", r"a\z", r"a\Z", r"\12", r"\0"),
        *(r"\u4e00", r"[\C]", "[[:alpha:]]", "a{,3}", "(?U)a*"),
    ],
)
def test_what_means_two_things_is_refused(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(ValueError, match="不能使用"):
        safe_pattern(pattern)
    path = own_rule(tmp_path, "wrong-words", f"pattern: '{pattern}'", "passages: [body]")
    ((line, reason),) = refusals(path)
    assert line == 9
    assert "不能使用" in reason


def test_documented_escapes_are_right() -> None:
    assert safe_pattern(r"\x{3000}\d\s\w\b\.\\C\x41").pattern


@pytest.mark.parametrize(
    ("kind", "line", "parameters"),
    [
        ("stated-minimum", 9, ("find: (占比)", "minimum: 4")),
        ("year-mention", 9, ("find: 年", "earliest: 0", "latest: 0", "passages: [body]")),
        ("report-years", 9, ("title_year: (二〇二四)年", "months: 3")),
        ("labelled-value", 9, ("find: 邮编(x)?", "valid: x", "passages: [body]")),
        ("self-name", 9, ("find: 我局", "writer: (局)", "ranks: {省: 0}")),
        ("named-body", 9, ("levels: 向省",)),
        ("named-body", 8, ("passages: [body]",)),
        ("named-body", 9, ("names: (局)", "passages: [body]")),
        ("dates", 9, (r"days: (?P<month>\d)月", "passages: [body]")),
        ("dates", 9, (r"periods: (?P<year>\d)年", "passages: [body]")),
        ("dates", 8, ("passages: [body]",)),
        ("item-numbers", 9, ("marker: (?P<number>.)、", "passages: [body]")),
        ("item-numbers", 8, (r"marker: (?P<number>\d)、", "passages: [body]", "styles: true")),
        ("amounts", 10, (r"lesser: (\d)(元)", r"greater: (\d)(.)", "units: {元: 1}")),
        (
            "declared-parts",
            9,
            ("find: (?P<count>.)", "names: {}", "enough: 1", "and_so_on: 等"),
        ),
        ("paired-marks", 8, ("pairs: [《]", "list_marks: x", "reach: 1")),
        ("deadline", 9, ("limits: [{agencies: [other], month: 2, day: 29}]",)),
    ],
)
def test_each_kind_says_what_it_reads(
    tmp_path: Path, kind: str, line: int, parameters: tuple[str, ...]
) -> None:
    refused = refusals(own_rule(tmp_path, kind, *parameters))
    assert line in {at for at, _ in refused}, refused


@pytest.mark.parametrize(
    "message", ["'不对{value'", "'{value:d}'", "'{value!r}'", "'不对{0}'", "'不对{}'"]
)
def test_a_message_that_cannot_be_filled_in_is_refused(tmp_path: Path, message: str) -> None:
    path = own_rule(tmp_path, "stated-minimum", r"find: (\d)", "minimum: 4", message=message)
    assert [line for line, _ in refusals(path)] == [11]


def test_numbers_beyond_measure_are_none(tmp_path: Path) -> None:
    path = own_rule(tmp_path, "stated-minimum", r"find: 占比(\d+)", "minimum: 4")
    book = load_rulebook(extra=[path])
    rule = book.rule("mine/rule")
    assert rule
    text = f"纳入考核，占比{'0' * 5000}。占比2。"
    document = example_document({"parts": {"overview": text}}, book.knowledge)
    _, findings = judge(Case(document=document), rule)
    failed = [one.evidence[0].quote for one in findings if one.outcome is Outcome.FAIL]
    assert failed == ["占比2"]


def test_a_pattern_longer_than_anyone_writes_is_refused() -> None:
    with pytest.raises(ValueError, match="过长"):
        safe_pattern(r"(\d)|" * 2_000)
    assert safe_pattern("甲|" * 1_000 + "乙").search("丙乙")
