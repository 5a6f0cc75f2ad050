"""A text that its page cuts into lines of equal width is read as its paragraphs."""

import re

import pytest
from sound_page import BODY, PAGE, assert_not_accused, document_in, page, sound

from govcheck.document.blocks import Paragraph
from govcheck.document.report import Document

WIDTH = 38


def texts(document: Document) -> list[str]:
    return [one.text.normal for one in document.body if isinstance(one, Paragraph)]


def texts_as_written(document: Document) -> str:
    return "".join(one.text.written for one in document.body if isinstance(one, Paragraph))


def wrapped(between: str, around: str = "{}") -> str:
    def cut(paragraph: re.Match[str]) -> str:
        words = paragraph[1]
        return around.format(
            between.join(words[at : at + WIDTH] for at in range(0, len(words), WIDTH))
        )

    return re.sub(r"<p>([^<]*)</p>", cut, BODY)


@pytest.mark.parametrize(
    ("between", "around"),
    [
        ("<br>", "<p>{}</p>"),
        ("</p><p>", "<p>{}</p>"),
        ("\n", "<pre>{}</pre>"),
        ("<br>\n", "{}<br>"),
    ],
)
def test_lines_of_equal_width_are_put_together(between: str, around: str) -> None:
    document = document_in(page(wrapped(between, around)))
    assert_not_accused(document)
    assert "".join(texts(document)) == "".join(texts(sound()))


def test_paragraphs_of_other_lengths_are_not() -> None:
    ending = "。".join(f"第{number}项" + "工作" * number for number in range(20))
    lines = "".join(f"<p>{line}</p>" for line in ending.split("。"))
    document = document_in(PAGE.replace("<h2>六", f"{lines}<h2>六"))
    assert len(texts(document)) == len(texts(sound())) + 20


def test_a_switch_that_unfolds_a_part_is_none_of_it() -> None:
    folded = re.sub(r"(<h2>.*?</h2>)", r"\1<details><summary>展开 ▼</summary>", BODY)
    document = document_in(page(folded.replace("<h2>", "</details><h2>")))
    assert_not_accused(document)
    assert texts(document) == texts(sound())
