"""What a pattern needs is told, and what is not searched for was not there."""

import re
from re import _parser as parser  # type: ignore[attr-defined] # as the package parses

import pytest
from hypothesis import given
from hypothesis import strategies as some

from govcheck.late_pattern import late_pattern
from govcheck.pattern_needs import needs
from govcheck.pattern_starts import starts

_SIGNS = "甲乙丙丁Kkſ\u212aiİ1٣\n"
_LONG = "戊" * 300
"""So long a text is asked for words before it is searched."""


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(?:开|关)[^。]{0,9}渠道", {("渠道",), ("关", "开")}),
        ("公开(?:网站)?", {("公开",)}),
        ("(?<=[甲乙])丙", {("乙丙", "甲丙")}),
        ("甲(?=乙)", {("甲乙",)}),
        ("甲(?!乙)丙", {("甲丙",)}),
        ("甲{2,3}", {("甲",)}),
        ("[^甲]|乙", set()),
        ("(?i:k)甲", {("甲",)}),
        ("甲*", set()),
        (r"\d甲|乙", {("乙", "甲")}),
    ],
)
def test_words_that_are_needed(pattern: str, told: set[tuple[str, ...]]) -> None:
    assert set(needs(parser.parse(pattern))) == told


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(?<![甲乙])丙|丁", "丙丁"),
        ("(?=[甲乙]).丙", "甲乙"),
        ("甲?乙", "甲乙"),
        ("(?m)^(?:甲|乙丙)", "甲乙"),
        ("甲?", ""),
        ("[^甲]", ""),
        ("(?i)k|甲", "kK甲İıſ\u212a"),
        ("(?i)[à甲]", ""),
        (r"甲|\d", ["CATEGORY_DIGIT", "甲"]),
        (r"(?<=甲)[\s乙]", ["CATEGORY_SPACE", "乙"]),
        (r"\w", ""),
        ("(?!甲)乙", "乙"),
    ],
)
def test_signs_that_a_match_begins_with(pattern: str, told: str | list[str]) -> None:
    assert starts(parser.parse(pattern)) == tuple(sorted(told))


_pieces = some.recursive(
    some.sampled_from(
        [
            *map(re.escape, _SIGNS),
            "[甲乙]",
            "[^甲]",
            ".",
            r"\d",
            r"[\s甲]",
            "[i-k]",
            "^",
            "$",
            "甲乙",
            r"\b",
        ]
    ),
    lambda inner: some.one_of(
        some.builds("(?:{}|{})".format, inner, inner),
        some.builds("(?:{})?".format, inner),
        some.builds("(?:{}){{1,2}}".format, inner),
        some.builds("(?:{})*?".format, inner),
        some.builds("(?={})".format, inner),
        some.builds("(?!{})".format, inner),
        some.builds("(?<={})".format, some.sampled_from(["甲", "[乙丙]", "甲乙|丙丁", "^"])),
        some.builds("(?<!{})".format, some.sampled_from(["甲", "[乙丙]", "甲乙|丙丁"])),
        some.builds("(?i:{})".format, inner),
        some.builds("(?>{})".format, inner),
        some.builds("({})".format, inner),
        some.builds("{}{}".format, inner, inner),
    ),
    max_leaves=8,
)


@given(
    pattern=_pieces,
    text=some.text(_SIGNS, max_size=30),
    flags=some.sampled_from([0, re.IGNORECASE, re.MULTILINE]),
)
def test_what_a_late_pattern_finds_is_what_is_there(
    pattern: str, text: str, flags: int
) -> None:
    text = f"{text}{_LONG}{text[::-1]}"
    late, right = late_pattern(pattern, flags), re.compile(pattern, flags)
    found = [one.span() for one in right.finditer(text)]
    assert [one.span() for one in late.finditer(text)] == found
    first = late.search(text, len(text) - 20)
    expected = right.search(text, len(text) - 20)
    assert (first and first.span()) == (expected and expected.span())
