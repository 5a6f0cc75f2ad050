"""A text that its site parts into pages: which of them a file holds."""

from collections.abc import Sequence
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.sheet import Piece

_BEHIND: Final = 3
"""So many pieces behind the end of a text may stand before what leads to its next page."""
_LONGEST: Final = 80
_OUTSIDE: Final = frozenset({"header", "footer", "aside", "hidden", "list"})


def page_of(
    pieces: Sequence[Piece], own: Sequence[int], vocabulary: Vocabulary, *, told: int | None
) -> int | None:
    """Return which page of a text the pieces are, 0 for one that its links do not tell.

    ``own`` are the pieces of the body, ``told`` is what a script says.  None where nothing
    leads to another page: what leads to the next article does not, nor what stands beside
    the text.
    """
    if told:
        return told
    near = range(own[0], min(own[-1] + 1 + _BEHIND, len(pieces))) if own else ()
    numbers = (_number(pieces[index], vocabulary) for index in near)
    return next((number for number in numbers if number is not None), told)


def _number(piece: Piece, vocabulary: Vocabulary) -> int | None:
    text = piece.text
    if not piece.linked or not text or len(text) > _LONGEST or piece.zone in _OUTSIDE:
        return None
    if vocabulary.pattern("paging.pager").match(text) is None:
        return None
    at = vocabulary.pattern("paging.at").search(text)
    return int(at["at"] or at["first"]) if at else 0
