"""What is drawn around the words of a cell or a sentence rules no table."""

from collections.abc import Callable

import pytest
from pdf_files import HEIGHT as END
from pdf_files import SIZE, line, pages, prose, table, text
from printed_words import LINES, ROWS, grids, paragraphs

from govcheck.readers.from_pdf import read_pdf
from govcheck.readers.raw import RawPage

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

LEFT, TOP, WIDTH, HEIGHT = 72, 140, 100, 20
Draw = Callable[[float, float, float, float], bytes]
"""What is drawn around words between left, top, right and bottom."""


def boxed(left: float, top: float, right: float, bottom: float, *, corner: float = 0) -> bytes:
    return b"".join(
        (
            line(left + corner, top, right - corner, top),
            line(left + corner, bottom, right - corner, bottom),
            line(left, top + corner, left, bottom - corner),
            line(right, top + corner, right, bottom - corner),
        )
    )


def dotted(left: float, _: float, right: float, bottom: float) -> bytes:
    dots = range(round(left), round(right), 3)
    return b"".join(line(at, bottom, at + 1.5, bottom) for at in dots)


AROUND: dict[str, Draw] = {
    "a box": boxed,
    "a box with round corners": lambda *box: boxed(*box, corner=4),
    "a double box": lambda a, b, c, d: boxed(a, b, c, d) + boxed(a + 1, b + 1, c - 1, d - 1),
    "a line below": lambda a, _, c, d: line(a, d, c, d),
    "a line above": lambda a, b, c, _: line(a, b, c, b),
    "a line on the left": lambda a, b, _, d: line(a, b, a, d),
    "dots below": dotted,
}


def around(draw: Draw, rows: list[list[str]], *, whole: bool) -> bytes:
    """Draw around the words of each cell, or in the room that each cell leaves."""
    drawn = b""
    for down, row in enumerate(rows):
        for across, words in enumerate(row):
            left, top = LEFT + WIDTH * across + 2, TOP + HEIGHT * down + 2
            right = left + (WIDTH - 4 if whole else len(words) * SIZE + 4)
            drawn += draw(left, top, right, top + HEIGHT - 4)
    return drawn


def read(content: bytes) -> RawPage:
    return read_pdf(pages(prose(*LINES) + content))


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("name", AROUND)
def test_the_cells_are_those_of_the_table(name: str, whole: bool) -> None:  # noqa: FBT001
    page = read(table(LEFT, TOP, ROWS) + around(AROUND[name], ROWS, whole=whole))
    assert grids(page) == [ROWS]
    assert page.notes == ()


def test_cells_that_stand_apart_are_a_table() -> None:
    """As of a page whose cells are ruled one by one."""
    words = table(LEFT, TOP, ROWS, ruled=False)
    cells = b"".join(
        boxed(
            LEFT + WIDTH * across + 1,
            TOP + HEIGHT * down + 1,
            LEFT + WIDTH * (across + 1) - 1,
            TOP + HEIGHT * (down + 1) - 1,
        )
        for down, row in enumerate(ROWS)
        for across, _ in enumerate(row)
    )
    assert grids(read(words + cells)) == [ROWS]


def test_what_is_drawn_beyond_the_end_of_a_page_is_of_the_next() -> None:
    """As a browser draws a row whose lines reach up into the page before."""
    first, last = ROWS[:2], [["办法", "3"], ["规定", "12"]]
    top = END - HEIGHT * len(first) - 6
    upper = prose(*LINES) + table(LEFT, top, first) + table(LEFT, END - 0.2, [[""] * 2] * 2)
    lower = table(LEFT, 1, last) + prose(*LINES, top=300)
    assert grids(read_pdf(pages(upper, lower))) == [[*first, *last]]


def test_lines_over_texts_are_theirs_though_they_fill_their_cells() -> None:
    heads, width, low = [("商业", "企业"), ("社会公", "益组织"), ("其", "他")], 3 * SIZE, 14
    down = [TOP, TOP + 2 * low, TOP + 3 * low]
    drawn = b"".join(line(LEFT, at, LEFT + 3 * width, at) for at in down)
    for column, head in enumerate(heads):
        left = LEFT + width * column
        drawn += line(left, down[0], left, down[-1]) + text(left + 9, down[1] + SIZE, "7")
        for number, words in enumerate(head):
            at, begins = TOP + SIZE + low * number, left + (width - SIZE * len(words)) / 2
            over = line(begins, at - 11, begins + SIZE * len(words), at - 11)
            drawn += text(begins, at, words) + over
    drawn += line(LEFT + 3 * width, down[0], LEFT + 3 * width, down[-1])
    assert grids(read(drawn)) == [[["".join(head) for head in heads], ["7"] * len(heads)]]


