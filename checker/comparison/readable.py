"""Whether a table can be read in both reports."""

from msgspec.structs import replace

from govcheck.document.loss import Loss
from govcheck.document.naming import why_unread
from govcheck.document.report import Document


def unread_in_either(earlier: Document, later: Document, table: str) -> Loss | None:
    """Say (Chinese) in which report nothing can be read of a table, this one first."""
    if found := why_unread(later, table):
        return found
    found = why_unread(earlier, table)
    if found is None:
        return None
    return replace(
        found, reason=f"上年度报告{found.reason}", look_at=f"上年度报告：{found.look_at}"
    )
