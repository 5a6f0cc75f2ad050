"""Lines of characters, put together by where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.folio import Glyph

_SAME: Final = 0.35
"""Characters whose lines differ by this share of their size stand on one."""
_SPACE: Final = 0.18
"""So wide a gap between letters or figures is a space."""
_SPACED: Final = 4
"""So many gaps between Han characters tell how far those of a line are spaced out."""
_FEWEST: Final = 2
"""Of other gaps so many do, in a line that has fewer."""
_HAN: Final = late_pattern("[\u3400-\u9fff]")
_WIDE: Final = 1.6
"""So wide a gap parts what stands beside each other; lines set to full width have none."""


@dataclass(frozen=True)
class PrintedLine:
    """Characters on one line, from left to right."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Return where its first character begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Return where its last character ends."""
        return self.glyphs[-1].right

    @cached_property
    def base(self) -> float:
        """Return how far down the page it stands."""
        return median(glyph.base for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """Return the usual size of its characters."""
        return median(glyph.size for glyph in self.glyphs)

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """Return its pieces with wide gaps between them."""
        return tuple(_segments(self.glyphs))

    @cached_property
    def text(self) -> str:
        """Return what it says, a tab at every wide gap."""
        return "\t".join(self.segments)


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[PrintedLine]:
    """Return the lines of some characters from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - rows[-1][-1].base <= _SAME * min(
            glyph.size, rows[-1][-1].size
        ):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = (_trimmed(sorted(row, key=lambda glyph: glyph.left)) for row in rows)
    return [PrintedLine(page, line) for line in lines if line]


def _trimmed(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Leave out the spaces at both ends."""
    printed = [index for index, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    return tuple(glyphs[printed[0] : printed[-1] + 1]) if printed else ()


def _segments(glyphs: Sequence[Glyph]) -> Iterator[str]:
    pieces, loose = [glyphs[0].text], _spacing(glyphs)
    for before, glyph in pairwise(glyphs):
        gap = glyph.left - before.right
        if gap > _WIDE * glyph.size:
            yield "".join(pieces).strip()
            pieces = []
        elif (
            gap > (_SPACE + loose) * glyph.size
            and before.text.isascii()
            and glyph.text.isascii()
        ):
            pieces.append(" ")
        pieces.append(glyph.text)
    yield "".join(pieces).strip()


def _spacing(glyphs: Sequence[Glyph]) -> float:
    """Return by how much of their size a line's characters are spaced out.

    Its Han characters tell, or in a short line that which stands nearest to another.
    """
    han = [
        _gap(*pair) for pair in pairwise(glyphs) if all(_HAN.match(one.text) for one in pair)
    ]
    if len(han) >= _SPACED:
        return max(0.0, median(han))
    mixed = [
        _gap(*pair) for pair in pairwise(glyphs) if not all(one.text.isascii() for one in pair)
    ]
    return max(0.0, min(mixed)) if len(mixed) >= _FEWEST else 0.0


def _gap(before: Glyph, glyph: Glyph) -> float:
    return (glyph.left - before.right) / glyph.size