@pytest.mark.parametrize("half", [0.5, 0.75, 1.5])
def test_lines_may_end_at_the_inner_edge_of_a_thick_border(half: float) -> None:
    """As LibreOffice draws the tables of a Word file."""
    right, bottom = LEFT + 2 * WIDTH, TOP + HEIGHT * len(ROWS)
    border = boxed(LEFT, TOP, right, bottom)
    levels = (TOP + HEIGHT * at for at in range(1, len(ROWS)))
    inside = b"".join(line(LEFT + half, at, right - half, at) for at in levels)
    inside += line(LEFT + WIDTH, TOP + half, LEFT + WIDTH, bottom - half)
    assert grids(read(table(LEFT, TOP, ROWS, ruled=False) + border + inside)) == [ROWS]


@pytest.mark.parametrize("apart", [0, 0.8, 2])
def test_a_cell_with_borders_of_its_own_is_no_box(apart: float) -> None:
    """As a browser draws a thick border, piece by piece, each in its half of the room."""
    words = table(LEFT, TOP, ROWS, ruled=False)
    middle, right = LEFT + WIDTH, LEFT + 2 * WIDTH
    drawn = boxed(LEFT, TOP, middle - apart, TOP + HEIGHT - apart)
    drawn += line(middle, TOP, right, TOP) + line(right, TOP, right, TOP + HEIGHT * len(ROWS))
    for at in range(1, len(ROWS) + 1):
        drawn += line(LEFT, TOP + HEIGHT * at, right, TOP + HEIGHT * at)
    for side in (LEFT, middle):
        drawn += line(side, TOP + HEIGHT, side, TOP + HEIGHT * len(ROWS))
    assert grids(read(words + drawn)) == [ROWS]


def test_boxes_in_a_sentence_leave_it_one() -> None:
    sentence = text(72, 200, "全年收到申请") + text(172, 200, "35") + text(222, 200, "件。")
    page = read(sentence + boxed(146, 186, 220, 203))
    assert paragraphs(page)[-1].split() == ["全年收到申请", "35", "件。"]


def test_a_low_row_with_words_is_a_row() -> None:
    low = [["规章", "0"], ["备案", "1"]]
    assert grids(read(table(LEFT, TOP, low, height=13))) == [low]


def test_frames_around_tables_are_none() -> None:
    """One below the other, each as near its table as a style draws it."""
    tops = (TOP, TOP + 3 * HEIGHT + 10)
    right = LEFT + 2 * WIDTH
    frames = b"".join(boxed(LEFT - 5, top - 5, right + 5, top + 3 * HEIGHT + 5) for top in tops)
    page = read(b"".join(table(LEFT, top, ROWS) for top in tops) + frames)
    assert grids(page) == [ROWS, ROWS]


def test_a_frame_around_rows_tells_no_cells() -> None:
    rows = [["规章", "0", "3"], ["行政规范性文件", "16", "2"], ["合计", "16", "5"]]
    frame = b"".join(line(at, TOP, at, TOP + 3 * HEIGHT) for at in (LEFT, LEFT + 3 * WIDTH))
    levels = (
        line(LEFT, TOP + HEIGHT * at, LEFT + 3 * WIDTH, TOP + HEIGHT * at) for at in range(4)
    )
    page = read(table(LEFT, TOP, rows, ruled=False) + frame + b"".join(levels))
    assert grids(page) == []
    assert any("框线不完整" in note for note in page.notes)


def test_a_table_that_goes_on_beyond_its_page_is_not_whole() -> None:
    page = read(table(LEFT, TOP, [["信息内容", "制发", "废止", "现行", "合计", "备注"]] * 3))
    assert grids(page) == []
    assert any("框线不完整" in note for note in page.notes)
