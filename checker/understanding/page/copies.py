"""A report that stands twice on its page: for a screen and for a telephone, or for a printer.

Which of the two is shown, style sheets tell that are not in the file.  The first is read.
One that was put in twice is no second report either.
"""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.understanding.page.concealed import HIDDEN
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.sheet import Piece

_FEWEST: Final = 3
"""Parts that come again make a copy."""


def without_copy(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Piece] | None:
    """Return the pieces with the second of two copies hidden; None where there is but one."""
    parts = [heading for heading in headings if heading.exact]
    half = len(parts) // 2
    ids = [heading.part_id for heading in parts]
    if half < _FEWEST or ids[:half] != ids[half:] or len(set(ids)) != half:
        return None
    begin = _begin(pieces, parts[0].index, parts[half - 1].index, parts[half].index)
    return [
        replace(piece, zone=HIDDEN) if index >= begin else piece
        for index, piece in enumerate(pieces)
    ]


def _begin(pieces: Sequence[Piece], first: int, last: int, again: int) -> int:
    """Return where the copy begins: with what stands above the first part as well."""
    above = {piece.text for piece in pieces[:first] if piece.text}
    return next((at for at in range(last + 1, again) if pieces[at].text in above), again)


def is_copy(pieces: Sequence[Piece], first: int, again: int) -> bool:
    """Tell whether most of what stands behind a line stands before it as well.

    The two have their first parts at these lines; their headings alone make no copy.
    """
    above = {piece.text for piece in pieces[first:again] if piece.text}
    below = [piece.text for piece in pieces[again:] if piece.text]
    heads = 2 * _FEWEST
    return 2 * sum(text in above for text in below) > len(below) + heads
