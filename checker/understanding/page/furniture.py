"""Where the document begins and ends on its page; what lies around it is furniture."""

from collections.abc import Iterator, Sequence

from govcheck.document.blocks import Grid, Image, Paragraph
from govcheck.document.picture_losses import is_unread
from govcheck.late_pattern import late_pattern
from govcheck.understanding.page.notices import Notices
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.page.title import TitleLines

_OUTSIDE = frozenset({"nav", "header", "footer", "aside", "hidden"})
_LINKED = 0.5
_SHORT = 60
_LOOSE = 40
"""A last line no longer than this must sound like a report to belong to it."""

_ITEM = late_pattern("[（(]?[0-9一二三四五六七八九十]{1,2}[、.．）)]")
_MINOR = late_pattern("[（(][一二三四五六七八九十]{1,2}[）)][^（）()]")
_NAME = late_pattern("[一-鿿]{6,40}")
_ENDS_SENTENCE = tuple("。！？；：.!?;:”）)》")
_INTRODUCTION = 20
"""Prose above the first heading of a page without a title has at least so many characters."""


def find_body(
    pieces: Sequence[Piece],
    title: TitleLines | None,
    headings: Sequence[int],
    notices: Notices,
    bare: frozenset[int] = frozenset(),
) -> list[int]:
    """Return which pieces are the document's own; ``bare`` are its tables without headings."""
    if not pieces:
        return []
    start = title.start if title else _begin(pieces, headings, notices)
    text = title.end if title else start
    first = headings[0] if headings else None
    anchor = headings[-1] if headings else _first_prose(pieces, text, notices)
    own_zones = {pieces[index].zone for index in (*headings, *range(start, text))}
    outside = _OUTSIDE - (own_zones - {"hidden"})
    stop = _stop(pieces, max(anchor, start), outside, notices)
    while stop > anchor and _is_badge(pieces[stop - 1]):
        stop -= 1
    return [
        index
        for index in range(start, stop)
        if index < text
        or index in bare
        or not _is_strange(
            pieces[index], outside, notices, above=first is None or index < first
        )
    ]


def _is_badge(piece: Piece) -> bool:
    """Whether a picture before the foot of a page is part of it: it leads to another page."""
    return isinstance(piece.block, Image) and piece.block.linked


def late_pictures(pieces: Sequence[Piece], own: Sequence[int]) -> list[int]:
    """Return which pictures behind the body may be pages of it, whatever stands between."""
    outside = _OUTSIDE - ({pieces[index].zone for index in own} - {"hidden"})
    behind = range(own[-1] + 1 if own else 0, len(pieces))
    return [index for index in behind if _is_own_picture(pieces[index], outside)]


def furniture_of(pieces: Sequence[Piece], body: Sequence[int]) -> tuple[Paragraph, ...]:
    """Return what is not body, a table's cells one by one; pictures say nothing."""
    own = frozenset(body)
    return tuple(
        paragraph
        for index, piece in enumerate(pieces)
        if index not in own
        for paragraph in _paragraphs(piece)
    )


def _paragraphs(piece: Piece) -> Iterator[Paragraph]:
    block = piece.block
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Grid):
        for cell in block.cells:
            if cell.text.normal:
                line = cell.line or block.line
                yield Paragraph(text=cell.text, line=line, page=block.page, anchor=cell.anchor)


def _begin(pieces: Sequence[Piece], headings: Sequence[int], notices: Notices) -> int:
    """Return where prose begins that leads up to the first heading, or to the end."""
    if not headings:
        return _first_prose(pieces, 0, notices)
    start = headings[0]
    while start and _is_prose(pieces[start - 1], notices):
        start -= 1
    return start - 1 if start and _is_headed(pieces[start], pieces[start - 1].text) else start


def _is_headed(piece: Piece, name: str) -> bool:
    """Whether a line in the place of a title is a name that the text below it repeats."""
    return _NAME.fullmatch(name) is not None and name in piece.text


def _first_prose(pieces: Sequence[Piece], start: int, notices: Notices) -> int:
    """Return where prose begins; without any, where it was looked for."""
    prose = (index for index in range(start, len(pieces)) if _is_prose(pieces[index], notices))
    return next(prose, max(start - 1, 0))


def _is_prose(piece: Piece, notices: Notices) -> bool:
    text = piece.text
    long = len(text) >= _INTRODUCTION and ("，" in text or "," in text)
    return (
        (long or text.endswith("。") or _MINOR.match(text) is not None)
        and piece.zone not in _OUTSIDE
        and piece.linked < _LINKED
        and not notices.is_above(text)
        and not notices.is_below(text)
    )


def _stop(
    pieces: Sequence[Piece], anchor: int, outside: frozenset[str], notices: Notices
) -> int:
    """Return where the furniture after the last part begins."""
    stop = next(
        (
            index
            for index in range(anchor + 1, len(pieces))
            if _is_foot(pieces[index], outside, notices)
        ),
        len(pieces),
    )
    return _without_loose_end(pieces, anchor, stop, notices)


def _without_loose_end(
    pieces: Sequence[Piece], anchor: int, stop: int, notices: Notices
) -> int:
    """Leave out last lines that do not sound like a report, where a sentence stands above."""
    end = stop
    while end > anchor + 2 and _is_loose(pieces[end - 1], notices):
        end -= 1
    return end if pieces[end - 1].text.endswith(_ENDS_SENTENCE) else stop


def _is_own_picture(piece: Piece, outside: frozenset[str]) -> bool:
    """Whether a picture may be a page of the report, whatever lines stand around it."""
    image = piece.block
    own = isinstance(image, Image) and is_unread(image) and not image.linked
    return own and piece.zone not in outside


def _is_foot(piece: Piece, outside: frozenset[str], notices: Notices) -> bool:
    text = piece.text
    if piece.zone in outside and piece.zone != "hidden":
        return True
    if not text or len(text) > _SHORT * 2:
        return False
    if piece.linked >= _LINKED and len(text) <= _SHORT and not notices.is_attachment(text):
        return True
    return notices.is_below(text) and not notices.is_between(text)


def _is_loose(piece: Piece, notices: Notices) -> bool:
    """Whether a last line neither reads nor signs like a report."""
    text = piece.text
    return (
        isinstance(piece.block, Paragraph)
        and len(text) <= _LOOSE
        and not text.endswith(_ENDS_SENTENCE)
        and not _ITEM.match(text)
        and not notices.is_signature(text)
        and not notices.is_reporting(text)
        and not notices.is_attachment(text)
    )


def _is_strange(
    piece: Piece, outside: frozenset[str], notices: Notices, *, above: bool
) -> bool:
    """Whether a piece between title and end is none of the document's."""
    if isinstance(piece.block, Image):
        return piece.zone in outside
    if piece.zone in outside:
        return above or piece.zone == "hidden"
    if not above:
        return len(piece.text) < _LOOSE and notices.is_between(piece.text)
    if isinstance(piece.block, Grid):
        return not piece.block.recognised
    text = piece.text
    linked = piece.linked >= _LINKED and len(text) <= _SHORT
    return (
        (linked and not notices.is_attachment(text))
        or notices.is_above(text)
        or notices.is_between(text)
    )
