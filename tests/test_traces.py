"""Tracked changes and comments: the accepted text is read, and what is left is reported."""

from word_files import paragraph, read_lines, word_file

from govcheck.document.traces import TraceKind
from govcheck.readers.from_docx import read_docx
from govcheck.readers.raw import RawGrid

_BY = 'w:id="1" w:author="李某" w:date="2025-01-08T09:00:00Z"'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def inserted(text: str) -> str:
    return f"<w:ins {_BY}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {_BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def traces(content: bytes) -> list[tuple[str, str, str]]:
    return [(trace.kind.value, trace.text, trace.author) for trace in read_docx(content).traces]


def test_changes_count_as_accepted() -> None:
    content = word_file(paragraph("全年公开", deleted("34"), inserted("35"), "条。"))
    assert read_lines(content) == ["全年公开35条。"]
    assert traces(content) == [("deletion", "34", "李某"), ("insertion", "35", "李某")]


def test_what_one_did_in_one_go_is_one_change() -> None:
    content = word_file(paragraph(inserted("全年"), inserted("公开")))
    assert traces(content) == [("insertion", "全年公开", "李某")]


def test_moved_text_stands_where_it_went() -> None:
    gone = f"<w:moveFrom {_BY}>{run('移动')}</w:moveFrom>"
    come = f"<w:moveTo {_BY}>{run('移动')}</w:moveTo>"
    content = word_file(paragraph("甲", gone) + paragraph("乙", come))
    assert read_lines(content) == ["甲", "乙移动"]
    assert traces(content) == [("move", "移动", "李某")]


def test_a_deleted_mark_joins_paragraphs() -> None:
    mark = f"<w:rPr><w:del {_BY}/></w:rPr>"
    content = word_file(paragraph("上半句", properties=mark) + paragraph("下半句"))
    assert read_lines(content) == ["上半句下半句"]


def test_deleted_rows_are_gone() -> None:
    def row(text: str, properties: str = "") -> str:
        cells = f"<w:tc>{paragraph(text)}</w:tc><w:tc>{paragraph('1')}</w:tc>"
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"

    table = f"<w:tbl>{row('甲')}{row('乙', f'<w:del {_BY}/>')}{row('丙')}</w:tbl>"
    (grid,) = read_docx(word_file(table)).blocks
    assert isinstance(grid, RawGrid)
    assert [cell.text for cell in grid.cells] == ["甲", "1", "丙", "1"]


def test_changes_of_looks_and_comments_are_kept() -> None:
    looks = f"<w:rPr><w:b/><w:rPrChange {_BY}><w:rPr/></w:rPrChange></w:rPr>"
    bold = f"<w:r>{looks}<w:t>粗</w:t></w:r>"
    reference = '<w:r><w:commentReference w:id="7"/></w:r>'
    comments = f'<w:comment w:id="7" w:author="王某">{paragraph("再核一下")}</w:comment>'
    content = word_file(paragraph(bold, reference), {"comments": comments})
    assert traces(content) == [("format", "", "李某"), ("comment", "再核一下", "王某")]
    assert {trace.kind for trace in read_docx(content).traces} < set(TraceKind)
