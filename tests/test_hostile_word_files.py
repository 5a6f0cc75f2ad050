"""Word files made to do harm get one line, in bounded time and memory."""

import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from knowledge import KNOWLEDGE
from refusals import refusal_of
from word_files import STRICT, W, packed, paragraph, read_lines, word_file

from govcheck.checking import read
from govcheck.errors import Unusable
from govcheck.readers.from_docx import read_docx
from govcheck.readers.limits import (
    DEEPEST_ELEMENT,
    LARGE,
    MEGABYTE,
    MOST_ELEMENTS,
    MOST_ENTRIES,
    MOST_UNPACKED,
    MOST_UNPACKED_FILE,
)

_GOOD = word_file(paragraph("正文"))


def document(inside: str, *, head: str = "") -> bytes:
    """Replace the whole text of a Word file, its XML prologue included."""
    root = f'{head}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'
    return replaced({"word/document.xml": root.encode()})


def replaced(files: dict[str, bytes]) -> bytes:
    with ZipFile(BytesIO(_GOOD)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()} | files)


def refused(content: bytes, *, name: str = "x.docx") -> str:
    with pytest.raises(Unusable) as refusal:
        read(content, name=name, knowledge=KNOWLEDGE)
    line = str(refusal.value)
    assert "\n" not in line
    return line


def test_a_bomb_is_not_unpacked() -> None:
    bomb = replaced({"word/media/a.bin": bytes(MOST_UNPACKED_FILE - 1)})
    tracemalloc.start()
    assert "压缩比" in refused(bomb)
    assert tracemalloc.get_traced_memory()[1] < MEGABYTE
    tracemalloc.stop()


def test_an_archive_has_bounds() -> None:
    assert "MB" in refused(replaced({"word/a.bin": bytes(MOST_UNPACKED_FILE + 1)}))
    many = {f"word/{number}": b"" for number in range(MOST_ENTRIES)}
    assert str(MOST_ENTRIES) in refused(replaced(many))
    together = {f"word/{at}": bytes(LARGE) for at in range(MOST_UNPACKED // LARGE)}
    assert f"解开后超过 {MOST_UNPACKED // MEGABYTE} MB" in refused(replaced(together))


@pytest.mark.parametrize("name", ["../outside.xml", "/etc/passwd", "word/../../x"])
def test_no_path_leads_out_of_an_archive(name: str) -> None:
    assert "指向外部" in refused(replaced({name: b"x"}))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:1/d.dtd">',
    ],
)
def test_no_entity_is_declared_or_fetched(head: str) -> None:
    assert "DTD" in refused(document(paragraph("&b;"), head=head))


def test_xml_has_bounds() -> None:
    deep = "<w:sdt>" * DEEPEST_ELEMENT + "</w:sdt>" * DEEPEST_ELEMENT
    assert str(DEEPEST_ELEMENT) in refused(document(deep))
    assert str(MOST_ELEMENTS) in refused(document("<w:p/>" * MOST_ELEMENTS))


def test_nested_tables_are_read_to_the_limit() -> None:
    depth = (DEEPEST_ELEMENT - 10) // 3
    nested = "<w:tbl><w:tr><w:tc>" * depth + paragraph("底") + "</w:tc></w:tr></w:tbl>" * depth
    assert read_lines(document(nested)) == ["底"]


def test_a_cell_as_wide_as_it_says_costs_nothing() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="99999999999999999999"/></w:tcPr>'
    row = f"<w:tr><w:tc>{wide}{paragraph('1')}</w:tc><w:tc>{paragraph('2')}</w:tc></w:tr>"
    assert read_docx(document(f"<w:tbl>{row * 2}</w:tbl>")).blocks


def test_styles_in_a_circle_come_to_an_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    body = paragraph("文", properties='<w:pStyle w:val="a"/>')
    assert read_lines(word_file(body, {"styles": styles})) == ["文"]


