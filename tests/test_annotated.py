"""The annotated draft: comments at the right words, and not a byte else changed."""

import re
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import (
    by_hand,
    by_libreoffice,
    packed,
    paragraph,
    read_lines,
    word_file,
)

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.drafting.annotation.annotated import annotated_docx
from govcheck.drafting.annotation.notes import Note, Spot, notes
from govcheck.judging.engine import assess
from govcheck.readers.from_docx import read_docx
from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawGrid, RawPage, RawParagraph
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
FLAWED = Path(__file__).parent.parent / "examples" / "flawed.html"
_MARKS = re.compile(
    r'<w:commentRange(?:Start|End)[^>]* w:id="\d+"/>'
    r'|<w:r(?: xmlns:w="[^"]*")?><w:commentReference w:id="\d+"/></w:r>'
)


@pytest.fixture(scope="module")
def draft() -> bytes:
    return by_hand(read_html(FLAWED.read_text("utf-8")))


@pytest.fixture(scope="module")
def annotated(draft: bytes) -> bytes:
    assessment = assess(
        Case(document=read(draft, name="x.docx", knowledge=BOOK.knowledge)), BOOK
    )
    return annotated_docx(draft, tuple(notes(assessment, BOOK)))


def part(content: bytes, name: str = "word/document.xml") -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def words_of(page: RawPage) -> list[object]:
    return [
        block.text
        if isinstance(block, RawParagraph)
        else [(c.row, c.column, c.height, c.width, c.text) for c in block.cells]
        for block in page.blocks
        if isinstance(block, RawParagraph | RawGrid)
    ]


def commented(content: bytes) -> dict[str, str]:
    """Return by the number of each comment the words that it is on."""
    xml = part(content)
    found = {}
    for start in re.finditer(r'<w:commentRangeStart[^>]* w:id="(\d+)"/>', xml):
        end = re.compile(rf'<w:commentRangeEnd[^>]* w:id="{start[1]}"/>').search(
            xml, start.end()
        )
        assert end, f"comment {start[1]} has no end"
        texts = re.findall(r"<w:t[ >][^<]*", xml[start.end() : end.start()])
        found[start[1]] = unescape("".join(text.partition(">")[2] for text in texts))
    return found


def note(text: str, start: int, end: int, *, anchor: int = 0) -> Note:
    return Note(lines=("说明",), spot=Spot(anchor, text, start, end))


def test_text_and_tables_stay_as_they_are(draft: bytes, annotated: bytes) -> None:
    assert words_of(read_docx(annotated)) == words_of(read_docx(draft))


def test_without_marks_and_cuts_it_is_the_draft(draft: bytes, annotated: bytes) -> None:
    left = _MARKS.sub("", part(annotated))
    cut = re.compile(r"</w:t></w:r>(<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)")
    assert cut.sub("", left) == cut.sub("", part(draft))


def test_all_other_parts_are_copied(draft: bytes, annotated: bytes) -> None:
    changed = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}
    with ZipFile(BytesIO(draft)) as old, ZipFile(BytesIO(annotated)) as new:
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}
        for name in set(old.namelist()) - changed:
            assert new.read(name) == old.read(name)


def test_comments_stand_at_their_words(annotated: bytes) -> None:
    on = set(commented(annotated).values())
    assert {"布署", "，，", "XX", "邮政编码：65099", "[2021]30号", "42"} <= on


