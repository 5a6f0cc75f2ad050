"""What lies over or under a page's text is no text; a page that is not sound is unread."""

from collections.abc import Sequence

import pytest
from pdf_files import HEIGHT, SIZE, WIDTH, line, pages, print_exactly, prose, table, text
from printed_words import LINES, PAGE, ROWS, at, drawn, grids, paragraphs

from govcheck.errors import Unusable
from govcheck.readers.formats import read_page
from govcheck.readers.from_pdf import read_pdf

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

HARMLESS = {
    "a turned watermark": drawn("云岭市人民政府", f"1.4 1.4 -1.4 1.4 80 {HEIGHT - 190}"),
    "a turned light watermark": drawn("样本", f"0 3 -3 0 150 {HEIGHT - 200}", "0.8 g"),
    "a large light watermark": drawn("云岭市政府", at(70, 180, 4), "0.85 g"),
    "a small light watermark": drawn("内部资料", at(80, 178), "0.7 g"),
    "bold by printing twice": text(76.4, 155, ROWS[0][0]) + text(176.3, 155.2, ROWS[0][1]),
    "white words on white": drawn("隐藏的文字", at(290, 400), "1 g"),
    "words that are not printed": drawn("隐藏的文字", at(290, 400), mode=3),
    "invisible words that agree": drawn(ROWS[1][0], at(76, 175), mode=3),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_it_is_no_text(name: str) -> None:
    page = read_pdf(pages(PAGE + HARMLESS[name]))
    assert grids(page) == [ROWS]
    assert paragraphs(page) == ["".join(one.strip() for one in LINES)]
    assert page.notes == ()


def test_light_words_on_a_dark_ground_are_text() -> None:
    ground = f"q 0.1 0.3 0.6 rg 72 {HEIGHT - 160} 200 20 re f Q\n".encode()
    heads = [drawn(word, at(76 + 100 * n, 155), "1 g") for n, word in enumerate(ROWS[0])]
    content = prose(*LINES) + ground + table(72, 140, [["", ""], *ROWS[1:]]) + b"".join(heads)
    assert grids(read_pdf(pages(content))) == [ROWS]


def test_grey_words_are_text() -> None:
    figure = drawn("7", at(176, 175), "0.7 g")
    content = prose(*LINES) + table(72, 140, [ROWS[0], ["规章", ""], ROWS[2]]) + figure
    assert grids(read_pdf(pages(content)))[0][1] == ["规章", "7"]


@pytest.mark.parametrize("words", ["一一情形", "11", "1.11", "－－"])
@pytest.mark.parametrize(("aside", "down"), [(0.4, 0.0), (1.5, 1.5), (-1.5, -1.5), (2.0, 0.0)])
def test_words_printed_twice_are_read_once(words: str, aside: float, down: float) -> None:
    again = text(76 + aside, 175 + down, words)
    content = prose(*LINES) + table(72, 140, [ROWS[0], [words, "0"], ROWS[2]])
    assert grids(read_pdf(pages(content + again)))[0][1] == [words, "0"]


TROUBLED = {
    "的文字错开印了两遍": text(80, 195, f"{ROWS[2][0]}等"),
    "有重叠而不一致的文字": text(176, 195, "76"),
    "有重叠而不一致的文字，": drawn("76", at(176, 195), mode=3),
    "有横置的文字": drawn("规章", f"0 1 -1 0 250 {HEIGHT - 170}"),
    "有文字不在其行内或落在页面之外": text(WIDTH + 20, 300, "行"),
    "有文字不在其行内或落在页面之外，": drawn("文件", at(300, 600, 4)) + text(180, 400, "后"),
    "的文字层是乱码": text(72, 400, "ÿ第ĀÐçò条"),
    "的文字层是乱码，": text(72, 400, "尐嬣鐎穄纥" * 6) + text(72, 420, "夰奅奭孡孶" * 20),
    "有文字被图形遮盖": f"q 1 g 70 {HEIGHT - 220} 300 80 re f Q\n".encode(),
    "的字体没有文字编码": text(72, 400, "\ue123号文件"),
    "分栏排版": b"".join(
        text(left, 300 + 20 * n, "左右两栏的文字各成一段")
        for n in range(4)
        for left in (72, 330)
    ),
}


@pytest.mark.parametrize("reason", TROUBLED)
def test_the_page_is_unread_and_named(reason: str) -> None:
    page = read_pdf(pages(prose(*LINES), PAGE + TROUBLED[reason]))
    assert len(page.notes) == 1
    assert page.notes[0].startswith(f"第2页{reason.strip('，')}")
    assert page.incomplete
    assert not grids(page)


def test_a_file_without_a_page_that_can_be_read_is_refused() -> None:
    with pytest.raises(Unusable, match="PDF 全文的文字层是乱码，无法读取；请提供 Word 原稿"):
        read_pdf(pages(prose(*LINES, "ÿ第ĀÐçò条")))


def test_text_beside_a_table_is_a_column() -> None:
    beside = text(330, 165, "左右两栏的文字各成一段")
    page = read_pdf(pages(prose(*LINES), PAGE + beside))
    assert page.notes == ("第2页分栏排版，无法读取",)


def torn(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a page with a table, and another page, which cannot be read."""
    return pages(prose(*LINES) + table(72, 700, rows), PAGE + TROUBLED["有横置的文字"])


def test_a_row_that_adjoins_an_unread_page_may_be_torn() -> None:
    page = read_pdf(torn(ROWS))
    assert grids(page) == [ROWS[:2]]


def test_a_figure_is_one_however_a_cell_wraps_or_spreads_it() -> None:
    figures = [text(174, 155 + 15 * n, one) for n, one in enumerate("603")]
    spread = [text(left, 215, one) for left, one in ((176, "3"), (225, "8"), (258, "4"))]
    lines = [line(72, y, right, y) for y, right in ((140, 190), (200, 290), (225, 290))]
    walls = [line(x, 140, x, 225) for x in (72, 172)] + [line(190, 140, 190, 200)]
    ends = [line(290, 200, 290, 225)]
    words = text(76, 155, "自然人") + text(76, 215, "其他")
    narrow = b"".join((*figures, *spread, *lines, *walls, *ends)) + words
    page = read_pdf(pages(prose(*LINES) + narrow))
    assert [["自然人", "603"]] in grids(page) or ["自然人", "603"] in grids(page)[0]


@pytest.mark.parametrize("last", ["读32条。", "，共32条。", "32条。"])
@pytest.mark.parametrize("spacing", [0, 4, 8, 14])
def test_characters_that_are_spaced_out_are_one_text(last: str, spacing: int) -> None:
    lines = ["全年主动公开信息58条，其中动态26条，解", last]
    content = b"".join(
        b"BT %d Tc ET " % spacing + text(40, 80 + 20 * n, said) for n, said in enumerate(lines)
    )
    assert "".join(paragraphs(read_pdf(pages(content)))) == "".join(lines)


@pytest.mark.parametrize("words", ["电话0871 6550123", "共3 2条"])
def test_a_gap_between_figures_is_a_space(words: str) -> None:
    before, after = words.split()
    content = print_exactly(72, 120, before) + text(78 + SIZE * len(before), 120, after)
    assert words in paragraphs(read_pdf(pages(prose(*LINES) + content)))


def test_a_large_title_goes_on_in_its_second_line() -> None:
    title = drawn("云岭市人民政府办公室二○二四年政府信息公", at(72, 80, 2))
    more = drawn("开工作年度报告", at(72, 115, 2))
    page = read_pdf(pages(title + more + prose(*LINES * 3, top=160)))
    assert paragraphs(page)[0] == "云岭市人民政府办公室二○二四年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "before", [b"\r\n\r\n", b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n", b"\0\1"]
)
def test_what_stands_before_the_file_does_not_matter(before: bytes) -> None:
    assert grids(read_page(before + pages(PAGE), ".pdf")) == [ROWS]


def test_numbers_of_pages_of_its_own_do_not_matter() -> None:
    labels = b"/PageLabels<</Nums[0<</S/r/St 7>>]>>"
    content = pages(PAGE, PAGE + TROUBLED["有横置的文字"]).replace(
        b"/Type/Catalog", b"/Type/Catalog" + labels
    )
    assert read_pdf(content).notes == ("第2页有横置的文字，无法读取",)


def test_tables_of_other_widths_that_touch_are_two() -> None:
    wide = table(72, 140, ROWS, width=150)
    narrow = table(72, 200, [["信息内容", "处理决定"], ["行政许可", "7"]])
    assert grids(read_pdf(pages(prose(*LINES) + wide + narrow))) == [
        ROWS,
        [["信息内容", "处理决定"], ["行政许可", "7"]],
    ]


def test_a_head_over_a_table_that_other_pages_show_beside_text_is_no_text() -> None:
    head = text(72, 40, "云岭市政务公开资料汇编")
    over = table(72, 26, [["行政许可", "7"], ["行政处罚", "8"]], height=24)
    page = read_pdf(pages(prose(*LINES) + head, over + head, prose(*LINES) + head))
    assert grids(page)[0][1] == ["行政处罚", "8"]
    assert "汇编" not in "".join(paragraphs(page)) + str(grids(page))
