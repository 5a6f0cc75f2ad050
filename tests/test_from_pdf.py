"""Printed pages become the paragraphs and tables that were printed, or nothing is said."""

import zlib
from collections.abc import Callable
from itertools import chain

import pytest
from pdf_files import file_of, line, pages, print_exactly, prose, stream, table, text

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.from_pdf import read_pdf
from govcheck.readers.raw import RawGrid, RawPage, RawParagraph

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
from govcheck.readers.pdf import file

FULL = "全年主动公开政府信息共三十五条，其中通过市政府门户网站公开三十条，通过政务新媒体公开"
"""As many characters as fill a line."""
LINES = (
    f" {FULL[:36]}",
    f"{FULL[:38]}",
    "五条。",
    f" 围绕供水保障和防汛抗旱，{FULL[:24]}",
    f"{FULL[4:38]}信息，",
    "全部按时办理。",
)


def paragraphs(page: RawPage) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, RawParagraph)]


def grids(page: RawPage) -> list[RawGrid]:
    return [block for block in page.blocks if isinstance(block, RawGrid)]


def rows(grid: RawGrid) -> list[list[str]]:
    return [[c.text for c in grid.cells if c.row == row] for row in range(grid.height)]


def test_lines_are_joined_into_paragraphs() -> None:
    page = read_pdf(pages(prose(*LINES)))
    joined = "".join(one.strip() for one in LINES)
    first = "".join(one.strip() for one in LINES[:3])
    assert paragraphs(page) == [first, joined.removeprefix(first)]
    assert page.format == "pdf"
    assert not page.incomplete


def test_a_paragraph_goes_on_over_the_end_of_a_page_with_a_number_below() -> None:
    page = read_pdf(
        pages(
            prose(*LINES[:2]) + text(280, 810, "- 1 -"),
            prose(*LINES[2:]) + text(280, 810, "- 2 -"),
        )
    )
    assert paragraphs(page)[0] == "".join(one.strip() for one in LINES[:3])
    assert [block.page for block in page.blocks if isinstance(block, RawParagraph)] == [1, 2]


def test_running_heads_are_left_out_and_other_repeated_lines_stay() -> None:
    heads = [text(72, 40, "云岭市水务局") + prose(*LINES, "无。") for _ in range(3)]
    found = paragraphs(read_pdf(pages(*heads)))
    assert "云岭市水务局" not in found
    assert found.count("无。") == 3


def test_figures_alone_in_the_text_are_no_page_numbers() -> None:
    assert "12" in paragraphs(read_pdf(pages(prose(*LINES, "12"))))


def test_each_line_of_a_table_of_contents_stands_alone() -> None:
    entries = [
        f"{words}{'…' * 20}{at}" for at, words in enumerate(("一、总体情况", "二、主动公开"))
    ]
    found = paragraphs(read_pdf(pages(prose(*entries, *LINES))))
    assert found[:2] == entries


def test_headings_and_titles_stand_alone() -> None:
    page = read_pdf(pages(prose("一、总体情况", *LINES, "二、主动公开政府信息情况", top=120)))
    assert paragraphs(page)[0] == "一、总体情况"
    assert paragraphs(page)[-1] == "二、主动公开政府信息情况"


RULED = [["信息内容", "本年制发件数"], ["规章", "0"], ["行政规范性文件", "1"]]


def test_ruled_tables_become_grids() -> None:
    page = read_pdf(pages(prose("表一") + table(72, 100, RULED) + text(72, 200, "表后。")))
    assert [type(block) for block in page.blocks] == [RawParagraph, RawGrid, RawParagraph]
    assert rows(grids(page)[0]) == RULED


def test_merged_cells_keep_their_extent() -> None:
    lines = [
        line(72, 100, 372, 100),
        line(72, 140, 372, 140),
        line(172, 120, 372, 120),
        *(line(x, 100, x, 140) for x in (72, 172, 372)),
        line(272, 120, 272, 140),
    ]
    words = text(80, 124, "申请人") + text(250, 115, "法人") + text(180, 135, "其他")
    grid = grids(read_pdf(pages(b"".join(lines) + words + text(280, 135, "总计"))))[0]
    assert [(c.row, c.column, c.height, c.width, c.text) for c in grid.cells] == [
        (0, 0, 2, 1, "申请人"),
        (0, 1, 1, 2, "法人"),
        (1, 1, 1, 1, "其他"),
        (1, 2, 1, 1, "总计"),
    ]


def test_a_table_goes_on_over_the_end_of_a_page() -> None:
    first = prose(*LINES) + table(72, 700, RULED)
    more = [["行政许可", "2"], ["行政处罚", "3"]]
    found = grids(read_pdf(pages(first, table(72, 72, more) + text(72, 130, "以上。"))))
    assert [rows(grid) for grid in found] == [[*RULED, *more]]
    assert found[0].page == 1


