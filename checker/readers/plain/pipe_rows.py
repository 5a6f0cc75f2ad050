"""Tables in plain text: rows with a pipe or a tab between their cells."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from govcheck.readers.raw import RawCell, RawGrid

_RULE: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9,.]*")


class PipeRow(Struct, frozen=True, kw_only=True):
    """A line that may be a row of a table."""

    line: int
    cells: tuple[str, ...] = ()
    """None for the line that Markdown draws below a heading row."""

    @property
    def is_rule(self) -> bool:
        """Whether it is that line."""
        return not self.cells

    @property
    def related(self) -> bool:
        """Whether it relates cells to each other, and is no lone text with a stray sign."""
        return sum(map(bool, self.cells)) > 1

    @property
    def counts(self) -> bool:
        """Whether there is a number beside other cells."""
        return len(self.cells) > 2 and any(map(_NUMBER.fullmatch, self.cells))  # noqa: PLR2004


def row(text: str, line: int) -> PipeRow | None:
    """Read a line as a row, or return None for one that cannot be.

    ``| a | b |``, ``a | b |`` and ``a<tab>b`` are rows of two cells; so is ``a | |``, whose
    second is empty.  ``a |`` is a text, and a line of pipes alone is none of either.
    """
    if "\t" in text.strip():
        cells = tuple(cell.strip() for cell in text.rstrip().split("\t"))
        return PipeRow(line=line, cells=cells) if sum(map(bool, cells)) > 1 else None
    bare = text.strip()
    if "|" not in bare or not bare.strip("| "):
        return None
    if _RULE.fullmatch(bare):
        return PipeRow(line=line)
    inner = bare.removeprefix("|").removesuffix("|")
    cells = tuple(cell.strip() for cell in inner.split("|"))
    return PipeRow(line=line, cells=cells) if len(cells) > 1 else None


def grids(rows: Sequence[PipeRow]) -> list[RawGrid]:
    """Return the tables that rows on successive lines make up; none where they are text.

    A line below a heading row makes a table; without it there must be two rows, or one
    with a number.
    """
    ruled = any(row.is_rule for row in rows)
    related = sum(row.related for row in rows)
    if not related or not (ruled or related > 1 or any(row.counts for row in rows)):
        return []
    starts = [index - 1 for index, row in enumerate(rows) if row.is_rule and index > 1]
    bounds = [0, *starts, len(rows)]
    tables = (rows[start:end] for start, end in pairwise(bounds))
    return [_grid(table) for table in tables if not all(row.is_rule for row in table)]


def _grid(rows: Sequence[PipeRow]) -> RawGrid:
    headed = len(rows) > 1 and rows[1].is_rule
    body = [row for row in rows if not row.is_rule]
    width = max(_filled(row.cells) for row in body)
    cells = tuple(
        RawCell(
            row=number,
            column=column,
            text=text,
            line=row.line,
            header=headed and number == 0,
        )
        for number, row in enumerate(body)
        for column, text in enumerate(row.cells[:width])
    )
    return RawGrid(cells=cells, height=len(body), width=width, line=rows[0].line)


def _filled(cells: Sequence[str]) -> int:
    """Return how many cells there are up to the last that is not empty."""
    return max(index for index, text in enumerate(cells, 1) if text)