def test_word_and_libreoffice_open_it(annotated: bytes, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    comments = list(docx.Document(BytesIO(annotated)).comments)
    assert len(comments) == len(commented(annotated))
    assert {comment.author for comment in comments} == {"govcheck"}
    flat = by_libreoffice(annotated, ".docx", "fodt", tmp_path).decode()
    assert flat.count("<office:annotation ") == len(comments)
    assert flat.count("<dc:creator>govcheck</dc:creator>") >= len(comments)
    assert by_libreoffice(annotated, ".docx", "pdf", tmp_path).startswith(b"%PDF-")


def test_the_same_draft_gives_the_same_bytes(draft: bytes, annotated: bytes) -> None:
    assessment = assess(
        Case(document=read(draft, name="x.docx", knowledge=BOOK.knowledge)), BOOK
    )
    assert annotated_docx(draft, tuple(notes(assessment, BOOK))) == annotated


def test_without_notes_nothing_is_done(draft: bytes) -> None:
    assert annotated_docx(draft, ()) == draft


def test_a_comment_reaches_over_runs_entities_and_numbers() -> None:
    body = paragraph("全年", "<w:r><w:rPr><w:b/></w:rPr><w:t>公&amp;开</w:t></w:r>", "35条")
    content = annotated_docx(word_file(body), [note("全年公&开35条", 1, 4)])
    assert commented(content) == {"0": "年公&"}
    assert read_lines(content) == ["全年公&开35条"]


def test_what_is_missing_is_said_at_a_title_that_stands_above_the_report() -> None:
    title = "青禾县石桥镇人民政府2024年政府信息公开工作年度报告"
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("标　题", title))
    rows = f"<w:tr><w:tc/><w:tc/></w:tr><w:tr>{cells}</w:tr>"
    draft = word_file(f"<w:tbl>{rows}</w:tbl>{paragraph('一、总体情况')}")
    document = read(draft, name="x.docx", knowledge=BOOK.knowledge)
    assert document.title is not None
    assert document.title.place.part == "furniture"
    commented = part(
        annotated_docx(draft, tuple(notes(assess(Case(document=document), BOOK), BOOK)))
    )
    assert re.search(rf"<w:commentRangeStart[^>]*/>(?:(?!<w:p>).)*{title}", commented)


def test_white_space_beside_a_cut_is_not_lost() -> None:
    body = paragraph("公开 信息")
    content = annotated_docx(word_file(body), [note("公开 信息", 0, 2)])
    assert read_lines(content) == ["公开 信息"]
    assert part(content).count("<w:t>公开 信息</w:t>") == 1


def test_an_empty_cell_can_be_commented_on() -> None:
    cells = f"<w:tc>{paragraph('甲')}</w:tc><w:tc><w:p/></w:tc>"
    body = f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
    (grid,) = read_docx(word_file(body)).blocks
    assert isinstance(grid, RawGrid)
    anchor = grid.cells[1].anchor
    assert anchor is not None
    content = annotated_docx(word_file(body), [Note(lines=("空",), spot=Spot(anchor))])
    assert "<w:p><w:commentRangeStart" in part(content)
    assert words_of(read_docx(content)) == words_of(read_docx(word_file(body)))


def test_comments_join_those_that_are_there() -> None:
    comments = f'<w:comment w:id="4" w:author="王某">{paragraph("旧")}</w:comment>'
    reference = '<w:r><w:commentReference w:id="4"/></w:r>'
    file = word_file(paragraph("正文", reference), {"comments": comments})
    content = annotated_docx(file, [note("正文", 0, 2)])
    assert {trace.text for trace in read_docx(content).traces} == {"旧", "说明"}
    assert 'w:id="5" w:author="govcheck"' in part(content, "word/comments.xml")


def test_another_prefix_for_the_namespace_is_respected() -> None:
    with ZipFile(BytesIO(word_file(paragraph("正文在此")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text = files["word/document.xml"].replace(b"<w:", b"<x:").replace(b"</w:", b"</x:")
    files["word/document.xml"] = text.replace(b"xmlns:w=", b"xmlns:x=")
    content = annotated_docx(packed(files), [note("正文在此", 2, 4)])
    assert read_lines(content) == ["正文在此"]
    assert [trace.text for trace in read_docx(content).traces] == ["说明"]


RUN_TEXTS = st.lists(
    st.text("公开 条&<>\n\t👍é", min_size=1, max_size=6), min_size=1, max_size=5
)


@given(RUN_TEXTS, st.data())
def test_any_stretch_of_any_runs(texts: list[str], data: st.DataObject) -> None:
    escaped = [t.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for t in texts]
    runs = [f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in escaped]
    file = word_file(paragraph(*runs))
    lines = read_lines(file)
    if not lines:
        return
    (line,) = lines
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    content = annotated_docx(file, [note(line, start, end), note(line, start, end)])
    assert read_lines(content) == lines
    on = commented(content)
    assert len(on) == 2
    assert all(line[start:end].strip() in words for words in on.values())
