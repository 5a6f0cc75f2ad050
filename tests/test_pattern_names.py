"""Names in patterns: they stand for one thing on both engines, and unknown ones are refused."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import re2  # type: ignore[import-untyped]

from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.pattern_error import pattern_error
from govcheck.rulebook.pattern_names import expanded, known_as
from govcheck.rulebook.rule_files import shipped_rules
from govcheck.rulebook.safe_pattern import safe_pattern
from govcheck.rulebook.unsound_file import UnsoundFile

NAMED = {"a.b": "甲|乙", "bodies.office": "厅"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("x{3,5}y{2}z{1,}", "x{3,5}y{2}z{1,}"),
        ("{a.b}{2}", "(?:甲|乙){2}"),
        (r"\{a.b\}", r"\{a.b\}"),
        (r"\\{a.b}", r"\\(?:甲|乙)"),
        (r"\x{3000}\p{Han}", r"\x{3000}\p{Han}"),
        ("[{}]{a.b}", "[{}](?:甲|乙)"),
        (r"[\]{]x", r"[\]{]x"),
        ("[]{]x", "[]{]x"),
        ("[^]{]x", "[^]{]x"),
    ],
)
def test_what_stands_for_what(written: str, meant: str) -> None:
    assert expanded(written, known_as(NAMED)) == meant


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("{a.c}", "没有“a.c”；是否应为“a.b”？"),
        ("{bodies.ofice}", "是否应为“bodies.office”？"),
        ("{机构}", "没有“机构”"),
        ("[x{a.b}]", "方括号里只能写 {han}，不能写 {a.b}"),
        ("{a.b", "花括号 { 不成对"),
        ("a.b}", "花括号 } 不成对"),
        ("{ a.b }", "花括号 { 不成对"),
        ("x{}", "花括号 { 不成对"),
    ],
)
def test_what_is_no_name_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        expanded(written, known_as(NAMED))


def test_what_becomes_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="展开后过长"):
        expanded("{a.b}{a.b}", lambda _name: "甲" * 12_000)


def test_a_date_has_a_name() -> None:
    assert re.fullmatch(expanded("于{date}公布", known_as({})), "于2025年1月20日公布")


BROKEN = [
    *("(", "a)", "[", "a**", "*", "[甲-乙]", "\\", r"\k", "(?i", r"\1", "(?P=a)", "a{3,2}"),
]
ONLY_IN_RE = ["(?P<a>x)(?P<a>y)", "(?P<1>x)", "(?<=a+)b"]


@pytest.mark.parametrize(
    ("engine", "pattern"),
    [(re.compile, one) for one in (*BROKEN, *ONLY_IN_RE)]
    + [(safe_pattern, one) for one in BROKEN],
)
def test_why_a_pattern_is_refused_is_said_in_chinese(
    engine: Callable[[str], object], pattern: str
) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - re and re2 each have their own
        engine(pattern)
    assert re.match("[一-鿿]", pattern_error(caught.value))


# ---------------------------------------------------------------- Chinese characters

EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]


def _matched(pattern: re.Pattern[str]) -> set[str]:
    return set(pattern.findall("".join(EVERY)))


@pytest.mark.parametrize("pattern", ["{han}", "[{han}]"])
def test_han_is_the_same_on_both_engines(pattern: str) -> None:
    whole = expanded(pattern, known_as({}))
    assert _matched(re.compile(whole)) == _matched(safe_pattern(whole))


def test_han_is_a_chinese_character() -> None:
    """It finds what RE2 calls Han, but for what stands in no Chinese text."""
    han = _matched(re.compile(expanded("{han}", known_as({}))))
    script = _matched(re2.compile(r"\p{Han}"))
    lacking = {sign for sign in script - han if sign < "\U00016fe2"}
    assert lacking == {
        sign
        for low, high in ("⺀⿕", "々々", "〡〩", "〸〻", "\uf900\ufad9")
        for sign in map(chr, range(ord(low), ord(high) + 1))
        if sign in script
    }
    assert {sign for sign in han - script if sign < "\U00020000"} == set(
        map(chr, range(0x4DC0, 0x4E00))
    )
    simplified = {
        sign
        for lead in range(0xB0, 0xF8)
        for trail in range(0xA1, 0xFF)
        for sign in bytes([lead, trail]).decode("gb2312", "ignore")
    }
    assert len(simplified) == 6763
    assert simplified | {"〇", "㐂", "䶮", "\U00020000"} <= han
    assert not set("０１Ａａあア、，《》a1 ") & han


# ---------------------------------------------------------------- vocabulary files


def _root(folder: Path, vocabulary: str) -> Path:
    top = folder / "rules"
    shutil.copytree(shipped_rules(), top, ignore=shutil.ignore_patterns("__pycache__"))
    (top / "vocabulary").mkdir(exist_ok=True)
    (top / "vocabulary" / "mine.yaml").write_text(
        f"id: mine\ntitle: 我的词\n{vocabulary}", "utf-8"
    )
    return top


@pytest.mark.parametrize(
    ("vocabulary", "line", "reason"),
    [
        ("patterns:\n  a: '{mine.b}x'\n  c: y", 4, "没有“mine.b”"),
        ("patterns:\n  a: '(x'", 4, "正则表达式不可用"),
        ("words:\n  a: []", 4, "太短"),
    ],
)
def test_unsound_vocabulary_is_refused(
    tmp_path: Path, vocabulary: str, line: int, reason: str
) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        load_rulebook(_root(tmp_path, vocabulary))
    ((where, said),) = [
        (error.line, error.reason)
        for error in caught.value.exceptions
        if isinstance(error, UnsoundFile) and error.file.endswith("mine.yaml")
    ]
    assert where == line
    assert reason in said
