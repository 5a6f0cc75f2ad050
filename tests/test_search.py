"""Searching running text: what surrounds a match, and where it stands."""

import re

from govcheck.blocks import Paragraph
from govcheck.document import Document, Source
from govcheck.form import Form
from govcheck.search import Match, first_match, matches
from govcheck.text import Passage, Text

_FORM = Form(
    id="form-2021",
    title="格式",
    instrument="form-2021",
    first_year=2021,
    last_year=None,
    parts=(),
)


def _document(*paragraphs: str) -> Document:
    starts = tuple(
        sum(len(text) + 1 for text in paragraphs[:n]) for n in range(len(paragraphs))
    )
    return Document(
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
