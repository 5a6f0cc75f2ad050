"""What a file lacks that holds one page of a text of several."""

from govcheck.document.loss import Cause, Loss
from govcheck.document.report import Document


def other_pages(document: Document) -> Loss | None:
    """Say that what is not in a file may stand on other pages of its text, or return None."""
    if document.paged is None:
        return None
    held = f"第{document.paged}页" if document.paged else "其中一页"
    return Loss(
        cause=Cause.TAIL,
        reason=f"正文分为多页，文件只有{held}",
        look_at="正文的其余各页",
    )


def earlier_pages(document: Document) -> Loss | None:
    """Say that what stands above a file's text is on an earlier page, or return None."""
    return other_pages(document) if (document.paged or 0) > 1 else None
