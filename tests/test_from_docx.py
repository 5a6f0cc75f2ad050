"""Word files: what is read of them, whatever has written them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from knowledge import KNOWLEDGE
from word_files import (
    by_hand,
    by_libreoffice,
    by_python_docx,
    paragraph,
    read_lines,
    word_file,
)

from govcheck.checking import read
from govcheck.document.blocks import Image
from govcheck.document.report import Document
from govcheck.readers.from_docx import read_docx
from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawGrid, RawPage, RawParagraph

ROOT = Path(__file__).parent.parent
EXAMPLES = ("sound", "flawed")


def of_html(name: str) -> tuple[Document, RawPage]:
    content = (ROOT / f"examples/{name}.html").read_bytes()
    return read(content, name=f"{name}.html", knowledge=KNOWLEDGE), read_html(content.decode())


def assert_same_facts(one: Document, other: Document) -> None:
    """Whatever the text says must be the same; what a web page alone shows may differ."""
    assert one.title
    assert other.title
    assert one.title.value == other.title.value
    for fact in ("agency", "fiscal_year", "period", "contact"):
        assert getattr(one, fact).value == getattr(other, fact).value, fact
    assert [basis.value for basis in one.legal_basis] == [b.value for b in other.legal_basis]
    assert one.agency_kind == other.agency_kind
    assert one.passages["body"].text == other.passages["body"].text
    assert [(p.id, p.number, p.start, p.end) for p in one.parts] == [
        (p.id, p.number, p.start, p.end) for p in other.parts
    ]
    assert [(f.value, f.unit, f.concept) for f in one.figures] == [
        (f.value, f.unit, f.concept) for f in other.figures
    ]
    assert one.tables.keys() == other.tables.keys()
    for name, table in one.tables.items():
        twin = other.tables[name]
        cells = {key: (cell.state, cell.value, cell.note) for key, cell in table.cells.items()}
        assert cells == {k: (c.state, c.value, c.note) for k, c in twin.cells.items()}, name
        assert [(d.kind, d.printed) for d in table.deviations] == [
            (d.kind, d.printed) for d in twin.deviations
        ], name


@pytest.mark.parametrize("write", [by_hand, by_python_docx])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_says_in_word_what_it_says_on_its_page(
    name: str, write: Callable[[RawPage], bytes]
) -> None:
    document, page = of_html(name)
    assert_same_facts(document, read(write(page), name="x.docx", knowledge=KNOWLEDGE))


@pytest.mark.parametrize("name", EXAMPLES)
def test_libreoffice_writes_the_same_report(name: str, tmp_path: Path) -> None:
    document, page = of_html(name)
    content = by_libreoffice(by_hand(page), ".docx", "docx", tmp_path)
    assert_same_facts(document, read(content, name="x.docx", knowledge=KNOWLEDGE))


def test_a_file_is_known_by_what_it_is_not_by_its_name() -> None:
    content = word_file(
        paragraph("云岭市水务局2024年政府信息公开工作年度报告") + paragraph("一、总体情况")
    )
    for name in ("报告.docx", "报告.doc", "报告", "报告.html"):
        assert read(content, name=name, knowledge=KNOWLEDGE).source.format == "docx"


def test_runs_tabs_breaks_and_symbols_make_lines() -> None:
    body = paragraph(
        "全年公开",
        "<w:r><w:t>320</w:t><w:tab/><w:t>条</w:t><w:br/><w:t>培训2</w:t><w:noBreakHyphen/></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>次</w:t></w:r>',
    )
    assert read_lines(word_file(body)) == ["全年公开320\t条", "培训2-√次"]


def test_levels_come_from_styles_and_titles_have_their_own() -> None:
    styles = """
      <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>
        <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="1"/></w:style>
      <w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>"""
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')
        for text, style in (("题", "a"), ("一", "1"), ("二", "x"), ("目录", "t"))
    )
    body += paragraph("（一）", properties='<w:outlineLvl w:val="1"/>') + paragraph("文")
    blocks = read_docx(word_file(body, {"styles": styles})).blocks
    assert [(b.text, b.level, b.zone) for b in blocks if isinstance(b, RawParagraph)] == [
        ("题", 1, ""),
        ("一", 2, ""),
        ("二", 2, ""),
        ("目录", None, "nav"),
        ("（一）", 3, ""),
        ("文", None, ""),
    ]


def test_the_only_heading_of_the_first_level_is_the_title() -> None:
    body = paragraph("题", properties='<w:outlineLvl w:val="0"/>')
    body += paragraph("一", properties='<w:outlineLvl w:val="1"/>') * 2
    blocks = read_docx(word_file(body)).blocks
    assert [b.level for b in blocks if isinstance(b, RawParagraph)] == [1, 2, 2]


def test_of_alternative_contents_one_counts() -> None:
    box = "<w:txbxContent>" + paragraph("框里的话") + "</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        f"<wps:txbx>{box}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_lines(word_file(paragraph("正文", drawing, "续"))) == ["正文续", "框里的话"]


def test_pictures_keep_their_file_and_their_words() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="申请情况统计表"/>'
        '<a:graphic><a:blip r:embed="t"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    content = word_file(paragraph("见下图：", picture), files={"media/t.png": b"x"})
    images = [b for b in read_docx(content).blocks if isinstance(b, Image)]
    assert [(i.source, i.alt, i.missing) for i in images] == [
        ("word/media/t.png", "申请情况统计表", False)
    ]


def test_fields_show_their_result_and_links_their_address() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = '<w:r><w:instrText> HYPERLINK "http://a.example/" </w:instrText></w:r>'
    body = paragraph(
        "第",
        char("begin"),
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
        char("separate"),
        "3",
        char("end"),
        "页",
        '<w:hyperlink r:id="l"><w:r><w:t>全文</w:t></w:r></w:hyperlink>',
        char("begin"),
        instruction,
        char("separate"),
        "网站",
        char("end"),
    )
    body += paragraph(char("begin"), "<w:r><w:instrText>TOC</w:instrText></w:r>") + paragraph(
        "在"
    )
    page = read_docx(word_file(body, links={"l": "report.pdf"}))
    assert [b.text for b in page.blocks if isinstance(b, RawParagraph)] == [
        "第3页全文网站",
        "在",
    ]
    assert [(link.address, link.text) for link in page.links] == [
        ("report.pdf", "全文"),
        ("http://a.example/", "网站"),
    ]


def test_notes_headers_and_footers_stand_apart() -> None:
    body = paragraph("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>', "。")
    parts = {
        "footnotes": f'<w:footnote w:id="2">{paragraph("注文")}</w:footnote>',
        "header": paragraph("页眉"),
        "footer": paragraph("页脚"),
    }
    blocks = read_docx(word_file(body, parts)).blocks
    assert [(b.text, b.zone) for b in blocks if isinstance(b, RawParagraph)] == [
        ("正文。", ""),
        ("注文", "footer"),
        ("页眉", "header"),
        ("页脚", "footer"),
    ]


def test_hidden_text_is_marked_as_hidden() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
    blocks = read_docx(word_file(paragraph("看得见", hidden))).blocks
    shown = [(b.text, b.zone) for b in blocks if isinstance(b, RawParagraph)]
    assert shown == [("看得见", ""), ("看不见", "hidden")]


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_merged_cells_stand_on_a_true_grid() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    table = (
        "<w:tbl>"
        f"<w:tr>{_cell('组', down)}{_cell('宽', wide)}</w:tr>"
        f"<w:tr>{_cell('', on)}{_cell('1')}{_cell('2')}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{_cell('3')}{_cell('4')}{_cell('5')}</w:tr></w:sdtContent></w:sdt>"
        "</w:tbl>"
    )
    (grid,) = read_docx(word_file(table)).blocks
    assert isinstance(grid, RawGrid)
    assert (grid.height, grid.width) == (3, 3)
    assert [(c.row, c.column, c.height, c.width, c.text) for c in grid.cells] == [
        (0, 0, 2, 1, "组"),
        (0, 1, 1, 2, "宽"),
        (1, 1, 1, 1, "1"),
        (1, 2, 1, 1, "2"),
        (2, 0, 1, 1, "3"),
        (2, 1, 1, 1, "4"),
        (2, 2, 1, 1, "5"),
    ]


def test_a_table_around_a_table_is_layout() -> None:
    rows = f"<w:tr>{_cell('一')}{_cell('1')}</w:tr><w:tr>{_cell('二')}{_cell('2')}</w:tr>"
    inner = f"<w:tbl>{rows}</w:tbl>"
    outer = (
        f"<w:tbl><w:tr><w:tc>{paragraph('前')}{inner}{paragraph('后')}</w:tc></w:tr></w:tbl>"
    )
    before, grid, after = read_docx(word_file(outer)).blocks
    assert isinstance(grid, RawGrid)
    assert [b.text for b in (before, after) if isinstance(b, RawParagraph)] == ["前", "后"]


def test_the_properties_of_a_file_are_neither_date_nor_title() -> None:
    content = by_python_docx(
        of_html("sound")[1], title="云岭市水务局2023年政府信息公开工作年度报告"
    )
    assert read_docx(content).meta.keys() >= {"dcterms:created", "dc:title"}
    document = read(content, name="x.docx", knowledge=KNOWLEDGE)
    assert "2013-12-23" not in {found.value.isoformat() for found in document.published}
    assert not [found for found in document.page_titles if "2023" in found.value]
