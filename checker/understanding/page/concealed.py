"""Parts of a report that its page hides until they are asked for: tabs, folded sections.

What a page hides is no text of it: copies for a telephone or the printer, remarks of its
editors, advertisements.  But where the report is not whole without it, a reader comes to see
it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Grid, Image
from govcheck.document.form import Form
from govcheck.document.naming import is_unread
from govcheck.document.report import Document
from govcheck.document.sentence import sentence
from govcheck.document.table import DeviationKind
from govcheck.understanding.page.headings import find_headings
from govcheck.understanding.page.sheet import Piece

HIDDEN: Final = "hidden"
_READ: Final = "页面上隐藏的部分（如点击后才显示的内容）已一并读取"
_UNREAD: Final = "页面上有隐藏的内容，未作为报告正文读取"


def shown_texts(pieces: Sequence[Piece]) -> list[str]:
    """Return the text of each piece; none of what is hidden."""
    return ["" if piece.zone == HIDDEN else piece.text for piece in pieces]


def revealed(pieces: Sequence[Piece], forms: Mapping[str, Form]) -> list[Piece] | None:
    """Return the pieces with what is hidden of a report shown; None where nothing is.

    A stretch of hidden pieces is of a report that has a heading of the form, or a table, or
    stands right under such a heading; or it has a picture, where no heading is anywhere.
    """
    parts = tuple(part for form in forms.values() for part in form.parts)
    headed = any(one.exact for one in find_headings([one.text for one in pieces], parts, ()))
    result: list[Piece] = []
    found = False
    above = ""
    for hidden, run in groupby(pieces, lambda piece: piece.zone == HIDDEN):
        stretch = list(run)
        texts = [above, *(piece.text for piece in stretch)]
        above = _last_words(stretch, above)
        if hidden and (
            any(isinstance(piece.block, Grid) for piece in stretch)
            or not (headed or all(map(_is_empty, stretch)))
            or any(one.exact for one in find_headings(texts, parts, ()))
        ):
            stretch = [replace(piece, zone="") for piece in stretch]
            found = True
        result += stretch
    return result if found else None


def _last_words(pieces: Sequence[Piece], before: str) -> str:
    """Return the text that what follows these stands right under; a table has none."""
    for piece in reversed(pieces):
        if piece.text or isinstance(piece.block, Grid):
            return piece.text
    return before


def _is_empty(piece: Piece) -> bool:
    """Tell whether a piece is no picture that may be a page of a report."""
    image = piece.block
    return not isinstance(image, Image) or image.slight


def lacking(document: Document) -> frozenset[str]:
    """Return which parts and tables of the form a document does not have, or has empty."""
    return frozenset(_lacking(document))


def _lacking(document: Document) -> Iterator[str]:
    filled = {part.id for part in document.parts if part.end - part.start > 1}
    yield from (part.id for part in document.form.parts if part.id not in filled)
    for name in document.form.tables:
        table = document.table(name)
        if table is None or is_unread(table):
            yield name


def _missing(document: Document) -> frozenset[str]:
    """Return which parts and tables a document lacks for which no picture stands either."""
    pictured = {
        name
        for name, table in document.tables.items()
        if any(one.kind is DeviationKind.PICTURE for one in table.deviations)
    }
    return lacking(document) - pictured


def _is_doubled(document: Document) -> bool:
    """Tell whether a document has a part of the form more than once."""
    known = [part.id for part in document.parts if part.id]
    return len(known) > len(set(known))


def fuller(shown: Document, whole: Document, *, still: bool = False) -> Document:
    """Return of a document without and with its hidden parts the one that is to be judged.

    Where the hidden parts repeat what is shown, or have text without its headings, neither
    is surely the report: what is not seen may yet stand in the other.  A ``still`` page has
    nothing that shows the hidden content of a part that it shows: its readers do not see it.
    """
    before, after = lacking(shown), lacking(whole)
    doubled = _is_doubled(whole)
    if after == before and shown.passages["body"].text == whole.passages["body"].text:
        return revealing(whole)
    if doubled and not after < before:
        return shown
    headed = {part.id for part in whole.parts}
    kept = still and headed == {part.id for part in shown.parts}
    if doubled or kept or not after < before:
        return replace(_noted(shown, _UNREAD), incomplete=True)
    whole = revealing(whole)
    torn = not _missing(whole).isdisjoint(headed)
    return replace(whole, incomplete=whole.incomplete or torn)


def revealing(document: Document) -> Document:
    """Return a document that says that parts of it are hidden on its page."""
    return _noted(document, _READ)


def _noted(document: Document, note: str) -> Document:
    return replace(document, notes=(*document.notes, sentence(note)))
