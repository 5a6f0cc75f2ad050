"""Whether a page's source ends where the page does, or in the middle of it."""

import re
from typing import Final

from govcheck.late_pattern import late_pattern

_ENDED: Final = late_pattern(r"</(?:body|html)\b", re.IGNORECASE)
_BEGUN: Final = late_pattern(r"<(?:body|html)\b", re.IGNORECASE)
_BROKEN: Final = late_pattern(r"</?[A-Za-z][^<>]{0,2000}\Z")
"""A tag without its end."""
_HELD: Final = ("div", "table", "section", "article", "main")
"""Elements that hold others and need an end, which a browser adds at the end of a file."""


def is_unended(source: str) -> bool:
    """Tell whether a source begins a page and does not end it."""
    return not _ENDED.search(source) and _BEGUN.search(source) is not None


def is_cut(source: str) -> bool:
    """Tell whether a source breaks off: saving it, or fetching it, was not finished.

    Many a sound page leaves out the ends of body and html, which need none.  So it takes
    more: a tag that breaks off or a table left open; where body or html was begun, any
    element left open that needs an end.
    """
    if _ENDED.search(source):
        return False
    if _BROKEN.search(source, max(0, len(source) - 2001)) or _is_open(source, "table"):
        return True
    return is_unended(source) and any(_is_open(source, tag) for tag in _HELD)


def _is_open(source: str, tag: str) -> bool:
    """Tell whether an element of this name begins and does not end."""
    begun, ended = (
        sum(1 for _ in late_pattern(rf"{sign}{tag}\b", re.IGNORECASE).finditer(source))
        for sign in ("<", "</")
    )
    return begun > ended
