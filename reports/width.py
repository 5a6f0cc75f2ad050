"""How wide text is on a terminal, and lines of it that fit."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, east_asian_width

_NEVER_FIRST: Final = frozenset("，。、；：？！）》」』】〕”’…—,.;:?!)]}%％")
_PIECE: Final = re.compile(r"[!-~]+|\s+|.", re.DOTALL)
"""A word of ASCII, white space, or one other character: what a line is not broken inside."""


def width(text: str) -> int:
    """Return the columns that a text takes: two for a wide character, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def fill(text: str, columns: int, *, first: str = "", rest: str = "") -> str:
    """Break a text into lines of at most ``columns``, with a lead before each.

    A closing mark stays with the character before it, even where it hangs over by one.
    """
    room = columns - max(width(first), width(rest))
    lines = list(_lines(text, room)) or [""]
    return "\n".join([first + lines[0], *(rest + line for line in lines[1:])])


def _lines(text: str, room: int) -> Iterator[str]:
    for paragraph in text.splitlines():
        line, used = "", 0
        for piece in _pieces(paragraph, room):
            size = width(piece)
            hangs = used <= room and piece in _NEVER_FIRST
            if used + size > room and line and not hangs:
                yield line.rstrip()
                line, used = "", 0
            if line or not piece.isspace():
                line, used = line + piece, used + size
        yield line.rstrip()


def _pieces(text: str, room: int) -> Iterator[str]:
    """Yield what is not broken; a word too long for any line is cut all the same."""
    for match in _PIECE.finditer(text):
        piece = match[0]
        yield from (piece[at : at + room] for at in range(0, len(piece), room))


def _columns(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