def test_a_heading_printed_again_on_the_next_page_is_left_out() -> None:
    more = [["行政许可", "2"]]
    found = grids(read_pdf(pages(table(72, 700, RULED), table(72, 72, [RULED[0], *more]))))
    assert [rows(grid) for grid in found] == [[*RULED, *more]]


def test_tables_with_text_between_them_stay_apart() -> None:
    second = text(72, 60, "三、收到和处理政府信息公开申请情况") + table(72, 120, RULED)
    assert len(grids(read_pdf(pages(table(72, 700, RULED), second)))) == 2


def test_a_merged_cell_cut_by_the_end_of_a_page_is_made_whole() -> None:
    def piece(top: float, label: str, figures: list[str]) -> bytes:
        bottom = top + 20 * len(figures)
        inner = [line(172, top + 20 * at, 272, top + 20 * at) for at in range(1, len(figures))]
        borders = [line(72, y, 272, y) for y in (top, bottom)]
        walls = [line(x, top, x, bottom) for x in (72, 172, 272)]
        words = [text(180, top + 15 + 20 * at, one) for at, one in enumerate(figures)]
        said = text(76, top + 15, label) if label else b""
        return b"".join(chain(inner, borders, walls, words)) + said

    first = prose("甲：") + piece(700, "（四）无", ["1", "2"])
    grid = grids(read_pdf(pages(first, piece(72, "法提供", ["3", "4"]))))[0]
    assert [(c.row, c.height, c.text) for c in grid.cells if c.column == 0] == [
        (0, 4, "（四）无法提供")
    ]
    assert [c.text for c in grid.cells if c.column == 1] == ["1", "2", "3", "4"]


def test_a_new_label_at_the_top_of_a_page_is_a_new_cell() -> None:
    first, second = [["（四）无法提供", "1"]], [["（五）不予处理", "2"], ["（六）其他", "3"]]
    found = grids(read_pdf(pages(table(72, 700, RULED + first), table(72, 72, second))))
    assert rows(found[0])[-3:] == [*first, *second]


def test_frames_and_underlines_are_no_tables() -> None:
    frame = [line(60, y, 540, y) for y in (50, 800)] + [line(x, 50, x, 800) for x in (60, 540)]
    under = line(72, 95, 200, 95)
    page = read_pdf(pages(prose(*LINES) + b"".join(frame) + under))
    assert not grids(page)
    assert len(paragraphs(page)) == 2


def test_tables_without_lines_are_said_to_be_unread() -> None:
    plain = [["信息内容", "制发", "废止"], ["规章", "0", "0"], ["行政许可", "12", "3"]]
    page = read_pdf(pages(prose("表一：") + table(72, 120, plain, ruled=False)))
    assert not grids(page)
    assert paragraphs(page) == ["表一："]
    assert page.notes == ("第1页有表格没有框线，未能按表格识别",)
    assert page.incomplete


def test_lines_with_holes_make_no_table() -> None:
    holed = (
        table(72, 100, RULED)
        .replace(line(172, 100, 172, 160), line(172, 120, 172, 160))
        .replace(line(72, 120, 272, 120), line(72, 120, 172, 120))
    )
    page = read_pdf(pages(prose("表一：") + holed))
    assert not grids(page)
    assert page.notes[0] == "第1页有表格框线不完整，未能识别"
    assert page.incomplete


def test_a_character_that_cannot_be_drawn_is_not_taken_for_a_blank() -> None:
    words = [print_exactly(176, 135, "0"), print_exactly(176, 155, "12")]
    ruled = table(72, 100, [["信息内容", "件数"], ["规章", ""], ["规范性文件", ""]])
    page = read_pdf(pages(prose(*LINES), ruled + b"".join(words)))
    assert not grids(page)
    assert page.notes == ("第2页的字体没有文字编码，无法读取",)


def scanned(*more: bytes) -> bytes:
    """Return a file whose first page is a picture; ``more`` are the other pages."""
    picture = stream(
        zlib.compress(b"\0" * 100),
        b"/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8"
        b"/ColorSpace/DeviceGray/Filter/FlateDecode",
    )
    content = pages(b"595 0 0 842 0 0 cm /I Do", *more, resources=b"/XObject<</I 99 0 R>>")
    count = 3 + 2 * (len(more) + 1)
    return _with_object(content, count, picture)


