"""Scanned pages of PDF files are recognised where that is asked for, and accuse nobody."""

from functools import cache
from io import BytesIO

import pytest
from knowledge import FORMS, KNOWLEDGE
from ledgers import BOOK

pytest.importorskip("rapidocr", reason="pip install 'govcheck[ocr]' reads scanned pages")
pytest.importorskip("pypdfium2", reason="pip install 'govcheck[pdf]' reads PDF files")
import drawn_tables
from PIL import Image, ImageDraw, ImageFont
from recognised_tables import MANY

from govcheck.checking import read
from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.understanding.hints import Hints
from govcheck.understanding.printed_form import printed_table

pytestmark = pytest.mark.skipif(not drawn_tables.FONT, reason="no Noto Sans CJK to draw with")
TITLE = "云岭市水务局2024年政府信息公开工作年度报告"
BEFORE = (
    "一、总体情况",
    "全年公开信息35条，按照“公开为常态”的要求，及时更新。",
    "三、收到和处理政府信息公开申请情况",
)
AFTER = ("五、存在的主要问题及改进情况", "公开不够及时，我局已经已经改进。")
WIDTH, STEP = 1700, 70


def sheet(*, wrong: bool = False) -> Image.Image:
    """Draw a page as a scanner sees it; with ``wrong`` one total is."""
    row = {**MANY["r3_1"], "total": 999}
    values = {**MANY, "r3_1": row} if wrong else MANY
    table = drawn_tables.drawn(
        printed_table(FORMS["form-2021"].tables["applications"], values), 2
    )
    page = Image.new("RGB", (WIDTH, table.height + STEP * 8), "white")
    page.paste(table, (50, STEP * 5))
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(drawn_tables.FONT), 34)
    title = ImageFont.truetype(str(drawn_tables.FONT), 52)
    pen.text((WIDTH / 2, STEP), TITLE, "black", title, anchor="mm")
    for at, words in enumerate(BEFORE):
        pen.text((130, STEP * (2 + at)), words, "black", font)
    for at, words in enumerate(AFTER):
        pen.text((130, table.height + STEP * (5.5 + at)), words, "black", font)
    return page


@cache
def scanned(*, wrong: bool = False) -> bytes:
    file = BytesIO()
    sheet(wrong=wrong).save(file, "PDF", resolution=200)
    return file.getvalue()


@cache
def submitted(*, wrong: bool = False) -> Document:
    return read(scanned(wrong=wrong), name="a.pdf", knowledge=KNOWLEDGE, hints=Hints(ocr=True))


def test_the_words_are_read_in_their_order() -> None:
    document = submitted()
    words = [one.text.written for one in document.body if isinstance(one, Paragraph)]
    assert words == [TITLE, *BEFORE, *AFTER]
    assert [part.id for part in document.parts] == ["overview", "applications", "problems"]
    assert document.year == 2024


def test_every_figure_is_the_one_printed_or_not_taken() -> None:
    table = submitted().tables["applications"]
    printed = {(row, column): MANY.get(row, {}).get(column, 0) for row, column in table.cells}
    values = {cell: table.value(*cell) for cell in table.cells}
    assert table.recognised
    assert sum(value is None for value in values.values()) <= 3
    assert {cell: value for cell, value in values.items() if value is not None} == {
        cell: printed[cell] for cell, value in values.items() if value is not None
    }


@pytest.mark.parametrize("wrong", [False, True])
def test_nothing_is_said_for_certain_of_its_words(wrong: bool) -> None:  # noqa: FBT001
    """A reading may be what is wrong: 已经已经 and what is missing are left to a person."""
    findings = assess(Case(document=submitted(wrong=wrong)), BOOK).findings
    failed = {one.rule for one in findings if one.outcome is Outcome.FAIL}
    assert failed <= ({"format/applications-row-total"} if wrong else set())
    judged = {one.rule for one in findings if one.outcome is Outcome.OPEN}
    assert ("format/applications-row-total" in judged | failed) is wrong


def test_without_asking_the_pages_are_named() -> None:
    with pytest.raises(
        Unusable, match="PDF 全文是扫描图像，没有文字层；启用图片识别后可以再检查"
    ):
        read(scanned(), name="a.pdf", knowledge=KNOWLEDGE)


def test_it_is_said_which_pages_were_recognised() -> None:
    document = submitted()
    assert document.incomplete
    assert "第1页是扫描图像，文字和表格由机器识别，须对照原件核验。" in document.notes
