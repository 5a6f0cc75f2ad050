"""What stands in columns without lines: a table of which only a person can tell the cells."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.paragraphs import is_row
from govcheck.readers.plain.wrapping import begins_afresh

FEWEST: Final = 3
"""So many lines in columns, in a file, are a table without lines."""
_BETWEEN: Final = 15
"""So few lines may part two of its rows: heads, and labels in several lines."""
_AROUND: Final = 5
"""So many lines above its first row and below its last may be its own."""
_ENDS: Final = ("。", "：", "；")
_PROSE: Final = 20
"""A line of so many characters is prose."""


class UnreadArea(Struct, frozen=True, kw_only=True):
    """What stands somewhere on a page and is not read; it parts what stands above and below."""

    reason: str = ""


def rows_in(pages: Sequence[Sequence[PrintedLine]]) -> bool:
    """Tell whether a file's lines outside of ruled tables hold another one."""
    return sum(is_row(line) for lines in pages for line in lines) >= FEWEST


def without_rows(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine | UnreadArea]:
    """Yield lines of text, and once for each table without lines what stands for it."""
    rows = [index for index, line in enumerate(lines) if is_row(line)]
    taken = set(rows)
    for above, below in pairwise(rows):
        between = range(above + 1, below)
        if len(between) <= _BETWEEN and not any(_is_prose(lines[at]) for at in between):
            taken.update(between)
    for index in rows:
        taken.update(_own(lines, range(index - 1, max(index - 1 - _AROUND, -1), -1)))
        taken.update(_own(lines, range(index + 1, min(index + 1 + _AROUND, len(lines)))))
    for index, line in enumerate(lines):
        if index not in taken:
            yield line
        elif index - 1 not in taken:
            yield UnreadArea()


def _own(lines: Sequence[PrintedLine], places: Iterable[int]) -> Iterator[int]:
    """Yield places next to a row while there is neither a heading nor a sentence."""
    for at in places:
        if begins_afresh(lines[at].text) or lines[at].text.endswith(_ENDS):
            return
        yield at


def _is_prose(line: PrintedLine) -> bool:
    return len(line.segments) == 1 and len(line.text) >= _PROSE