def _with_object(content: bytes, number: int, item: bytes) -> bytes:
    """Add an object to a file; readers find it, for the table of objects is left out."""
    body = content[: content.index(b"xref\n")].replace(b"99 0 R", b"%d 0 R" % number)
    return body + b"%d 0 obj\n%b\nendobj\ntrailer\n<</Root 1 0 R>>\n%%%%EOF" % (number, item)


def test_a_scan_is_unusable_and_told_from_text() -> None:
    with pytest.raises(
        Unusable, match="PDF 全文是扫描图像，没有文字层；启用图片识别后可以再检查"
    ):
        read_pdf(scanned())


def test_a_scanned_page_among_others_is_a_picture() -> None:
    page = read_pdf(scanned(prose(*LINES)))
    assert isinstance(page.blocks[0], Image)
    assert page.blocks[0].page == 1
    assert page.notes == ("第1页是扫描图像，没有文字层",)
    assert page.incomplete


def test_text_laid_invisibly_under_a_scan_is_not_taken_for_the_report() -> None:
    hidden = b"".join(text(72, 72 + 20 * at, words, mode=3) for at, words in enumerate(LINES))
    content = b"q 595 0 0 842 0 0 cm /I Do Q " + hidden
    page = read_pdf(scanned(prose(*LINES), content))
    assert page.notes[1] == "第3页是扫描图像，其文字层由机器识别，未予采用"


def test_turned_pages_are_read_upright() -> None:
    turned = b"1 0 0 1 0 0 cm 0 1 -1 0 842 0 cm\n" + prose(*LINES)
    content = pages(turned, box=b"0 0 842 595").replace(b"/MediaBox", b"/Rotate 90/MediaBox")
    assert paragraphs(read_pdf(content)) == paragraphs(read_pdf(pages(prose(*LINES))))


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def form(level: int, width: int) -> bytes:
    keys = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    return stream(b"/F Do " * width, keys % level)


def of_forms(*forms: bytes) -> bytes:
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</F 5 0 R>>>>>>"
    )
    kids = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return file_of([CATALOG, kids, page, stream(b"/F Do"), *forms])


def laughing() -> bytes:
    """Return a file whose form shows a form ten times, and so on, twelve levels deep."""
    return of_forms(
        *(form(6 + level, 10) for level in range(12)), stream(b"", b"/Subtype/Form")
    )


def in_itself() -> bytes:
    return of_forms(form(5, 2))


def bomb() -> bytes:
    content = zlib.compress(zlib.compress(b" " * 700_000_000, 1), 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    body = stream(content, b"/Filter[/FlateDecode/FlateDecode]")
    return file_of([CATALOG, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, body])


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "20,000 pages": (
        lambda: pages(*[b""] * 20_000),
        "PDF 超过 500 页，不予读取；请只提交报告正文",
    ),
    "pages in a loop": (
        lambda: file_of([CATALOG, b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>"]),
        "PDF 已损坏",
    ),
    "forms of forms": (laughing, "无法在限定的时间和内存内读出"),
    "a form in itself": (in_itself, "无法在限定的时间和内存内读出"),
    "a bomb": (bomb, "无法在限定的时间和内存内读出"),
    "a giant page": (lambda: pages(b"", box=b"0 0 9999999 9999999"), "第 1 页的幅面过大"),
    "a million lines": (lambda: pages(b"0 0 m 9 9 l S\n" * 300_000), "图形对象超过"),
    "noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 99, "PDF 已损坏"),
    "a file cut off": (lambda: pages(prose(*LINES))[:200], "PDF 已损坏"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_get_one_clear_line(name: str) -> None:
    make, reason = HOSTILE[name]
    with pytest.raises(Unusable, match=reason):
        read_pdf(make())


def test_characters_of_all_pages_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    count = len(FULL) + len("\r\n")
    content = pages(*[text(40, 40, FULL)] * 3)
    for most, read in ((3 * count, 3), (2 * count, 2)):
        monkeypatch.setattr(file, "MOST_GLYPHS", most)
        folios = file.read_folios(content)
        assert [next(folios).number for _ in range(read)] == [*range(1, read + 1)]
    with pytest.raises(Unusable, match=f"PDF 文字超过 {2 * count} 字"):
        next(folios)


def test_a_locked_file_says_so() -> None:
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>>/ID[<00><00>]"
    key = b"11" * 32
    content = file_of([CATALOG, b"<</Type/Pages/Count 0/Kids[]>>"], lock % (key, key))
    with pytest.raises(Unusable, match="PDF 设有打开密码，请取消密码后再检查"):
        read_pdf(content)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govcheck.readers.pdf.isolation.find_spec", lambda _: None)
    with pytest.raises(Unusable, match=r'pip install "govcheck\[pdf\]"'):
        read_pdf(pages(prose(*LINES)))
