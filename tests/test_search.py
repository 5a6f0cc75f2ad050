"""Searching running text: what surrounds a match, and where it stands."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge import VOCABULARY
from msgspec import Struct
from reports_at_random import texts
from rulebooks import BOOK

from govcheck.document.blocks import Paragraph
from govcheck.document.form import Form
from govcheck.document.report import Document
from govcheck.document.search import Match, first_match, matches, says
from govcheck.document.source import Source
from govcheck.document.text import Passage, Text
from govcheck.rulebook.safe_pattern import safe_pattern

_FORM = Form(
    id="form-2021",
    number="",
    title="格式",
    instrument="form-2021",
    first_year=2021,
    last_year=None,
    parts=(),
)


def _patterns(value: Any) -> Iterator[re.Pattern[str]]:  # noqa: ANN401 - any parameter
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _patterns(getattr(value, name))
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from (pattern for item in value.values() for pattern in _patterns(item))
    elif isinstance(value, tuple):
        yield from (pattern for item in value for pattern in _patterns(item))


SHIPPED = tuple(
    dict.fromkeys(
        pattern
        for rule in BOOK.rules
        for use in rule.checks
        for pattern in _patterns(use.check)
    )
)


def _document(*paragraphs: str) -> Document:
    starts = tuple(
        sum(len(text) + 1 for text in paragraphs[:n]) for n in range(len(paragraphs))
    )
    return Document(
        vocabulary=VOCABULARY,
        source=Source(name="报告.txt"),
        form=_FORM,
        body=tuple(
            Paragraph(text=Text(normal=text, written=text), line=number)
            for number, text in enumerate(paragraphs, 1)
        ),
        passages={
            "body": Passage(
                text="\n".join(paragraphs),
                starts=starts,
                blocks=tuple(range(len(paragraphs))),
                part="body",
            )
        },
    )


def _match(pattern: str, *paragraphs: str) -> Match:
    found = first_match(_document(*paragraphs), re.compile(pattern), ["body"])
    assert found is not None
    return found


def test_the_sentence_ends_at_a_full_stop_or_at_the_paragraph() -> None:
    assert (
        _match("考核", "一是培训。二是考核，三是通报；四是整改", "下一段").sentence
        == "二是考核，三是通报"
    )
    assert _match("整改", "一是培训。二是整改", "下一段").sentence == "二是整改"


def test_a_match_over_a_full_stop_is_not_cut_off() -> None:
    assert (
        _match("报告。表格", "该部分以表格形式报告。表格如下：").sentence
        == "该部分以表格形式报告。表格"
    )


def test_the_place_counts_within_the_paragraph() -> None:
    place = _match("考核", "第一段", "纳入考核").place
    assert (place.block, place.start, place.end, place.line) == (1, 2, 4, 2)


def test_evidence_quotes_the_text_as_written() -> None:
    assert _match("条例", "第一段", "根据《条例》编制").evidence.quote == "条例"
    assert (
        _match("条例", "第一段", "导语。根据《条例》编制。结束").sentence_evidence.quote
        == "根据《条例》编制"
    )


def test_quoted_is_what_stands_between_two_marks_of_one_paragraph() -> None:
    assert _match("条例", "根据《条例》编制").quoted
    assert _match("模板", "未按“模板”编制").quoted
    assert not _match("模板", "根据《条例》按模板编制“报告”").quoted
    assert not _match("模板", "根据《条例", "按模板编制").quoted


def test_passages_that_are_not_there_have_no_matches() -> None:
    assert list(matches(_document("考核"), re.compile("考核"), ["problems"])) == []
    assert len(list(matches(_document("考核、考核"), re.compile("考核"), ["body"]))) == 2


def _placed(document: Document, match: Match) -> bool:
    """Whether a match and its sentence are quoted from one paragraph and have its line."""
    for evidence in (match.evidence, match.sentence_evidence):
        place = evidence.place
        assert place.block is not None
        block = document.body[place.block]
        assert isinstance(block, Paragraph)
        assert place.end is not None
        assert place.end <= len(block.text.normal)
        words = " ".join(block.text.normal[place.start : place.end].split())
        if evidence.quote != words or (match.text.strip() and not words):
            return False
        if place.line != block.line:
            return False
    return " ".join(match.text.split()) == match.evidence.quote and "\n" not in match.text


CROSSING = [
    r"[^。]{0,40}局",
    r"(?s).{3,30}",
    r"\s\S+",
    r"(?:^|\n)(20\d\d)",
    r"(?m)^.+$",
    r"年[^，]+?局",
    r"[。\n][^。]{0,9}",
    r"\n",
    r"(?:^|\n)(?:\n)?(?P<name>\D+)\n",
]
PATTERNS = [re.compile(pattern) for pattern in CROSSING]
PATTERNS += [safe_pattern(pattern) for pattern in CROSSING]
PATTERNS += [re.compile(pattern) for pattern in (r".(?=\n(.))", r"(?<=(.)\n).", r"(.\n?).")]
LINES = st.lists(st.text("2020年，局。我", max_size=12), min_size=1, max_size=8)


@given(lines=LINES, pattern=st.sampled_from(PATTERNS), across=st.booleans())
def test_no_match_leaves_its_paragraph(
    lines: list[str], pattern: re.Pattern[str], *, across: bool
) -> None:
    document = _document(*lines)
    for match in matches(document, pattern, ["body"], across=across):
        if across:
            assert _placed(document, match) or "\n" in match.text
            place = match.place
            assert (place.block, place.start, place.end) != (None, None, None)
            assert 0 < (place.end or 0) <= len(lines[place.block or 0])
            assert match.evidence.quote
        else:
            assert _placed(document, match)
        for group in range(pattern.groups + 1):
            place = match.group_place(group)
            assert document.quote(place)
            assert place.block == match.place.block


@given(LINES, st.sampled_from([r"年[^。]{0,9}局", r"我.{0,3}", r"\d+[^，]*年"]))
def test_what_stands_in_a_paragraph_is_found_whatever_crosses(
    lines: list[str], pattern: str
) -> None:
    found = [
        (match.place.block, match.place.start, match.text)
        for match in matches(_document(*lines), re.compile(pattern), ["body"])
    ]
    alone = [
        (index, words.start(), words[0])
        for index, line in enumerate(lines)
        for words in re.finditer(pattern.replace("[^", r"[^\n"), line)
    ]
    assert found == alone


@settings(max_examples=60, deadline=None)
@given(texts())
def test_shipped_patterns_stay_in_their_paragraphs(text: str) -> None:
    document = _document(*text.split("\n"))
    for pattern in SHIPPED:
        for match in matches(document, pattern, ["body"]):
            assert _placed(document, match), pattern.pattern


def test_line_breaks_around_a_match_are_no_part_of_it() -> None:
    match = _match(r"(?:^|\n)(20\d\d)年", "导语", "2021年，", "2020年，")
    assert (match.text, match.group(1), match.place.block) == ("2021年", "2021", 1)


def test_what_is_said_over_a_border_is_said() -> None:
    document = _document("责任追究情况", "没有发生")
    pattern = re.compile("情况[^。]{0,3}没有")
    assert says(document, pattern, ["body"])
    assert first_match(document, pattern, ["body"]) is None
    (match,) = matches(document, pattern, ["body"], across=True)
    assert (match.evidence.quote, match.place.line) == ("情况", 1)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", Decimal(12)),
        ("1,200.5", Decimal("1200.5")),
        ("十", None),
        ("²", None),
        ("", None),
        (".", None),
        ("1.2.3", None),
        ("9" * 5000, None),
    ],
)
def test_only_a_number_is_read_as_one(written: str, number: Decimal | None) -> None:
    match = _match("占(.*)比(无)?", f"占{written}比")
    assert match.number(1) == number
    assert (match.number(2), match.number(9), match.group("none")) == (None, None, "")
