"""HTML pages: what a browser shows, what it hides, and the true grid of every table."""

import re
from collections import Counter

import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st

from govcheck.document.blocks import Image
from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawGrid, RawPage, RawParagraph
from govcheck.understanding.normal import normal_text


def paragraphs(page: RawPage) -> list[RawParagraph]:
    return [block for block in page.blocks if isinstance(block, RawParagraph)]


def texts(markup: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(read_html(markup))]


def zones(markup: str) -> dict[str, str]:
    return {paragraph.text: paragraph.zone for paragraph in paragraphs(read_html(markup))}


def outline(markup: str) -> list[str]:
    """Every block in one word or so: a paragraph's text, a grid's size."""
    return [
        f"{block.height}×{block.width}" if isinstance(block, RawGrid) else _word(block)
        for block in read_html(markup).blocks
    ]


def _word(block: RawParagraph | Image) -> str:
    return block.text if isinstance(block, RawParagraph) else block.source


def grid(markup: str) -> RawGrid:
    (found,) = (block for block in read_html(markup).blocks if isinstance(block, RawGrid))
    return found


def slots(table: RawGrid) -> dict[tuple[int, int], str]:
    """Every slot with the text of the cell that covers it; fails where two cells do."""
    covered = [
        ((row, column), cell.text)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.height)
        for column in range(cell.column, cell.column + cell.width)
    ]
    assert len(covered) == len(dict(covered))
    return dict(covered)


def rows(table: RawGrid) -> list[list[str]]:
    covered = slots(table)
    return [
        [covered.get((row, column), "") for column in range(table.width)]
        for row in range(table.height)
    ]


class TestParagraphs:
    def test_blocks_and_breaks_part_them_and_inline_elements_do_not(self) -> None:
        markup = "<body>头<p>收<b>1</b><i>2</i>件<br>后段</p>尾<div>甲<h3>乙</h3>丙</div>"
        assert texts(markup) == ["头", "收12件", "后段", "尾", "甲", "乙", "丙"]

    def test_white_space_collapses_as_in_a_browser(self) -> None:
        assert texts("<p>\n 本年\t 新  收&nbsp;&nbsp;2\u3000件 \n</p>") == [
            "本年 新 收\xa0\xa02\u3000件"
        ]

    def test_a_paragraph_of_spaces_is_none(self) -> None:
        assert texts("<p>&nbsp;\u3000 </p><p><o:p></o:p></p>") == []

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert texts("<pre>一行\n二行\n\n三行</pre>") == ["一行", "二行", "三行"]
        assert texts('<p style="white-space: pre-wrap">一行\n二行</p>') == ["一行", "二行"]

    def test_what_is_no_text_of_the_page_is_left_out(self) -> None:
        unseen = (
            "<script>a</script><style>b</style><noscript>c</noscript><template>d</template>"
        )
        assert texts(
            f"{unseen}<svg><title>e</title><text>f</text></svg><!-- g --><p>文</p>"
        ) == ["文"]

    def test_lines_are_those_of_the_source(self) -> None:
        page = read_html(
            "<body>\n<p>一\n</p>\n\n文\n<span>二</span>\n<div>\n\n三</div>\n<br>四"
        )
        assert [(p.text, p.line) for p in paragraphs(page)] == [
            ("一", 2),
            ("文 二", 5),
            ("三", 9),
            ("四", 10),
        ]

    def test_headings_have_a_level_also_when_broken(self) -> None:
        page = read_html("<h1>云岭市人民政府<br>2024年年度报告</h1><h2><b>一、</b>总体</h2>")
        assert [(p.text, p.level) for p in paragraphs(page)] == [
            ("云岭市人民政府", 1),
            ("2024年年度报告", 1),
            ("一、总体", 2),
        ]

    def test_containers_tell_what_stands_together(self) -> None:
        page = read_html("<div>甲<p>乙</p></div><div>丙</div>")
        first, second, third = (p.container for p in paragraphs(page))
        assert first == second != third

    def test_the_share_of_links_is_known(self) -> None:
        page = read_html(
            '<p><a href="/a">首页</a></p><p>详见<a href="/b">附件</a></p><p>无</p>'
        )
        assert [p.linked for p in paragraphs(page)] == [1.0, 0.5, 0.0]


