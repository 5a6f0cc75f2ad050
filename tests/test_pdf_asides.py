"""What stands beside a figure and is no digit of it; pages on their side; texts laid over."""

from itertools import pairwise

import pytest
from pdf_files import HEIGHT, SIZE, file_of, line, pages, prose, stream, table, text
from printed_words import LINES, PAGE, ROWS, at, drawn, grids, paragraphs
from refusals import refusal_of

from govcheck.readers.from_pdf import read_pdf
from govcheck.readers.raw import RawGrid

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

LEFT, BASE = 72 + 100 + 4, 140 + 20 * 2 + 15
"""Where the figure 16 of the table begins, and its base."""
BEHIND = LEFT + 2 * SIZE


def struck(left: float, base: float, words: str) -> bytes:
    end = left + len(words) * SIZE
    return text(left, base, words) + line(left, base - 4, end, base - 4)


ASIDES = {
    "a figure struck out": struck(BEHIND, BASE, "13"),
    "a note raised behind": drawn("1", at(BEHIND, BASE - 5, 0.6)),
    "a note of two digits": drawn("12", at(BEHIND, BASE - 5, 0.6)),
    "a note in brackets": drawn("[1]", at(BEHIND, BASE - 5, 0.6)),
    "a note lowered": drawn("2", at(BEHIND, BASE + 2, 0.6)),
    "a dot": drawn("9", at(BEHIND, BASE, 0.1)),
    "an underline": line(LEFT, BASE + 1.5, BEHIND, BASE + 1.5),
}


@pytest.mark.parametrize("name", ASIDES)
def test_it_is_no_digit_of_the_figure(name: str) -> None:
    page = read_pdf(pages(PAGE + ASIDES[name]))
    assert grids(page) == [ROWS]
    assert page.notes == ()


def test_the_borders_of_tight_cells_are_no_underlines() -> None:
    tight = table(72, 140, ROWS, height=15)
    assert grids(read_pdf(pages(prose(*LINES) + tight))) == [ROWS]


def turned(content: bytes, quarter: int) -> bytes:
    """Turn what is printed, as a landscape table is bound into a report."""
    matrix = {1: b"0 -1 1 0 0 595", 2: b"-1 0 0 -1 595 842", 3: b"0 1 -1 0 842 0"}[quarter]
    return b"q %b cm\n%bQ\n" % (matrix, content)


@pytest.mark.parametrize("number", [b"", text(290, 820, "— 3 —")], ids=["", "numbered"])
def test_a_page_upside_down_is_turned(number: bytes) -> None:
    page = read_pdf(pages(turned(PAGE, 2) + number))
    assert grids(page) == [ROWS]
    assert page.notes == ()


@pytest.mark.parametrize("quarter", [1, 3])
def test_a_page_on_its_side_is_read_or_refused(quarter: int) -> None:
    """The fonts are not in this file: pdfium loses single characters of such a page."""
    page = pages(prose(*LINES), turned(PAGE, quarter))
    assert read_pdf(page).notes[0].startswith("第2页")


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_page_that_its_file_turns_is_turned_back(quarter: int) -> None:
    content = pages(PAGE).replace(b"/MediaBox", b"/Rotate %d/MediaBox" % (90 * quarter))
    assert grids(read_pdf(content)) == [ROWS]


def test_a_heading_beside_a_table_on_its_side_is_not_passed_over() -> None:
    heading = prose("三、收到和处理政府信息公开申请的情况如下", top=800)
    sound = pages(prose(*LINES), turned(PAGE, 1) + heading)
    page = read_pdf(sound)
    assert page.incomplete
    assert "第2页有横置和直置的文字混排" in page.notes[0]


def test_a_cropped_page_says_so() -> None:
    content = pages(PAGE).replace(b"/MediaBox", b"/CropBox[0 700 595 842]/MediaBox")
    assert "裁切" in refusal_of(lambda: read_pdf(content))


def test_a_file_is_refused_for_the_reason_of_each_page() -> None:
    beside = prose(*LINES) + table(72, 140, ROWS, width=80) + table(400, 140, ROWS, width=80)
    said = refusal_of(
        lambda: read_pdf(
            pages(beside, PAGE + drawn("九", at(76, 195, 1)) + text(76, 195, "十"))
        )
    )
    assert "第1页分栏排版" in said
    assert "第2页有重叠" in said
    assert "请提供 Word 原稿" in said


def with_annotation(kind: bytes, words: str) -> bytes:
    """Lay a text over a page, as one who fills in a form or types on it does."""
    plain = pages(b"")
    start = plain.index(b"/Resources<<")
    resources = plain[start : plain.index(b">>\nendobj", start)]
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + resources
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%b/Annots[5 0 R]>>"
            % resources,
            stream(prose(*LINES) + table(72, 140, [*ROWS[:-1], [ROWS[-1][0], ""]])),
            b"<</Type/Annot/Subtype/%b/FT/Tx/F 4/Rect[0 0 595 842]/AP<</N 6 0 R>>>>" % kind,
            stream(text(LEFT, BASE, words), form),
        ]
    )


