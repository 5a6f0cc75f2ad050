"""Rows of a table in plain text whose cells are parted by commas, as a sheet is saved."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Final

from msgspec.structs import replace

from govcheck.late_pattern import late_pattern
from govcheck.readers.plain.torn_rows import SIDES, WrittenLine
from govcheck.signs import sign

_FEWEST: Final = 3
"""So many commas a line has that is a row whatever stands in it, and …"""
_ROWS: Final = 2
"""… so many such lines follow each other, each with as many."""
_OTHERS: Final = ("\t", *SIDES)
"""What parts cells in which commas stand for themselves."""
_SENTENCE: Final = ("。", ".", "；", ";", "：", ":")
"""How no row ends."""
_BLANK: Final = ",,"
_FIGURE: Final = late_pattern(
    rf"\s?(?:[0-9.]+|[0-9]{{1,3}}(?:,[0-9]{{3}})+)(?:{sign('unit')})?\s?"
)
"""What a cell may hold and no clause of a sentence does."""
_IN_FIGURE: Final = late_pattern(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
"""A comma as it stands between thousands."""
_CLAUSE: Final = late_pattern("[，。；]")
_LONGEST_CELL: Final = 30
_LONGEST: Final = 10_000


def with_tabs(lines: Sequence[WrittenLine]) -> Iterator[WrittenLine]:
    """Yield lines; in rows that are parted by commas tabs stand in their place."""
    for commas, group in groupby(lines, key=_commas):
        run = list(group)
        wide = commas >= _FEWEST and _is_table(run)
        rows = len(run) >= _ROWS and (wide or (commas > 0 and _is_narrow_table(run)))
        yield from map(_with_tabs, run) if rows else run


def _is_table(run: Sequence[WrittenLine]) -> bool:
    cells = chain.from_iterable(_cells(line.text) for line in run)
    return any(_BLANK in line.text for line in run) or any(map(_FIGURE.fullmatch, cells))


def _is_narrow_table(run: Sequence[WrittenLine]) -> bool:
    """Whether lines with a comma or two are rows: a label, and a figure at the end of one."""
    rows = [_cells(line.text) for line in run]
    if any(_CLAUSE.search(cell) or len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return False
    return any(_FIGURE.fullmatch(row[-1]) and not row[0].isdecimal() for row in rows)


def _with_tabs(line: WrittenLine) -> WrittenLine:
    return replace(line, text="\t".join(_cells(line.text)))


def _commas(line: WrittenLine) -> int:
    """Return by how many commas a line's cells are parted; 0 for a line that is no row."""
    text = line.text
    if "," not in text or len(text) > _LONGEST or any(map(text.__contains__, _OTHERS)):
        return 0
    if text.rstrip().endswith(_SENTENCE) or text.count(",") == len(_IN_FIGURE.findall(text)):
        return 0
    return len(_cells(text)) - 1


def _cells(text: str) -> list[str]:
    """Return the cells of a row; what is quoted may hold commas."""
    if '"' not in text:
        return text.split(",")
    return next(csv.reader([text]), [])
