"""What may stand in the second of two reports on one page, of which the first was read."""

from typing import Final

from govcheck.document.loss import Cause, Loss
from govcheck.document.report import Document

_BEFORE_ANOTHER: Final = Loss(
    cause=Cause.HOLE,
    reason="页面上连着有两份报告，分界不明",
    look_at="页面上的另一份报告",
)


def before_another(document: Document) -> Loss | None:
    """Say that a part which is missing may stand behind, or return None."""
    there = {part.id for part in document.parts}
    lacks = any(part.id not in there for part in document.form.parts)
    return _BEFORE_ANOTHER if document.followed and lacks else None
