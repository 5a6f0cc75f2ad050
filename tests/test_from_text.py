"""Plain text and Markdown: paragraphs, headings, tables, pictures, and unwrapped lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.from_text import read_text
from govcheck.readers.limits import MOST_CHARACTERS
from govcheck.readers.raw import RawGrid, RawParagraph


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(text).blocks if isinstance(block, RawParagraph)]


def unwrapped(text: str) -> list[str]:
    """Return paragraphs without the line breaks at which they are wrapped."""
    return [one.replace("\n", "") for one in texts(text)]


def tables(text: str) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in block.cells if cell.row == row] for row in range(block.height)]
        for block in read_text(text).blocks
        if isinstance(block, RawGrid)
    ]


def wrapped(paragraph: str, width: int = 28) -> str:
    """A paragraph as a PDF file yields it."""
    pieces = [paragraph[start : start + width] for start in range(0, len(paragraph), width)]
    return "\n".join(pieces)


PROSE = (
    "全市各级行政机关坚持以公开为常态、不公开为例外，围绕重点领域持续加大主动公开力度，"
    "通过门户网站、政务新媒体和政府公报等渠道公开信息，规范依申请公开办理流程，加强平台建设，"
    "完善监督保障机制，群众获取政府信息的渠道更加通畅，全年没有发生泄密事件"
)


class TestLines:
    def test_every_line_is_a_paragraph_that_knows_its_number(self) -> None:
        page = read_text("云岭市年度报告\n\n  一、总体情况\r\n全年公开信息12条。\n")
        assert [(b.text, b.line) for b in page.blocks if isinstance(b, RawParagraph)] == [
            ("云岭市年度报告", 1),
            ("一、总体情况", 3),
            ("全年公开信息12条。", 4),
        ]

    @pytest.mark.parametrize(
        "line", ["- 1 -", "— 12 —", "－３－", "–4–", "第 3 页", "第3页 共7页", "第3页，共 7 页"]
    )
    def test_page_numbers_are_left_out(self, line: str) -> None:
        assert texts(f"甲\n{line}\n乙") == ["甲", "乙"]

    @pytest.mark.parametrize("line", ["0", "-", "/", "12", "-3", "2-3", "第3期", "|", "||||"])
    def test_what_a_cell_may_hold_is_kept(self, line: str) -> None:
        assert texts(f"甲\n{line}\n乙") == ["甲", line, "乙"]

    def test_cells_on_lines_of_their_own_lose_the_pipe_at_their_end(self) -> None:
        stream = "第二十条第(一)项 |\n||||\n规章 |\n0 |\n减3 | |\n|\n"
        assert texts(stream) == ["第二十条第(一)项", "||||", "规章", "0", "减3", "|"]

    def test_a_line_with_pipes_alone_is_no_table(self) -> None:
        assert texts("登录| 注册\n\n更新时间: | 来源:办公室") == [
            "登录| 注册",
            "更新时间: | 来源:办公室",
        ]

    def test_the_name_of_a_picture_is_a_picture(self) -> None:
        assert read_text("甲\n图片1.png").blocks[1] == Image(
            source="图片1.png", alt="图片1.png", line=2
        )


class TestMarkdown:
    def test_headings_have_their_level(self) -> None:
        page = read_text("# 年度报告 #\n## 一、总体情况\n### （一）**主动**公开\n#标签")
        assert [(b.text, b.level) for b in page.blocks if isinstance(b, RawParagraph)] == [
            ("年度报告", 1),
            ("一、总体情况", 2),
            ("（一）主动公开", 3),
            ("#标签", None),
        ]

    def test_signs_are_taken_off_and_list_marks_kept(self) -> None:
        assert texts("> 引**文**\n- 第一\n1. 第二\n---\n```\n2*3=6") == [
            "引文",
            "- 第一",
            "1. 第二",
            "2*3=6",
        ]

    def test_links_and_pictures(self) -> None:
        page = read_text("详见[附件](/a.pdf)\n![表](b.png)\n")
        text, picture = page.blocks
        assert isinstance(text, RawParagraph)
        assert (text.text, text.linked) == ("详见附件", 0.5)
        assert picture == Image(source="b.png", alt="表", line=2)
        assert [(link.address, link.text, link.line) for link in page.links] == [
            ("/a.pdf", "附件", 1)
        ]


class TestTables:
    def test_a_line_below_the_heads_makes_a_table(self) -> None:
        page = read_text("表二\n| 信息内容 | 制发 |\n|---|:--:|\n| 规章 |  |\n尾")
        (grid,) = (block for block in page.blocks if isinstance(block, RawGrid))
        assert (grid.height, grid.width, grid.line) == (2, 2, 2)
        assert [(c.row, c.column, c.text, c.line, c.header) for c in grid.cells] == [
            (0, 0, "信息内容", 2, True),
            (0, 1, "制发", 2, True),
            (1, 0, "规章", 4, False),
            (1, 1, "", 4, False),
        ]

    def test_rows_without_such_a_line_are_a_table_too(self) -> None:
        rows = "第二十条第(一)项 | |||\n信息内容 | 制发 | 废止 | 有效 |\n规章 | 0 | 0 | 0 |"
        assert tables(rows) == [
            [
                ["第二十条第(一)项", "", "", ""],
                ["信息内容", "制发", "废止", "有效"],
                ["规章", "0", "0", "0"],
            ]
        ]

    def test_one_row_is_a_table_if_it_counts(self) -> None:
        assert tables("一、本年新收 | 3 | 0 | 3 | ||") == [
            [["一、本年新收", "3", "0", "3", "", ""]]
        ]
        assert tables("首页 | 政务公开 | 互动交流") == []

    def test_every_line_below_heads_begins_a_table(self) -> None:
        text = "|甲|1|\n|---|---|\n|乙|2|\n|丙|3|\n|---|---|\n\n|丁|4|\n|戊|5|"
        assert tables(text) == [
            [["甲", "1"], ["乙", "2"]],
            [["丙", "3"]],
            [["丁", "4"], ["戊", "5"]],
        ]

    def test_tabs_part_cells(self) -> None:
        assert tables("信息内容\t制发\t废止\n规章\t0\t\n\t1\t2") == [
            [["信息内容", "制发", "废止"], ["规章", "0", ""], ["", "1", "2"]]
        ]
        assert texts("\t一、总体情况\n\t全年公开。") == ["一、总体情况", "全年公开。"]

    def test_ragged_rows_stay_as_they_are(self) -> None:
        (grid,) = read_text("|一|1|2|\n|1|2|").blocks
        assert isinstance(grid, RawGrid)
        assert (grid.width, len(grid.cells)) == (3, 5)


class TestWrapping:
    def test_wrapped_text_becomes_paragraphs_again(self) -> None:
        first, second = wrapped(f"{PROSE}。"), wrapped(f"{PROSE * 2}！")
        text = f"一、总体情况\n{first}\n- 1 -\n（一）主动公开。\n{second}\n"
        assert unwrapped(text) == [
            "一、总体情况",
            f"{PROSE}。",
            "（一）主动公开。",
            f"{PROSE * 2}！",
        ]

    def test_a_page_number_does_not_tear_a_paragraph(self) -> None:
        lines = wrapped(PROSE * 3 + "。").split("\n")
        text = "\n".join([*lines[:5], "- 1 -", *lines[5:]])
        assert unwrapped(text) == [f"{PROSE * 3}。"]

    def test_words_and_figures_do_not_run_together(self) -> None:
        cut = "详见云岭市人民政府门户网站年度报告专栏或者来电咨询联系人电话 0871"
        text = f"{wrapped(PROSE * 3 + '。')}\n{cut}\n12345678\n"
        assert not any("087112345678" in paragraph for paragraph in texts(text))

    @pytest.mark.parametrize(
        "follower",
        [
            "二、主动公开",
            "（二）依申请公开",
            "(三)平台",
            "1.建立制度",
            "2、完善机制",
            "第二十条第（一）项",
            "0 0 0 0 0 0 0",
            "12",
            "结果 维持 纠正 其他 总计",
            "# 题",
            "",
        ],
    )
    def test_what_begins_anew_is_not_joined(self, follower: str) -> None:
        lines = wrapped(PROSE * 3).split("\n")[:-1]
        text = "\n".join([*lines, follower, "尾"])
        assert texts(text)[0] == "\n".join(lines)

    def test_a_row_of_figures_goes_on_in_nothing(self) -> None:
        row = "一、本年新收政府信息公开申请数量合计 3001 53 0 0 61 4 3119"
        assert texts(f"{wrapped(PROSE * 3 + '。')}\n{row}\n续行")[1:] == [row, "续行"]

    @pytest.mark.parametrize("step", [2, 7])
    def test_lines_of_different_length_are_paragraphs(self, step: int) -> None:
        lines = [PROSE[: 20 + step * number] for number in range(1, 14)]
        assert texts("\n".join(lines)) == lines

    def test_lines_that_end_sentences_are_paragraphs(self) -> None:
        lines = [
            f"{number}项工作均已按照年度要点的要求逐项落实到位并报送。"
            for number in "甲乙丙丁戊己庚辛壬"
        ]
        assert texts("\n".join(lines)) == lines


@given(st.text(alphabet="公开|-# \t\n一、0123。*[](!)", max_size=200))
def test_no_letter_or_figure_is_lost_or_doubled(text: str) -> None:
    page = read_text(text)
    read = "".join(
        "".join(cell.text for cell in block.cells)
        if isinstance(block, RawGrid)
        else (block.text if isinstance(block, RawParagraph) else "")
        for block in page.blocks
    )
    assert read.count("公") + read.count("开") <= text.count("公") + text.count("开")
    for block in page.blocks:
        if isinstance(block, RawParagraph):
            assert block.text
        if isinstance(block, RawGrid):
            assert all(
                cell.column < block.width and cell.row < block.height for cell in block.cells
            )


def test_long_lines_take_no_longer_than_they_are() -> None:
    for sign in ("|", "[", "*", "_", "- ", "1 ", "![", "图."):
        assert read_text(sign * 100_000).format == "text"


def test_lines_of_rules_alone_are_no_table() -> None:
    page = read_text("| 规章 | 3 |\n|---|---|\n|---|---|\n|---|---|\n| 行政许可 | 5 |\n")
    assert "行政许可" in str(page.blocks)


class TestTornAndDrawn:
    """Rows that go on in the next line, and the many signs that part cells."""

    def test_a_row_goes_on_to_the_sign_behind_it(self) -> None:
        text = "| 规章 | 1 | 0 | 2 |\n| 行政规范性\n文件 | 3 | 0 | 12 |\n| 尾 | 4 | 5 | 6 |"
        (grid,) = (b for b in read_text(text).blocks if isinstance(b, RawGrid))
        assert next(c.text for c in grid.cells if c.row == 1) == "行政规范性\n文件"

    def test_one_that_goes_on_in_figures_keeps_none(self) -> None:
        text = "| 规章 | 1 | 0 | 2 |\n| 文件 | 3\n| 0 | 12 |\n| 尾 | 4 | 5 | 6 |"
        assert tables(text)[0][1] == ["文件"]

    @pytest.mark.parametrize("side", "|｜│┃║")
    def test_many_signs_part_cells(self, side: str) -> None:
        text = f"{side}规章{side}1{side}2{side}\n{side}文件{side}3{side}4{side}"
        assert tables(text) == [[["规章", "1", "2"], ["文件", "3", "4"]]]

    @pytest.mark.parametrize(
        ("above", "between"), [("┌──┬──┐", "├──┼──┤"), ("+----+----+", "+====+====+")]
    )
    def test_what_is_drawn_between_rows_is_none(self, above: str, between: str) -> None:
        text = f"{above}\n| 规章 | 1 |\n{between}\n| 文件 | 3 |\n{above}"
        assert tables(text) == [[["规章", "1"], ["文件", "3"]]]

    def test_markdown_in_cells(self) -> None:
        text = (
            "| 法人<br>组织 | **12** | a\\|b | &nbsp; |\n|---|---|---|---|\n| 甲 | 1 | 2 | 3 |"
        )
        assert tables(text)[0][0] == ["法人\n组织", "12", "a|b", ""]

    def test_a_row_of_signs_for_nothing_is_a_row(self) -> None:
        assert tables("| 甲 | 乙 |\n|---|---|\n| - | - |")[0][1] == ["-", "-"]

    def test_without_signs_around_a_first_empty_cell_stands(self) -> None:
        assert tables("规章 | 一 | 3\n | 二 | 4\n文件 | 三 | 5") == [
            [["规章", "一", "3"], ["二", "4"], ["文件", "三", "5"]]
        ]


@pytest.mark.parametrize(
    "cell",
    [
        "~~13~~14",
        "`14`",
        "*14*",
        "**14**",
        "14[^1]",
        "<b>14</b>",
        "<del>13</del>14",
        "14<sup>1</sup>",
    ],
)
def test_the_signs_in_a_cell_are_none_of_its_figure(cell: str) -> None:
    assert tables(f"| 规章 | 件数 |\n|---|---|\n| 制发 | {cell} |") == [
        [["规章", "件数"], ["制发", "14"]]
    ]


@pytest.mark.parametrize("cell", ["~14", "1~~4", "14*", "1_4"])
def test_signs_that_mean_nothing_stay(cell: str) -> None:
    assert tables(f"| 规章 | 件数 |\n|---|---|\n| 制发 | {cell} |")[0][1][1] == cell


HTML_TABLE = (
    "<table>\n<tr><td colspan=2>第二十条</td></tr>\n<tr><td>规章</td><td>3</td></tr>\n</table>"
)


def test_a_table_written_as_html_stands_in_its_place() -> None:
    page = read_text(f"## 一、甲\n\n{HTML_TABLE}\n\n## 二、乙\n\n正文<b>不变")
    kinds = [type(block) for block in page.blocks]
    assert kinds == [RawParagraph, RawGrid, RawParagraph, RawParagraph]
    said = [block.text for block in page.blocks if isinstance(block, RawParagraph)]
    assert said == ["一、甲", "二、乙", "正文<b>不变"]
    assert [block.line for block in page.blocks] == [1, 3, 8, 10]
    grid = page.blocks[1]
    assert isinstance(grid, RawGrid)
    assert [(c.text, c.width, c.line) for c in grid.cells] == [
        ("第二十条", 2, 4),
        ("规章", 1, 5),
        ("3", 1, 5),
    ]


@pytest.mark.parametrize(
    "text",
    ["<table>没有结束", "<table></table>", "</table>先结束<table>", "小于号<table 后面没有"],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    assert texts(text) == [text]


def test_rows_parted_by_commas_are_a_table() -> None:
    text = '总体情况如下。\n\n信息内容,本年,上年,备注\n规章,0,1,\n"文件,其他",3,,"无"\n\n结尾。'
    assert tables(text) == [
        [
            ["信息内容", "本年", "上年", "备注"],
            ["规章", "0", "1", ""],
            ["文件,其他", "3", "", "无"],
        ]
    ]
    assert texts(text) == ["总体情况如下。", "结尾。"]


@pytest.mark.parametrize(
    "text",
    [
        "开展培训,发布信息,办理申请,回应关切。\n完善制度,加强监督,规范平台,提高质量。",
        "甲,乙,丙,丁\n子,丑,寅,卯",
        "受理,答复,,结转共3件。",
        "一,2,三,四\n一,2,三",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert tables(text) == []
    assert texts(text) == text.split("\n")


def test_a_text_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unusable, match=f"超过 {MOST_CHARACTERS} 字"):
        read_text("政" * (MOST_CHARACTERS + 1))


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_what_is_around_and_in_a_table_of_html_keeps_its_line(end: str) -> None:
    text = f"甲{end}乙\n<table><tr><td>丙{end}<td>丁\n</table>戊{end}己"
    lines = {
        block.text: block.line
        for block in read_text(text).blocks
        if isinstance(block, RawParagraph)
    }
    assert lines == {"甲": 1, "乙": 2, "丙": 3, "丁": 4, "戊": 5, "己": 6}


def test_a_cell_of_a_row_that_is_torn_has_the_line_that_it_begins_on() -> None:
    text = "| 甲 | 乙 | 丙 |\n|---|---|---|\n| 行政\n许可 | 3\n件 | 4 |\n| 处罚 | 5 | 6 |\n"
    (grid,) = read_text(text).blocks
    assert isinstance(grid, RawGrid)
    lines = [(cell.text, cell.line) for cell in grid.cells[3:]]
    assert lines == [("行政\n许可", 3), ("3\n件", 4), ("4", 5), ("处罚", 6), ("5", 6), ("6", 6)]