class TestZones:
    @pytest.mark.parametrize(
        ("markup", "zone"),
        [
            ("<nav>文</nav>", "nav"),
            ("<header>文</header>", "header"),
            ("<footer><p>文</footer>", "footer"),
            ("<aside>文</aside>", "aside"),
            ("<article><header>文</header></article>", ""),
            ('<div role="navigation">文</div>', "nav"),
            ('<div class="mainNav">文</div>', "nav"),
            ('<div id="footer-box">文</div>', "footer"),
            ('<div class="position">文</div>', "nav"),
            ('<div class="position-relative">文</div>', ""),
            ('<div class="nav-content">文</div>', ""),
            ('<div class="article share">文</div>', ""),
            ('<div class="bdshare">文</div>', "aside"),
            ('<div class="hotword">文</div>', "aside"),
            ('<div class="pre-next">文</div>', "aside"),
            ('<table class="menu"><tr><td>文</td></tr></table>', "nav"),
            ("<ul><li>文</li></ul>", "list"),
            ('<ul class="menu"><li>文</li></ul>', "nav"),
            ("<select><option>文</option></select>", "aside"),
        ],
    )
    def test_tags_roles_and_names_mark_them(self, markup: str, zone: str) -> None:
        assert zones(markup) == {"文": zone}

    def test_a_zone_with_long_prose_is_none(self) -> None:
        prose = "全市各级各部门持续推进政务公开。" * 15
        page = f'<div class="nav"><p>{prose}</p><p>短句</p></div><div class="nav">首页</div>'
        assert zones(page) == {prose: "", "短句": "", "首页": "nav"}

    @pytest.mark.parametrize(
        "attributes",
        [
            "hidden",
            'style="display:none"',
            'style="DISPLAY : NONE !important"',
            'style="visibility: hidden"',
            'style="mso-hide:all"',
            'style="position:absolute; left:-9999px"',
            'style="text-indent:-9999px"',
            'style="height:0;overflow:hidden"',
            'style="overflow:hidden;width:0px"',
            'style="font-size:0"',
        ],
    )
    @pytest.mark.parametrize("tag", ["div", "span", "p", "font"])
    def test_hidden_text_is_kept_and_marked(self, tag: str, attributes: str) -> None:
        assert zones(f"<p>明</p><{tag} {attributes}>暗</{tag}>") == {"明": "", "暗": "hidden"}

    @pytest.mark.parametrize(
        "style",
        [
            "line-height:0",
            "font-size:0.9em",
            "border:none",
            "text-indent:-32pt",
            "height:0",
            "min-height:0;overflow:hidden",
            "position:absolute;left:-5px",
            "margin-left:-9999px",
        ],
    )
    def test_other_styles_hide_nothing(self, style: str) -> None:
        assert zones(f'<p style="{style}">明</p>') == {"明": ""}

    def test_a_size_of_its_own_is_seen_within_none(self) -> None:
        markup = '<div style="font-size:0">暗<span style="font-size:14px">明</span></div>'
        assert zones(markup) == {"暗": "hidden", "明": ""}

    def test_hidden_words_do_not_part_a_paragraph(self) -> None:
        markup = '<p>公开<span style="display:none">彩票</span>信息</p>'
        assert zones(markup) == {"公开信息": "", "彩票": "hidden"}


class TestHeadAndLinks:
    def test_title_and_meta_tags(self) -> None:
        page = read_html(
            "<title> 云岭市\n 年度报告 </title><META NAME=PubDate content=2025-01-20>"
            '<meta property="og:Title" content="甲"><meta name=pubdate content=late>'
            "<meta name=x>"
        )
        assert page.title == "云岭市 年度报告"
        assert page.meta == {"pubdate": "2025-01-20", "og:title": "甲"}

    def test_links_keep_their_order_text_and_state(self) -> None:
        page = read_html(
            '<a href=" /a.pdf ">附<b>件</b></a>\n<iframe src=/b.html title=表></iframe>'
            "<embed src=/c.pdf><object data=/d.pdf></object><a name=x>锚</a>"
            '<div style="display:none"><a href=http://e.example>彩票</a></div>'
        )
        assert [(link.address, link.text, link.line, link.hidden) for link in page.links] == [
            ("/a.pdf", "附件", 1, False),
            ("/b.html", "表", 2, False),
            ("/c.pdf", "", 2, False),
            ("/d.pdf", "", 2, False),
            ("http://e.example", "彩票", 2, True),
        ]

    def test_pictures_follow_the_paragraph_that_they_stand_in(self) -> None:
        page = read_html(
            '<p><img src=1.png></p>\n<p>见<img src=2.png alt="图 2" title=表>表</p>'
        )
        first, text, second = page.blocks
        assert first == Image(source="1.png", line=1)
        assert isinstance(text, RawParagraph)
        assert text.text == "见表"
        assert second == Image(source="2.png", alt="图 2", caption="表", line=2)

    def test_a_picture_loaded_late_has_its_address_elsewhere(self) -> None:
        assert outline("<img data-src=a.png><img>") == ["a.png"]


