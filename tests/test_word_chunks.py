"""Documents within a Word file: read in their place, within limits, with what they bring."""

import pytest
from refusals import refusal_of
from word_constructs.in_packages import nested, with_chunk
from word_files import paragraph, read_lines, repacked, word_file

from govcheck.document.blocks import Image
from govcheck.readers.from_docx import map_docx, read_docx
from govcheck.readers.raw import RawGrid, RawParagraph
from govcheck.readers.word.package import Package

CHUNK = '<w:altChunk r:id="c"/>'
AROUND = paragraph("前") + CHUNK + paragraph("后")
PAGE = (
    "<html><body><p>甲</p><table><tr><td>一</td><td>1</td></tr><tr><td>二</td><td>2</td></tr>"
    '</table><img src="data:image/png;base64,iVBORw0KGgo="><a href="http://a.example/">乙</a>'
    "<p style='display:none'>藏</p></body></html>"
).encode()


def test_it_stands_in_its_place() -> None:
    page = read_docx(with_chunk(AROUND, "c.htm", PAGE))
    assert [b.text for b in page.blocks if isinstance(b, RawParagraph) and not b.zone] == [
        "前",
        "甲",
        "乙",
        "后",
    ]
    assert [b.text for b in page.blocks if isinstance(b, RawParagraph) and b.zone] == ["藏"]
    (grid,) = [b for b in page.blocks if isinstance(b, RawGrid)]
    assert [cell.text for cell in grid.cells] == ["一", "1", "二", "2"]
    (image,) = [b for b in page.blocks if isinstance(b, Image)]
    assert page.pictures[image.source] == b"\x89PNG\r\n\x1a\n"
    assert [link.address for link in page.links] == ["http://a.example/"]
    assert not page.incomplete


def test_its_words_hang_on_no_paragraph_of_the_file_around_it() -> None:
    content = with_chunk(AROUND, "c.htm", PAGE)
    blocks = read_docx(content).blocks
    lines = map_docx(Package(content)).lines
    texts = {b.text: b.anchor for b in blocks if isinstance(b, RawParagraph)}
    assert lines[texts["后"] or 0].text == "后"
    assert lines[texts["甲"] or 0].segments == ()


def test_one_in_a_cell_fills_it() -> None:
    cell = f"<w:tc><w:p/>{CHUNK}</w:tc>"
    plain = f"<w:tc>{paragraph('1')}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}{plain}</w:tr><w:tr>{plain}{plain}</w:tr></w:tbl>"
    (grid,) = read_docx(with_chunk(table, "c.htm", b"<p>9</p>")).blocks
    assert isinstance(grid, RawGrid)
    assert [one.text for one in grid.cells] == ["9", "1", "1", "1"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("c.htm", None),
        ("c.htm", b""),
        ("c.htm", b"<p></p>"),
        ("c.docx", b"PK\3\4"),
        ("c.rtf", b"{\\rtf1 }"),
        ("c.dat", b"\0\1\2\3"),
        ("c.docx", nested(3)),
    ],
)
def test_what_is_not_read_is_told(name: str, content: bytes | None) -> None:
    page = read_docx(with_chunk(AROUND, name, content))
    assert page.incomplete
    assert "未读取" in "".join(page.notes)


def test_an_address_outside_is_not_read() -> None:
    def outside(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        changed = parts[name].replace(b'Target="c.htm"', b'Target="../../../c.htm"')
        parts[name] = changed.replace(b"/></Relat", b' TargetMode="External"/></Relat')

    page = read_docx(repacked(with_chunk(AROUND, "c.htm", PAGE), outside))
    assert [b.text for b in page.blocks if isinstance(b, RawParagraph)] == ["前", "后"]
    assert page.incomplete


def test_a_document_repeated_without_end_is_refused() -> None:
    content = with_chunk(CHUNK * 50, "c.htm", b"<p>x</p>" * 2000)
    assert "不予读取" in refusal_of(lambda: read_docx(content))


@pytest.mark.parametrize(
    ("content", "most"),
    [(b"<p>x</p>", 20), (b"<p>x</p>" + b"<b></b>" * 50_000, 2), (word_file(paragraph("x")), 5)],
)
def test_only_so_many_documents_are_read(content: bytes, most: int) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        (relation,) = [one for one in parts[name].split(b"<Relationship ") if b"c.htm" in one]
        copies = b"".join(
            b"<Relationship "
            + relation.replace(b'"c"', b'"c%d"' % at).replace(b"c.htm", b"c%d.htm" % at)
            for at in range(30)
        ).replace(b"</Relationships>", b"")
        parts[name] = parts[name].replace(b"</Relationships>", copies + b"</Relationships>")
        parts.update({f"word/c{at}.htm": content for at in range(30)})

    body = "".join(f'<w:altChunk r:id="c{at}"/>' for at in range(30))
    page = read_docx(repacked(with_chunk(body, "c.htm", PAGE), change))
    assert len(page.blocks) == most
    assert page.incomplete


def test_names_that_differ_in_case_alone_are_refused() -> None:
    content = repacked(
        word_file(paragraph("甲")),
        lambda parts: parts.update({"Word/Document.xml": b"<w:document/>"}),
    )
    assert "只差大小写" in refusal_of(lambda: read_docx(content))


def test_words_in_drawings_of_other_programs_are_read() -> None:
    shape = (
        "<w:r><w:drawing><a:graphic><a:txBody><a:p><a:r><a:t>云岭</a:t></a:r><a:r><a:t>年报"
        "</a:t></a:r></a:p></a:txBody></a:graphic></w:drawing></w:r>"
    )
    assert read_lines(word_file(paragraph("题：", shape))) == ["题：", "云岭年报"]


def test_documents_within_documents_share_what_may_be_read() -> None:
    inner = "".join(f'<w:altChunk r:id="c{at}"/>' for at in range(30))

    def many(content: bytes) -> bytes:
        def change(parts: dict[str, bytes]) -> None:
            name = "word/_rels/document.xml.rels"
            (relation,) = [
                one for one in parts[name].split(b"<Relationship ") if b"c.htm" in one
            ]
            tag = b"<Relationship " + relation.replace(b"</Relationships>", b"")
            copies = b"".join(
                tag.replace(b'"c"', b'"c%d"' % at).replace(b"c.htm", b"c%d.docx" % at)
                for at in range(30)
            )
            parts[name] = parts[name].replace(b"</Relationships>", copies + b"</Relationships>")
            parts.update({f"word/c{at}.docx": content for at in range(30)})

        return repacked(with_chunk(inner, "c.htm", PAGE), change)

    page = read_docx(many(many(word_file(paragraph("x")))))
    assert len(page.blocks) <= 5
    assert page.incomplete