def test_damage_is_named() -> None:
    assert "XML" in refused(document("<w:p>"))
    assert "压缩包" in refused(_GOOD[: len(_GOOD) // 2])
    with pytest.raises(Unusable, match="没有 Word 文档正文"):
        read_docx(packed({"a.txt": b"x"}))
    assert "不是 .docx 文件" in refused(b"<p>", name="x.docx")


def test_old_and_encrypted_files_say_what_to_do() -> None:
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)
    assert "另存为 .docx" in refused(compound, name="x.doc")
    assert "另存为 .docx" in refused(b"{\\rtf1", name="x.wps")
    encrypted = compound + "EncryptedPackage".encode("utf-16-le")
    assert "取消密码" in refused(encrypted, name="x.docx")
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a", "x")
    locked = bytearray(buffer.getvalue())
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "加密" in refused(bytes(locked))


def test_a_page_with_the_name_of_a_word_file_is_a_page() -> None:
    page = (
        "<html><h1>云岭市水务局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2></html>"
    )
    assert read(page.encode(), name="x.doc", knowledge=KNOWLEDGE).source.format == "html"


def test_what_is_referred_to_often_is_read_once() -> None:
    comment = f'<w:comment w:id="1" w:author="王某">{paragraph("注") * 1000}</w:comment>'
    note = f'<w:footnote w:id="1">{paragraph("脚注") * 1000}</w:footnote>'
    again = '<w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="1"/></w:r>'
    content = word_file(paragraph("文", again * 1000), {"comments": comment, "footnotes": note})
    page = read_docx(content)
    assert len(page.traces) == 1
    assert len(page.blocks) == 1001


def test_the_strict_dialect_is_read_as_well() -> None:
    text = "<x:p><x:r><x:t>文</x:t></x:r></x:p>"
    root = f'<x:document xmlns:x="{STRICT}"><x:body>{text}</x:body></x:document>'
    assert read_lines(replaced({"word/document.xml": root.encode()})) == ["文"]


_TITLE = "云岭市水务局2024年政府信息公开工作年度报告"


def declared(text: str, name: str, encoding: str) -> bytes:
    """Write a part of a Word file in an encoding, and what it declares."""
    return f'<?xml version="1.0" encoding="{name}"?>{text}'.encode(encoding)


def main_part(name: str, encoding: str, text: str = _TITLE) -> bytes:
    root = f'<w:document xmlns:w="{W}"><w:body>{paragraph(text)}</w:body></w:document>'
    return replaced({"word/document.xml": declared(root, name, encoding)})


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        *(("gb18030", "gb18030"), ("GB2312", "gbk"), ("gbk", "gb18030"), ("GBK", "utf-8")),
        *(("big5", "utf-8"), ("x-unknown", "utf-8"), ("utf-16", "utf-8")),
        *(("UTF-16", "utf-16"), ("UTF-16", "utf-16-le"), ("UTF-16", "utf-16-be")),
        *(
            ("UTF-8", "utf-16"),
            ("utf-32", "utf-32"),
            ("UTF-8", "utf-8-sig"),
            ("rot13", "utf-8"),
        ),
        *(("base64", "utf-8"), ("idna", "utf-8"), ("unicode_escape", "utf-8")),
    ],
)
def test_a_text_in_any_encoding_is_read(name: str, encoding: str) -> None:
    assert read_lines(main_part(name, encoding)) == [_TITLE]


def test_a_text_in_traditional_encoding_is_read() -> None:
    assert read_lines(main_part("Big5", "big5hkscs", "政府資訊公開")) == ["政府資訊公開"]
    assert read_lines(main_part("cp037", "cp037", "x")) == ["x"]


@pytest.mark.parametrize(
    "name", ["x-unknown", "utf-8", "", "rot13", "idna", "zlib", "utf-7", "&#x3c;"]
)
def test_a_text_in_no_known_encoding_is_refused(name: str) -> None:
    assert "编码无法识别" in refused(main_part(name, "gb18030"))


@pytest.mark.parametrize(
    "part", ["_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml"]
)
@pytest.mark.parametrize("name", ["gb18030", "utf-16", "x-unknown", "", "rot13"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_no_part_of_a_word_file_breaks_the_reader(part: str, name: str, encoding: str) -> None:
    file = word_file(paragraph(_TITLE), {"styles": "", "comments": ""})
    with ZipFile(BytesIO(file)) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    text = files[part].decode().replace("<w:styles ", "<w:styles 注='释' ")
    files[part] = declared(text, name, encoding)
    lines: list[str] = []
    said = refusal_of(lambda: lines.extend(read_lines(packed(files))))
    assert said.isprintable() if said else lines == [_TITLE]


@pytest.mark.parametrize(
    "number", ["9" * 5000, "-1", "²", "１", "٣", "", "1e9", "0x1", "999999999"]
)
def test_no_number_breaks_the_reader(number: str) -> None:
    level = (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{number}"/><w:lvlText w:val="%1、"/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="{number}">{level}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="{number}"/>'
        f'<w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{number}"/>'
        "</w:lvlOverride></w:num>"
    )
    styles = (
        f'<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:outlineLvl w:val="{number}"/>'
        f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    own = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    extent = f'<w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>'
    body = (
        paragraph("甲", properties='<w:pStyle w:val="a"/>')
        + paragraph("乙", properties=f'{own}<w:outlineLvl w:val="{number}"/>')
        + paragraph(f'<w:r><w:sym w:char="{number}"/><w:t>丙</w:t></w:r>')
        + f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{number}"/></w:trPr>'
        + f"<w:tc>{extent}{paragraph('丁')}</w:tc></w:tr></w:tbl>"
    )
    lines = read_lines(word_file(body, {"numbering": numbering, "styles": styles}))
    assert [line[-1] for line in lines[:3]] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    "begin",
    [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "a"</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/></w:r>'
        ),
    ],
)
def test_fields_that_never_end_cost_what_they_are_long(begin: str) -> None:
    assert len(read_docx(document(paragraph(begin * 3_000) + paragraph("文") * 3_000)).blocks)