class TestCells:
    def test_breaks_in_a_label_are_matters_of_width(self) -> None:
        table = grid(
            "<table><tr><td>信息</td><td>本年新<br>制作数量</td><td><p>规</p><p>章</p></td></tr>"
            "<tr><td>1<br>2</td><td>GB<br>2312</td><td>22<br>（其中修订16件）</td></tr></table>"
        )
        assert rows(table) == [
            ["信息", "本年新\n制作数量", "规\n章"],
            ["1\n2", "GB\n2312", "22\n（其中修订16件）"],
        ]
        assert [normal_text(cell.text).normal for cell in table.cells] == [
            *("信息", "本年新制作数量", "规章"),
            *("1 2", "GB 2312", "22（其中修订16件）"),
        ]

    def test_hidden_text_is_no_part_of_a_cell(self) -> None:
        markup = (
            '<table><tr><td>规章</td><td>1<span style="display:none">3</span></td></tr>'
            '<tr><td style="display:none">9</td><td>文件</td><td>2</td></tr></table>'
        )
        assert rows(grid(markup)) == [["规章", "1"], ["文件", "2"]]
        assert zones(markup) == {"3": "hidden", "9": "hidden"}

    def test_pictures_in_cells_are_not_lost(self) -> None:
        assert outline("<table><tr><td>甲<td><img src=a.png><tr><td>1<td>2</table>") == [
            "2×2",
            "a.png",
        ]

    def test_cells_know_their_line_and_kind(self) -> None:
        table = grid(
            "<table>\n<tr><th>甲</th>\n<td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>"
        )
        assert [(cell.line, cell.header) for cell in table.cells[:2]] == [(2, True), (3, False)]
        assert table.line == 1


class TestLayout:
    def test_a_layout_table_is_dissolved_in_reading_order(self) -> None:
        markup = """<table><tr><td><ul><li>菜单</ul></td><td><h1>题</h1><p>一、总体情况</p>
            <table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table>
            <p>尾</p></td></tr></table>"""
        assert outline(markup) == ["菜单", "题", "一、总体情况", "2×2", "尾"]

    @pytest.mark.parametrize(
        ("markup", "blocks"),
        [
            ("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", ["甲", "乙"]),
            ("<table><tr><td>来源</td><td>日期</td></tr></table>", ["来源", "日期"]),
            ("<table><tr><td>行政许可</td><td>12</td></tr></table>", ["1×2"]),
            (
                f"<table><tr><td>问题</td><td>{'文' * 400}</td></tr></table>",
                ["问题", "文" * 400],
            ),
            (
                "<table role=presentation><tr><td>1<td>2<tr><td>3<td>4</table>",
                ["1", "2", "3", "4"],
            ),
            (
                "<table><tr><td><a href=a>甲</a><td>1<tr><td><a href=b>乙</a><td><a href=c>丙",
                ["甲", "1", "乙", "丙"],
            ),
        ],
    )
    def test_data_relate_cells_to_each_other(self, markup: str, blocks: list[str]) -> None:
        assert outline(markup) == blocks

    def test_a_whole_report_in_one_table_is_split(self) -> None:
        markup = """<table>
            <tr><td colspan=3>云岭市2024年政府信息公开工作年度报告</td></tr>
            <tr><td colspan=3>一、总体情况</td></tr><tr><td colspan=3>一切正常。</td></tr>
            <tr><td colspan=3>二、主动公开政府信息情况</td></tr>
            <tr><td colspan=3>第二十条第（一）项</td></tr>
            <tr><td>信息内容</td><td>制发</td><td>废止</td></tr>
            <tr><td>规章</td><td>0</td><td>0</td></tr>
            <tr><td colspan=3>三、收到和处理政府信息公开申请情况</td></tr>
            <tr><td rowspan=2>勾稽关系</td><td colspan=2>申请人情况</td></tr>
            <tr><td>自然人</td><td>总计</td></tr>
            <tr><td>一、本年新收</td><td>1</td><td>1</td></tr>
            <tr><td>四、结转下年度</td><td></td><td></td></tr></table>"""
        assert outline(markup) == [
            "云岭市2024年政府信息公开工作年度报告",
            "一、总体情况",
            "一切正常。",
            "二、主动公开政府信息情况",
            "3×3",
            "三、收到和处理政府信息公开申请情况",
            "4×3",
        ]

    def test_a_group_of_rows_is_no_heading(self) -> None:
        markup = """<table><tr><td>一、本年新收</td><td>1</td></tr>
            <tr><td colspan=2>三、本年度办理结果</td></tr>
            <tr><td>（一）予以公开</td><td></td></tr></table>"""
        assert outline(markup) == ["3×2"]

    def test_a_caption_stands_before_its_table(self) -> None:
        markup = "<table><caption>单位：件</caption><tr><td>甲<td>1<tr><td>乙<td>2</table>"
        assert outline(markup) == ["单位：件", "2×2"]


