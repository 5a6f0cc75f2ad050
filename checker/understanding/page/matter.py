"""Whether a page holds anything to be judged beside its title: text, a table, a file, pictures.

Many sites send an empty page and draw its text by script.  What such a file holds, a menu and
a line that asks for patience, must not be taken for a report from which everything is missing.
"""

from collections.abc import Sequence
from typing import Final

from govcheck.document.blocks import Grid, Image, Link
from govcheck.late_pattern import late_pattern
from govcheck.understanding.page.notices import Notices
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.page.title import TitleLines

_OUTSIDE: Final = frozenset({"nav", "header", "footer", "aside", "hidden"})
_LINKED: Final = 0.5
_HAN: Final = late_pattern("[一-鿿]")
_SENTENCE: Final = late_pattern("[，。；]")
_LEAST_TEXT: Final = 40
"""Han characters in sentences; an application that waits for its script has fewer."""
_FILE: Final = late_pattern(r"(?i)\.(?:pdf|docx?|wps|ofd|zip|rar|xlsx?)(?:$|[?#&])")


def has_matter(
    pieces: Sequence[Piece],
    title: TitleLines | None,
    links: Sequence[Link],
    notices: Notices,
    *,
    drawn: bool,
) -> bool:
    """Whether there is text in sentences, a table, a file or a picture that is no mere sign.

    On a page that is ``drawn`` in the browser a picture counts under a title only: before the
    text has come there is but the picture of the site's name.  A sentence under the title
    of any other is text, however short.
    """
    if any(_FILE.search(link.address) for link in links if not link.hidden):
        return True
    after = [piece for piece in pieces[title.end if title else 0 :] if piece.zone != "hidden"]
    if any(isinstance(piece.block, Grid) for piece in after):
        return True
    pictures = any(isinstance(one.block, Image) and not one.block.slight for one in after)
    if pictures and (title or not drawn):
        return True
    least = 1 if title and not drawn else _LEAST_TEXT
    return sum(_length(piece, notices) for piece in after) >= least


def _length(piece: Piece, notices: Notices) -> int:
    """Return how many Han characters of a piece are text of a report, as far as can be seen."""
    text = piece.text
    if piece.zone in _OUTSIDE or piece.linked >= _LINKED or not _SENTENCE.search(text):
        return 0
    if len(text) < 2 * _LEAST_TEXT and notices.is_waiting(text):
        return 0
    return 0 if notices.is_above(text) or notices.is_below(text) else len(_HAN.findall(text))
