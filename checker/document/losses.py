"""What a file may have lost of the report that it was taken from, part by part.

A page or a Word file shows what the body published or is about to publish.  A text file was
taken from one, and pages of a PDF file may be pictures: what they lack may have been lost on
the way, and that is for a person to see.  Such a file may begin late, break off or have holes;
what is whole in it is judged like any other.  Every rule of absence asks here first.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from govcheck.document.followed import before_another
from govcheck.document.holes import ENDS, ends_whole, has_hole, last_words
from govcheck.document.known_losses import (
    BEHEADED,
    EXCERPT,
    HEADINGS,
    HEADLESS,
    UNREAD,
    lost_tail,
)
from govcheck.document.loss import Cause, Loss
from govcheck.document.paged import earlier_pages, other_pages
from govcheck.document.picture_losses import (
    pictured_opening,
    pictured_part,
    pictured_text,
    pictured_within,
)
from govcheck.document.report import Document, Part

_MUCH: Final = 200
"""An introduction of more characters may hold the first part without its heading."""


def is_lossy(document: Document) -> bool:
    """Whether what is not seen in a file may yet stand in the report."""
    lost = document.incomplete or document.cut or document.paged is not None
    return lost or document.source.format == "text"


def cut_off(document: Document) -> Loss | None:
    """Say (Chinese) that a text file breaks off before the report's end, or return None.

    A signature, a date or the page's foot after the last part ends the report.
    """
    if not is_lossy(document):
        return None
    known = [part for part in document.parts if part.id]
    if not known:
        return HEADINGS
    pages = other_pages(document)
    if document.closed and not pages:
        return None
    title = known[-1].title
    if document.cut:
        return lost_tail(title, f"文件不完整，到“{title}”中断，后面的内容没有读到")
    if _has_ended(document, known, paged=pages is not None):
        return None
    return pages or lost_tail(title, f"文本到“{title}”为止，后面的内容可能在提取时丢失")


def _has_ended(document: Document, known: Sequence[Part], *, paged: bool) -> bool:
    """Whether the last part of the form is there and whole, or it alone may be missing."""
    order = [part.id for part in document.form.parts]
    after = len(order) - 1 - max(order.index(part.id or "") for part in known)
    last = document.parts[-1]
    if after == 0 and last.end - last.start > 1 and ends_whole(document, last):
        return True
    ended = last_words(document, last).endswith(ENDS) and not _bare(document)
    return after == 1 and not paged and ended


def lost_part(document: Document, part_id: str) -> Loss | None:
    """Say that a part without heading may have stood in the file's report, or return None.

    It may have stood before the first known part of a text that begins in the middle, or
    where a text breaks off; between two known parts it is missing.
    """
    if document.incomplete:
        return UNREAD
    return (
        pictured_part(document) or before_another(document) or _lost_heading(document, part_id)
    )


def _lost_heading(document: Document, part_id: str) -> Loss | None:
    reason = cut_off(document)
    order = [part.id for part in document.form.parts]
    if part_id not in order:
        return reason
    place = order.index(part_id)
    known = [order.index(part.id) for part in document.parts if part.id in order]
    if known and place < min(known) and _beheaded(document):
        return other_pages(document) or HEADLESS
    return None if any(other > place for other in known) else reason


def lost_within(document: Document, part: Part) -> Loss | None:
    """Say that a file may have lost some of a part's text, or return None.

    A part is whole that is followed by another, does not stop within a sentence and leaves
    out none of its items; but in a text that has lost its beginning, its end or rows of a
    table, whoever shortened it may have shortened any part.
    """
    if document.incomplete:
        return UNREAD
    return pictured_within(document, part) or _lost_words(document, part)


def _lost_words(document: Document, part: Part) -> Loss | None:
    """Say that a part may have lost words of a file's text, or return None."""
    if not is_lossy(document):
        return None
    last = document.parts[-1] == part
    torn = _torn(document, part, last=last)
    if last and (broken := cut_off(document)):
        return broken
    if not torn:
        return _damage(document)
    return Loss(
        cause=Cause.HOLE,
        reason=f"“{part.title}”{torn}，可能在提取时丢失",
        look_at=f"报告原件的“{part.title}”",
    )


def is_damaged(document: Document) -> bool:
    """Tell whether a file has lost its beginning, its end or rows, and so perhaps more."""
    return _damage(document) is not None


def _damage(document: Document) -> Loss | None:
    torn = is_lossy(document) and any(one.lacks_rows for one in document.tables.values())
    broken = lost_opening(document) or cut_off(document) or before_another(document)
    return broken or (EXCERPT if torn else None)


def _torn(document: Document, part: Part, *, last: bool) -> str:
    """Say by what the text of a part shows that some of it is lost, or return ""."""
    told = part.id not in document.form.table_parts
    if told and part.end - part.start == 1:
        return "在文本中只有标题，没有内容"
    if not last and not ends_whole(document, part):
        return "的文字在文本中未写完"
    within = document.body[part.start + 1 : part.end]
    if told and has_hole(within, document.vocabulary, gaps=is_damaged(document)):
        return "的列项在文本中不全"
    return ""


def lost_opening(document: Document) -> Loss | None:
    """Say that a file may have lost what stands above the first part, or return None."""
    if document.incomplete:
        return UNREAD
    if is_lossy(document) and document.title is None:
        return other_pages(document) or BEHEADED
    return earlier_pages(document) or pictured_opening(document)


def lost_in(document: Document, passages: Iterable[str]) -> Loss | None:
    """Say that something said in none of these passages may have been lost, or return None."""
    return next((reason for name in passages if (reason := _lost(document, name))), None)


def _lost(document: Document, name: str) -> Loss | None:
    if name == "introduction":
        return lost_opening(document)
    if name == "body":
        broken = _damage(document) or _holes(document)
        return broken or pictured_text(document)
    part = document.part(name)
    return lost_within(document, part) if part else lost_part(document, name)


def _holes(document: Document) -> Loss | None:
    """Say that the text of a part stops within a sentence, or that its heading is lost."""
    within = (_lost_words(document, part) for part in document.parts)
    there = {part.id for part in document.parts}
    absent = (
        _lost_heading(document, part.id) for part in document.form.parts if part.id not in there
    )
    return next((reason for reason in (*within, *absent) if reason), None)


def _beheaded(document: Document) -> bool:
    """Whether a text file begins in the middle, or tells much before its first heading."""
    if document.paged is not None:
        return document.paged != 1
    if not is_lossy(document):
        return False
    before = document.passage("introduction")
    return document.title is None or (before is not None and len(before.text) > _MUCH)


def _bare(document: Document) -> bool:
    """Whether a part that must hold a table has nothing but its heading."""
    return any(
        p.id in document.form.table_parts and p.end - p.start == 1 for p in document.parts
    )
