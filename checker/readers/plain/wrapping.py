"""Hard-wrapped text, such as a PDF file yields: lines of equal width, cut anywhere."""

import math
from collections.abc import Sequence
from statistics import median, mode
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.signs import sign

_LONG: Final = 40
"""Columns of half width, of which a Han character takes two."""
_WIDEST: Final = 100
"""Nobody wraps at more; a longer line is a whole paragraph."""
_NARROW: Final = 20
"""A printer or a terminal wraps at no less; then lines are full, but for half a character …"""
_FULL: Final = 4
"""… and at least one of so many, for there are headings and ends of paragraphs."""
_FEW: Final = 10
"""Less than one of so many may be longer: a row that was put together."""
_FEWEST: Final = 8
"""So many lines must be cut before a text counts as wrapped."""
_SLACK: Final = 6
"""By how much full lines differ, for the sake of long words and signs that must not lead."""
_EQUAL: Final = 0.7
"""So many of the cut lines must be full."""
_SENTENCE_ENDS: Final = "。！？"
_ENDS: Final = f"{_SENTENCE_ENDS}；：;:"

_FRESH: Final = late_pattern(
    r"#|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|[0-9]{1,2}(?:[.．](?![0-9])|、)|[①-⑳]"
    rf"|第[一二三四五六七八九十百]{{1,4}}{sign('article')}\s?第?\s?[(（]"
)
"""How a line begins that continues none."""
_ROW: Final = late_pattern(
    r"[0-9.]+|(?:.*\s)?[0-9.]+(?:\s+[0-9.]+){2}|\S{1,4}(?:\s+\S{1,4}){4,}"
)
"""Figures, or the heads of columns."""


class Wrapping:
    """How a text is wrapped, if it is."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Look at a text's lines of prose, none of them empty."""
        widths = [(line, _width(line)) for line in lines]
        long = [(line, width) for line, width in widths if width >= _LONG]
        cut = [width for line, width in long if line[-1] not in _ENDS]
        clear = len(cut) >= _FEWEST and 2 * len(cut) > len(long) and max(cut) <= _WIDEST
        usual = median(cut) if clear else math.inf
        equal = sum(abs(width - usual) <= _SLACK for width in cut)
        self._full = usual - _SLACK if equal >= _EQUAL * len(cut) else math.inf
        room = _narrow_room([width for _, width in widths])
        self.between = "\n" if room is None else ""
        """What stands between lines of one paragraph: nothing where they are cut anywhere."""
        if room is not None:
            self._full = room - 1

    def joins(self, line: str, follower: str) -> bool:
        """Whether a line goes on in the one that follows it.

        A full line that ends a sentence stands for itself: nothing is torn apart by that.
        """
        if self._full == math.inf or line[-1] in _SENTENCE_ENDS or line[0] == "#":
            return False
        if _width(line) < self._full or begins_afresh(follower):
            return False
        return not (_ROW.fullmatch(line) or _ROW.fullmatch(follower))


def _narrow_room(widths: Sequence[int]) -> int | None:
    """Return how wide a narrow text is that is cut wherever a line was full, else None."""
    if not widths:
        return None
    room = mode(widths)
    full = sum(abs(width - room) <= 1 for width in widths)
    longer = sum(width > room + 1 for width in widths)
    narrow = _NARROW <= room < _LONG and full >= _FEWEST
    return room if narrow and _FULL * full > len(widths) > _FEW * longer else None


def begins_afresh(text: str) -> bool:
    """Whether a line begins with a number or a sign that begins a paragraph."""
    return _FRESH.match(text) is not None


def _width(line: str) -> int:
    return len(line.encode("gb18030", "replace"))
