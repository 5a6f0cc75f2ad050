"""What is asked of a document again and again is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from govcheck.document.report import Document

_Told = TypeVar("_Told")


def once(function: Callable[[Document], _Told]) -> Callable[[Document], _Told]:
    """Remember what a function has said of the document that it was last asked about."""
    last: list[tuple[Document, _Told]] = []

    @wraps(function)
    def remembered(document: Document) -> _Told:
        for known, told in last:
            if known is document:
                return told
        told = function(document)
        last[:] = [(document, told)]
        return told

    return remembered