class TestGrid:
    def test_spans_of_all_rows_end_with_their_group(self) -> None:
        markup = """<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody>
            <tbody><tr><td rowspan=99>乙<td>3<tr><td>4</table>"""
        assert rows(grid(markup)) == [["甲", "1"], ["甲", "2"], ["乙", "3"], ["乙", "4"]]

    def test_a_cell_is_cut_where_it_would_reach_into_another(self) -> None:
        markup = "<table><tr><td>1<td>2<td rowspan=2>3<tr><td>4<td colspan=3>5<td>6</table>"
        assert rows(grid(markup)) == [["1", "2", "3", ""], ["4", "5", "3", "6"]]

    def test_rows_and_columns_without_a_cell_of_their_own_are_left_out(self) -> None:
        markup = "<table><tr><td colspan=9>甲<td>1<tr></tr><tr><td colspan=9>乙<td>2</table>"
        assert rows(grid(markup)) == [["甲", "1"], ["乙", "2"]]

    def test_the_span_of_a_group_that_lost_a_row_ends_above_the_next_group(self) -> None:
        markup = """<table><tr><td colspan=2>勾稽关系<td>自然人<td>总计
            <tr><td colspan=2>一、新收<td>5<td>5
            <tr><td rowspan=5>三、办理结果<td>（一）予以公开<td>1<td>1
            <tr><td rowspan=2>（四）无法提供<td>1<td>1
            <tr><td rowspan=2>（五）不予处理<td>2<td>2
            <tr><td>3<td>3
            <tr><td colspan=2>四、结转<td>4<td>4</table>"""
        assert rows(grid(markup))[2:] == [
            ["三、办理结果", "（一）予以公开", "1", "1"],
            ["三、办理结果", "（四）无法提供", "1", "1"],
            ["三、办理结果", "（五）不予处理", "2", "2"],
            ["三、办理结果", "（五）不予处理", "3", "3"],
            ["四、结转", "四、结转", "4", "4"],
        ]

    def test_a_row_that_is_wider_than_the_others_stays_so(self) -> None:
        markup = """<table><tr><td>甲<td>1<tr><td>乙<td>2<tr><td>丙<td>3<tr><td>丁<td>4
            <tr><td>戊<td>5<tr><td>己<td>6<td>7</table>"""
        assert rows(grid(markup))[-1] == ["己", "6", "7"]

    @pytest.mark.parametrize("span", ["x", "-1", "0", "", "1.9", " 1 "])
    def test_a_span_that_is_none_is_one(self, span: str) -> None:
        markup = f'<table><tr><td colspan="{span}">甲<td>1<tr><td>乙<td>2</table>'
        assert rows(grid(markup)) == [["甲", "1"], ["乙", "2"]]

    def test_an_oversized_table_is_read_as_text_and_said_to_be(self) -> None:
        page = read_html("<table>" + "<tr><td colspan=1000>甲<td>1" * 300 + "</table>")
        assert len(paragraphs(page)) == 600
        assert len(page.notes) == 1
        assert "表格" in page.notes[0]


@st.composite
def tilings(draw: st.DrawFn) -> list[list[tuple[int, int, int, int]]]:
    """A grid cut into rectangles: for each row the cells that begin in it."""
    height, width = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    free = {(row, column) for row in range(height) for column in range(width)}
    tiles: list[list[tuple[int, int, int, int]]] = [[] for _ in range(height)]
    for row, column in sorted(free):
        if (row, column) not in free:
            continue
        right = column + 1
        while right < width and (row, right) in free and draw(st.booleans()):
            right += 1
        below = draw(st.integers(row + 1, height))
        free -= {(y, x) for y in range(row, below) for x in range(column, right)}
        tiles[row].append((row, column, below - row, right - column))
    return tiles


