"""Tables that may have been lost with a text file's layout, or with its end."""

from typing import Final

from govcheck.document.known_losses import TABLES, UNREAD
from govcheck.document.loss import Cause, Loss
from govcheck.document.losses import cut_off, is_lossy
from govcheck.document.report import Document, Part
from govcheck.document.table import DeviationKind

_SHOWN: Final = 3
"""So many notes of what was not read are repeated."""
TAKEN_BY_TEXT: Final = frozenset(
    {
        DeviationKind.MISSING_ROW,
        DeviationKind.MISSING_COLUMN,
        DeviationKind.RENAMED_COLUMN,
        DeviationKind.EXTRA_COLUMN,
        DeviationKind.REMARKS_COLUMN,
        DeviationKind.ORDER,
    }
)
"""How a table may differ for having been turned into text."""
TAKEN_UNREAD: Final = TAKEN_BY_TEXT | {
    DeviationKind.RENAMED_ROW,
    DeviationKind.EXTRA_ROW,
    DeviationKind.SUBTOTAL_ROW,
    DeviationKind.MERGED,
    DeviationKind.EDITION_ROW,
    DeviationKind.UNIT,
}
"""How it may where a page or a table of the file was not read."""


def lost_table(document: Document, part: Part) -> Loss | None:
    """Say that the table of a part may have been lost with a text file's layout, or None."""
    if not is_lossy(document) or part.id not in document.form.table_parts:
        return None
    return _on_unread_page(document, f"“{part.title}”的表格") or Loss(
        cause=Cause.HOLE,
        reason=f"“{part.title}”在文本中未见表格，可能在提取时丢失",
        look_at=TABLES,
    )


def lost_tables(document: Document, names: str) -> Loss | None:
    """Say that tables of these names may have been lost from a text, or return None.

    Where it breaks off before them, that is what they were lost by.
    """
    if not is_lossy(document):
        return None
    broken = cut_off(document)
    if broken and document.cut:
        return broken
    unread = _on_unread_page(document, names)
    if unread:
        return unread
    reason = f"文本中未见{names}，表格可能在提取文本时丢失"
    cause, look_at = (broken.cause, broken.look_at) if broken else (Cause.HOLE, TABLES)
    return Loss(cause=cause, reason=reason, look_at=look_at)


def _on_unread_page(document: Document, names: str) -> Loss | None:
    """Say that tables may stand where a printed file was not read, or return None.

    The file's notes tell the pages: 第2页有表格框线不完整，未能识别。
    """
    if not (document.incomplete and document.source.format == "pdf"):
        return None
    where = "；".join(note.rstrip("。") for note in document.notes[:_SHOWN])
    reason = f"未读到{names}，可能就是未能读出之处（{where}）"
    return Loss(cause=UNREAD.cause, reason=reason, look_at=UNREAD.look_at)