@pytest.mark.parametrize("kind", [b"Widget", b"FreeText"])
def test_what_is_filled_in_is_read(kind: bytes) -> None:
    page = read_pdf(with_annotation(kind, "16"))
    assert grids(page) == [ROWS]
    assert paragraphs(page) == ["".join(one.strip() for one in LINES)]


def test_a_row_cut_by_the_end_of_a_page_is_made_whole() -> None:
    above = prose(*LINES) + table(72, HEIGHT - 122, [*ROWS, ["行政事业"]])
    cut = text(76, 45, "性收费") + line(72, 60, 272, 60)
    sides = b"".join(line(x, 30, x, 60) for x in (72, 172, 272))
    page = read_pdf(pages(above, cut + sides))
    assert grids(page)[0][: len(ROWS)] == ROWS
    assert not any("性收费" in one for one in paragraphs(page))


COLUMN = "全年主动公开政府信息共三十五条"


def test_what_ends_a_text_in_columns_is_unread_with_it() -> None:
    columns = prose(*[COLUMN] * 9) + prose(*[COLUMN] * 9, left=330)
    rest = prose("六、其他需要报告的事项", "无其他需要报告的事项。")
    assert "分栏" in refusal_of(lambda: read_pdf(pages(columns, rest)))
    assert read_pdf(pages(columns, rest + table(72, 140, ROWS))).notes == (
        "第1页分栏排版，无法读取",
    )


def astride(page: bytes) -> list[str]:
    """Return what the unread cells of a page say."""
    return [
        cell.text
        for block in read_pdf(pages(page)).blocks
        if isinstance(block, RawGrid)
        for cell in block.cells
        if cell.unread
    ]


def test_a_figure_on_a_border_is_unread() -> None:
    rows = [["信息内容", "上年", "本年"], ["规章", "", ""]]
    ruled = prose(*LINES) + table(72, 140, rows)
    border = 72 + 200
    assert astride(ruled + text(border - SIZE, 175, "18")) == ["1", "8"]
    assert (
        astride(ruled + text(border - 3 * SIZE, 175, "18") + text(border + 6, 175, "3")) == []
    )


def test_a_table_that_text_runs_out_of_is_unread() -> None:
    rows = [["信息内容", ""], ["规章", "0"]]
    page = prose(*LINES) + table(72, 140, rows)
    assert read_pdf(pages(page)).notes == ()
    cut = read_pdf(pages(page + text(272 - SIZE, 155, "总计")))
    assert cut.incomplete
    assert grids(cut) == []


def test_a_table_without_a_border_on_its_right_alone_is_unread() -> None:
    """A printer ended it there: what it had no room for may be a column."""
    rows = [["信息内容", "上年", "本年"], ["规章", "0", "1"]]
    words = table(72, 140, rows, ruled=False)
    levels = b"".join(line(72, at, 372, at) for at in (140, 160, 180))
    sides = [line(at, 140, at, 180) for at in (72, 172, 272, 372)]
    ruled = prose(*LINES) + words + levels
    assert grids(read_pdf(pages(ruled + b"".join(sides)))) == [rows]
    cut = read_pdf(pages(ruled + b"".join(sides[:-1])))
    assert cut.incomplete
    assert grids(cut) == []
    neither = read_pdf(pages(ruled + b"".join(sides[1:-1])))
    assert grids(neither) == [rows]


def test_a_border_in_pieces_is_no_underline() -> None:
    """A browser draws it piece by piece; a text may fill the cell above one of them."""
    across, top = (72, 72 + 4 * SIZE, 172, 272), 140
    rows = [["规章名称", "16"], ["规章", "3", "2"]]
    words = [(74, 154, rows[0][0]), (180, 154, "16")]
    words += [(74, 169, "规章"), (130, 169, "3"), (180, 169, "2")]
    content = b"".join(text(*word) for word in words)
    for left, right in pairwise(across):
        for at_height in (top, top + 15, top + 30):
            content += line(left, at_height, right, at_height)
    for left in (across[0], across[2], across[3]):
        content += line(left, top, left, top + 30)
    content += line(across[1], top + 15, across[1], top + 30)
    assert grids(read_pdf(pages(prose(*LINES) + content))) == [rows]


@pytest.mark.parametrize("spacing", [2, 4, 6])
def test_a_line_that_is_spaced_out_keeps_its_figures_whole(spacing: int) -> None:
    loose = b"%d Tc\n" % spacing + text(72, 300, "邮政编码为650999的信箱在本单位") + b"0 Tc\n"
    said = "".join(paragraphs(read_pdf(pages(prose(*LINES) + loose))))
    assert "650999" in said
