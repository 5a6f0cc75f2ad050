"""Whether a document comes to its end: signed, dated, or followed by the page's foot."""

from collections.abc import Sequence
from typing import Final

from govcheck.understanding.page.notices import Notices
from govcheck.understanding.page.sheet import Piece

_ENDS: Final = tuple("。！？；：.!?;”）)》")
_BELOW: Final = 3
"""The foot is looked for in so many pieces under the document."""


def is_closed(pieces: Sequence[Piece], own: Sequence[int], notices: Notices) -> bool:
    """Tell whether a signature, a date or a page's foot stands after the last part.

    A foot proves nothing under a sentence that breaks off: the page was cut above it.
    """
    if not own:
        return False
    last, above = (pieces[index].text for index in (own[-1], own[-2] if own[1:] else own[-1]))
    if notices.is_signed_day(last):
        return True
    signed = notices.is_signed_body(last) and above.endswith(_ENDS)
    if not signed and not last.endswith(_ENDS):
        return False
    following = pieces[own[-1] + 1 : own[-1] + 1 + _BELOW]
    return signed or any(notices.is_below(piece.text) for piece in following)


def is_footed(pieces: Sequence[Piece], own: Sequence[int], notices: Notices) -> bool:
    """Tell whether a page's foot stands anywhere under the document."""
    return bool(own) and any(notices.is_below(one.text) for one in pieces[own[-1] + 1 :])
