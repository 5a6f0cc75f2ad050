"""Figures that a picture may not show whole: cut off at its end, or reaching over a line."""

from collections.abc import Iterator

import pytest
from knowledge import FORMS

pytest.importorskip("rapidocr", reason="pip install 'govcheck[ocr]' reads pictures of tables")
import drawn_tables
from PIL import Image, ImageDraw, ImageFont

from govcheck.readers.ocr import tables
from govcheck.readers.ocr.recognition import RecognisedLine
from govcheck.understanding.printed_form import printed_table

pytestmark = pytest.mark.skipif(not drawn_tables.FONT, reason="no Noto Sans CJK to draw with")
FORM = FORMS["form-2021"].tables["proactive-1"]
FIGURE = 34871
GRID = printed_table(
    FORM, {row.id: dict.fromkeys((one.id for one in FORM.columns), FIGURE) for row in FORM.rows}
)


def figures(picture: Image.Image) -> list[str]:
    """Return what the cells of a picture say that is taken for figures."""
    (grid,) = tables.read_tables(drawn_tables.png(picture)).grids
    return [cell.text for cell in grid.cells if cell.text.isdecimal()]


def cut_off(picture: Image.Image) -> Iterator[Image.Image]:
    """Yield a picture that ends in the figures of its last column, ever further on."""
    for at in range(140, 224, 12):
        yield picture.crop((0, 0, picture.width - at, picture.height))


def test_a_figure_cut_off_where_the_picture_ends_is_no_figure() -> None:
    whole = drawn_tables.drawn(GRID, 2)
    rows = len(figures(whole)) // 3
    assert figures(whole) == [f"{FIGURE}"] * 3 * rows
    for cut in cut_off(whole):
        assert figures(cut) == [f"{FIGURE}"] * 2 * rows


@pytest.mark.parametrize("degrees", [-4, 4])
def test_no_part_of_a_figure_is_taken_for_it_where_a_sheet_askew_is_cut(degrees: int) -> None:
    """As of a page that is turned and shown in a frame of its first size."""
    whole = drawn_tables.drawn(GRID, 2)
    box = (20, 20, whole.width - 20, whole.height - 20)
    askew = whole.crop(box).rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")
    assert set(figures(askew)) == {f"{FIGURE}"}


def test_a_figure_that_goes_on_beyond_a_line_is_no_figure() -> None:
    """Be the line in the middle of a digit or between two, where it touches neither."""
    blank = {row.id: dict.fromkeys(one.id for one in FORM.columns) for row in FORM.rows}
    picture = drawn_tables.drawn(printed_table(FORM, blank), 2)
    font = ImageFont.truetype(str(drawn_tables.FONT), 28)
    low = picture.height - 48
    line = [x for x in range(picture.width - 40) if picture.getpixel((x, low)) == (0, 0, 0)][-1]
    for before in range(16, 72, 4):
        shown = picture.copy()
        pen = ImageDraw.Draw(shown)
        pen.text((line - before, low), f"{FIGURE}", "black", font, anchor="lm")
        assert figures(shown) == []


@pytest.mark.parametrize("text", ["348:", "|12", "1l", "一", "12。"])
def test_other_signs_beside_digits_put_a_figure_in_doubt(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = RecognisedLine(text, 1.0)
    monkeypatch.setattr(tables, "recognise", lambda lines: [sure] * len(lines))
    (grid,) = tables.read_tables(drawn_tables.png(drawn_tables.drawn(GRID, 1))).grids
    assert {cell.text.replace(" ", "") for cell in grid.cells} == {f"{text}？"}
