"""What may be missing in a list that comes to less than its total."""

from typing import Final

from govcheck.document.report import Document
from govcheck.statements.breakdowns import Breakdown
from govcheck.statements.stated import evidence

_JOINT: Final = "、"
"""Between items that share an amount."""


def unnumbered(document: Document, breakdown: Breakdown) -> str:
    """Name the first item that may be two, one of them without amount: 招标、扶贫信息14条."""
    if breakdown.sum > breakdown.total.value:
        return ""
    joined = (item for item in breakdown.items if _JOINT in item.subject.strip(_JOINT))
    item = next(joined, None)
    if item is None:
        return ""
    return (
        f"“{evidence(document, item).quote}”并列数项而只写一个数量，相差之数可能是其中一项漏写"
    )
