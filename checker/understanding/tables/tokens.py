"""Cut running text into the cells of the tables that it once was: labels and values."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.table import CellState
from govcheck.document.text import Text
from govcheck.late_pattern import late_pattern
from govcheck.understanding.tables.cell_words import understood
from govcheck.understanding.tables.known_labels import Glossary
from govcheck.understanding.tables.labels import key, number

_NO_CELL = late_pattern(r"[-—–] ?\d{1,3} ?[-—–]|[|: ]*-{3}[-|: ]*")
"""The number of a page, or the line under the head of a Markdown table."""
_PROSE = late_pattern(r"[。；;].|.{120}", re.DOTALL)
_SIDES = "|｜│┃║"
_WORD = late_pattern(rf"[{_SIDES}]|[^{_SIDES}\s]+")
_EMPTY = Text(normal="", written="")
_MOST_PIECES = 6
"""A label breaks into no more pieces than this."""
_LONGEST_WORDS = 8
"""Words with a digit that are no longer than this are a value that is none: 减3, 约20."""


class Value(Struct, frozen=True, kw_only=True):
    """A figure, a sign, or (empty) a cell with nothing in it."""

    text: Text
    block: int
    line: int | None
    span: tuple[int, int] | None


class Words(Struct, frozen=True, kw_only=True):
    """A label, or other words."""

    text: str
    block: int
    line: int | None
    table: str = ""
    """Id of the table that has such a row."""
    group: bool = False
    """Rows may stand under it."""
    head: bool = False
    """It stands over columns."""
    broken: bool = False
    """It is only the beginning of a label, or a label with a slip."""


Token = Value | Words


class _PrintedPiece(Struct, frozen=True, kw_only=True):
    normal: str
    written: str
    block: int
    line: int | None
    span: tuple[int, int]
    bars: int
    """How many | stand between the piece before and this one."""


def tokens(paragraphs: Sequence[tuple[int, Paragraph]], known: Glossary) -> list[Token]:
    """Return the labels and values in paragraphs; each comes with its index in the body."""
    result: list[Token] = []
    pieces = list(_pieces(paragraphs))
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.bars > 1:
            result += [_blank(piece)] * (piece.bars - 1)
        words, length = _label(pieces, at, known)
        if words is None:
            result.append(_token(piece))
        elif words.text:
            result.append(words)
        at += length
    return result


def _blank(piece: _PrintedPiece) -> Value:
    return Value(text=_EMPTY, block=piece.block, line=piece.line, span=None)


def _token(piece: _PrintedPiece) -> Token:
    if not _is_value(piece.normal):
        return Words(text=piece.normal, block=piece.block, line=piece.line)
    return Value(
        text=Text(normal=piece.normal, written=piece.written),
        block=piece.block,
        line=piece.line,
        span=piece.span,
    )


def _is_value(text: str) -> bool:
    if understood(text).state is not CellState.TEXT:
        return True
    return len(text) <= _LONGEST_WORDS and any(sign.isdigit() for sign in text)


def _label(
    pieces: Sequence[_PrintedPiece], at: int, known: Glossary
) -> tuple[Words | None, int]:
    """Return the label that begins at a piece, and of how many pieces it is made.

    No label ends in a sign: 规章 / / / is one and three cells.
    """
    first = pieces[at]
    if not first.normal:
        return Words(text="", block=first.block, line=first.line), 1
    if understood(first.normal).state is not CellState.TEXT:
        return None, 1
    text, exact = "", (0, "")
    for length, piece in enumerate(pieces[at : at + _MOST_PIECES], start=1):
        text += piece.normal
        ends = understood(piece.normal).state is CellState.TEXT
        if ends and key(text) in known.meanings:
            exact = (length, text)
    length, text = exact if exact[0] else (1, first.normal)
    meaning = known.meaning(text)
    if not meaning.known:
        return None, 1
    row = meaning.rows and (meaning.says_row or number(text))
    return (
        Words(
            text=text,
            block=pieces[at + length - 1].block,
            line=first.line,
            table=next(iter(meaning.rows)) if row else "",
            group=bool(meaning.groups),
            head=not row and bool(meaning.columns),
            broken=not exact[0],
        ),
        length,
    )


def _pieces(paragraphs: Sequence[tuple[int, Paragraph]]) -> Iterator[_PrintedPiece]:
    bars = 0
    for block, paragraph in paragraphs:
        text = paragraph.text
        if _NO_CELL.fullmatch(text.normal) or _PROSE.search(text.normal):
            continue
        for start, end in _without_bullet(text, list(_spans(text))):
            piece = text.normal[start:end]
            if piece in _SIDES:
                bars += 1
                continue
            yield _PrintedPiece(
                normal=piece,
                written=text.quote(start, end),
                block=block,
                line=paragraph.line,
                span=(start, end),
                bars=bars,
            )
            bars = 0
    if bars > 1 and paragraphs:
        block, paragraph = paragraphs[-1]
        yield _PrintedPiece(
            normal="", written="", block=block, line=paragraph.line, span=(0, 0), bars=bars
        )


def _without_bullet(text: Text, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Leave out a dash that begins an item of a list: a sign for nothing has a label before."""
    words = [text.normal[start:end] for start, end in spans[:2]]
    states = [understood(piece).state for piece in words]
    bullet = states == [CellState.MARK, CellState.TEXT] and words[1] not in _SIDES
    return spans[1:] if bullet else spans


def _spans(text: Text) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of a paragraph stand, the bars between them included."""
    gaps = _gaps(text)
    for word in _WORD.finditer(text.normal):
        start = word.start()
        for gap in gaps:
            if start < gap < word.end():
                yield start, gap
                start = gap
        yield start, word.end()


def _gaps(text: Text) -> Sequence[int]:
    """Return where in the normal text white space is left out that was written."""
    origin = text.origin
    if origin is None:
        return ()
    steps = enumerate(pairwise(origin), start=1)
    return [
        at
        for at, (before, after) in steps
        if after - before > 1 and text.written[before + 1 : after].isspace()
    ]