@given(tilings())
def test_any_tiling_is_read_as_it_was_cut(tiles: list[list[tuple[int, int, int, int]]]) -> None:
    markup = "".join(
        "<tr>"
        + "".join(f"<td rowspan={h} colspan={w}>{1000 + 10 * y + x}" for y, x, h, w in row)
        for row in tiles
    )
    expected = turbohtml.parse(f"<table>{markup}</table>").find("table")
    assert expected is not None
    found = read_html(f"<table>{markup}</table>").blocks
    if len(found) == 1 and isinstance(found[0], RawGrid):
        assert _distinct(rows(found[0])) == _distinct(expected.rows())
    else:
        cut = {str(1000 + 10 * y + x) for row in tiles for y, x, _, _ in row}
        assert {block.text for block in found if isinstance(block, RawParagraph)} == cut


def _distinct(table: list[list[str]]) -> list[tuple[str, ...]]:
    """Rows and columns without those that only repeat the one before them."""
    down = [row for row, before in zip(table, [None, *table], strict=False) if row != before]
    across = list(zip(*down, strict=True))
    kept = [
        column
        for column, before in zip(across, [None, *across], strict=False)
        if column != before
    ]
    return list(zip(*kept, strict=True))


@st.composite
def ragged_tables(draw: st.DrawFn) -> str:
    cell = st.tuples(
        st.sampled_from(["", " rowspan=2", " rowspan=0", " colspan=2"]), st.integers(0, 99)
    )
    row = st.lists(cell, max_size=5)
    body = st.lists(row, min_size=1, max_size=4)
    groups = draw(st.lists(body, min_size=1, max_size=2))
    return "".join(
        "<tbody>"
        + "".join(
            "<tr>" + "".join(f"<td{span}>{number}</td>" for span, number in cells) + "</tr>"
            for cells in rows_
        )
        + "</tbody>"
        for rows_ in groups
    )


@given(ragged_tables())
def test_no_cell_of_a_ragged_table_is_lost_or_doubled(inner: str) -> None:
    page = read_html(f"<table>{inner}</table>")
    found = [
        text
        for block in page.blocks
        for text in (
            [cell.text for cell in block.cells]
            if isinstance(block, RawGrid)
            else [_word(block)]
        )
    ]
    for block in page.blocks:
        if isinstance(block, RawGrid):
            slots(block)
    assert Counter(found) == Counter(re.findall(r">(\d+)<", inner))


TAGS = (
    "div",
    "p",
    "span",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "h1",
    "br",
    "section",
    "form",
    "nav",
    "font",
    "center",
    "o:p",
)
soup = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<td rowspan=3>", "<td colspan=2>", '<a href="/x">', "<table><tr><td>"]
        ),
        st.text(alphabet="公开信息12 \n&<", max_size=6),
    ),
    max_size=60,
).map("".join)


@given(soup)
def test_tag_soup_loses_and_doubles_no_text(markup: str) -> None:
    oracle = pytest.importorskip("selectolax.lexbor")
    body = oracle.LexborHTMLParser(markup).body
    page = read_html(markup)
    read = "".join(
        "".join(cell.text for cell in block.cells)
        if isinstance(block, RawGrid)
        else _word(block)
        for block in page.blocks
    )
    expected = body.text() if body else ""
    assert Counter("".join(read.split())) == Counter("".join(expected.split()))


@pytest.mark.parametrize(
    "tag",
    [
        "div",
        "b",
        "table",
        "table><tr><td",
        "ul><li",
        "a href=x",
        "p",
        "div class=nav",
        "pre",
        'span style="display:none"',
        "font><b",
        'section style="font-size:0"',
        "select",
        "dl><dt",
    ],
)
def test_fifty_thousand_nested_tags_are_read_to_the_end(tag: str) -> None:
    page = read_html(f"<{tag}>公" * 50_000)
    assert sum(len(p.text) for p in paragraphs(page)) == 50_000


def test_many_rows_reaching_to_the_end_are_no_bomb() -> None:
    page = read_html("<table>" + "<tr><td rowspan=65534 colspan=1000>公" * 150 + "</table>")
    assert len(page.blocks) == 150
