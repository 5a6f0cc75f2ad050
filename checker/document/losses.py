"""What a file may have lost of the report that it was taken from.

A page or a Word file shows what the body published or is about to publish.  A text file was
taken from one, and pages of a PDF file may be pictures: what they lack may have been lost on
the way, and that is for a person to see.
"""

from typing import Final

from govcheck.document.blocks import Paragraph
from govcheck.document.report import Document, Part

_CLOSED: Final = "。！？；：）)”》.;!?"
_MUCH: Final = 200
"""An introduction of more characters may hold the first part without its heading."""


def is_lossy(document: Document) -> bool:
    """Whether what is not seen in a file may yet stand in the report."""
    return document.incomplete or document.source.format == "text"


def cut_off(document: Document) -> str:
    """Say (Chinese) that a text file breaks off before the report's end, or return ""."""
    if not is_lossy(document):
        return ""
    known = [part for part in document.parts if part.id]
    if not known:
        return "文本中没有识别到部分标题，可能在提取时丢失"
    order = [part.id for part in document.form.parts]
    after = len(order) - 1 - max(order.index(part.id or "") for part in known)
    if after == 0 or (after == 1 and _closed(document) and not _bare(document)):
        return ""
    return f"文本到“{known[-1].title}”为止，后面的内容可能在提取时丢失"


def lost_after(document: Document, part_id: str) -> str:
    """Say that a missing part may stand where a text file has broken off, or return ""."""
    if document.incomplete:
        return "文件中有未能读出的页面或表格"
    reason = cut_off(document)
    order = [part.id for part in document.form.parts]
    if part_id not in order:
        return reason
    if part_id == order[0] and _beheaded(document):
        return "文本开头没有这一部分的标题，可能在提取时丢失"
    later = {part.id for part in document.parts} & set(order[order.index(part_id) + 1 :])
    return "" if later else reason


def lost_table(document: Document, part: Part) -> str:
    """Say that the table of a part may have been lost with a text file's layout, or ""."""
    if not is_lossy(document) or part.id not in document.form.table_parts:
        return ""
    return f"“{part.title}”在文本中没有表格，可能在提取时丢失"


def lost_end(document: Document, part: Part) -> str:
    """Say that a text file breaks off within a part, or return ""."""
    return cut_off(document) if document.parts and document.parts[-1] == part else ""


def _beheaded(document: Document) -> bool:
    """Whether a text file begins in the middle, or tells much before its first heading."""
    if not is_lossy(document):
        return False
    before = document.passage("introduction")
    return document.title is None or (before is not None and len(before.text) > _MUCH)


def _bare(document: Document) -> bool:
    """Whether a part that must hold a table has nothing but its heading."""
    return any(
        p.id in document.form.table_parts and p.end - p.start == 1 for p in document.parts
    )


def _closed(document: Document) -> bool:
    """Whether the last paragraph ends as sentences, signatures and dates end."""
    last = next((b for b in reversed(document.body) if isinstance(b, Paragraph)), None)
    return last is not None and last.text.normal.endswith((*_CLOSED, "日"))
