"""How wide text is on a terminal, and lines of it that fit."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, east_asian_width

from govcheck.late_pattern import late_pattern

_NEVER_FIRST: Final = frozenset("，。、；：？！）》」』】〕”’…—,.;:?!)]}%％")
_NEVER_LAST: Final = frozenset("（《「『【〔“‘([{")
_PIECE: Final = late_pattern(r"[!-~]+|\s+|.", re.DOTALL)
"""A word of ASCII, white space, or one other character: what a line is not broken inside."""
_WIDE: Final = "WF"
_WIDEST: Final = "WFA"
"""What Unicode calls wide, and what it leaves to the font."""
_CUT: Final = "…"
_LOOSE: Final = " …，、；：。（“《"
"""What a cut does not leave before its mark."""


def width(text: str) -> int:
    """Return the columns that a text takes at most: two for a wide character, none for a mark.

    Consoles with Chinese fonts give two also to “, … and ─, which others give one.
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def cut(text: str, columns: int) -> str:
    """Return a text on one line that is no wider than ``columns``, cut with … where it is."""
    line = " ".join(text.split())
    if width(line) <= columns:
        return line
    room = columns - width(_CUT)
    kept = 0
    while kept < len(line) and (room := room - _columns(line[kept])) >= 0:
        kept += 1
    return line[:kept].rstrip(_LOOSE) + _CUT


def cut_before(text: str, columns: int) -> str:
    """Return a text on one line like :func:`cut`, of which the end is kept: a path's name."""
    return cut(text[::-1], columns)[::-1]


def pad(text: str, columns: int) -> str:
    """Return a text with blanks behind it up to a width, as most terminals have it."""
    return text + " " * (columns - sum(_columns(one, _WIDE) for one in text))


def fill(text: str, columns: int, *, first: str = "", rest: str = "") -> str:
    """Break a text into lines of at most ``columns``, with a lead before each.

    A closing mark takes the character before it to the next line, and an opening mark goes
    with the one behind it, unless that would leave nothing of a line.
    """
    room = max(1, columns - max(width(first), width(rest)))
    lines = list(_lines(text, room)) or [""]
    return "\n".join([first + lines[0], *(rest + line for line in lines[1:])])


def _lines(text: str, room: int) -> Iterator[str]:
    for paragraph in text.expandtabs(1).splitlines():
        line: list[str] = []
        used = 0
        for piece in _pieces(paragraph, room):
            if used + width(piece) > room and line:
                kept, line = _broken(line, piece, room)
                yield "".join(kept).rstrip()
                used = width("".join(line))
            if line or not piece.isspace():
                line.append(piece)
                used += width(piece)
        yield "".join(line).rstrip()


def _broken(line: list[str], following: str, room: int) -> tuple[list[str], list[str]]:
    """Return the pieces that stay on a line, and those that go with what follows."""
    stay = len(line)
    while stay and (line[stay - 1] in _NEVER_LAST or _begins_badly(line, stay, following)):
        stay -= 1
    moved = line[stay:]
    if not stay or width("".join([*moved, following])) > room:
        return line, []
    return line[:stay], moved


def _begins_badly(line: list[str], at: int, following: str) -> bool:
    return (line[at] if at < len(line) else following) in _NEVER_FIRST


def _pieces(text: str, room: int) -> Iterator[str]:
    """Yield what is not broken; a word too long for any line is cut all the same."""
    for match in _PIECE.finditer(text):
        piece = match[0]
        yield from (piece[at : at + room] for at in range(0, len(piece), room))


def _columns(character: str, wide: str = _WIDEST) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in wide else 1
