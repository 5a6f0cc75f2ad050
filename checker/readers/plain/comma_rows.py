"""Rows of a table in plain text whose cells are parted by commas, as a sheet is saved."""

import csv
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from govcheck.late_pattern import late_pattern
from govcheck.readers.plain.torn_rows import WrittenLine

_FEWEST: Final = 3
"""So many commas a line has that is a row, and …"""
_ROWS: Final = 2
"""… so many such lines follow each other, each with as many."""
_SENTENCE: Final = ("。", ".", "；", ";", "：", ":")
"""How no row ends."""
_CELLS: Final = late_pattern(r",,|(?:^|,)\s?[0-9.]+\s?(?:,|$)")
"""A blank or a figure among cells."""
_LONGEST: Final = 10_000


def with_tabs(lines: Sequence[WrittenLine]) -> Iterator[WrittenLine]:
    """Yield lines; in rows that are parted by commas tabs stand in their place."""
    for commas, group in groupby(lines, key=_commas):
        run = list(group)
        rows = commas >= _FEWEST and len(run) >= _ROWS
        if rows and any(_CELLS.search(line.text) for line in run):
            yield from (replace(line, text="\t".join(_cells(line.text))) for line in run)
        else:
            yield from run


def _commas(line: WrittenLine) -> int:
    """Return by how many commas a line's cells are parted; 0 for a line that is no row."""
    text = line.text
    if "," not in text or "\t" in text or len(text) > _LONGEST:
        return 0
    return 0 if text.rstrip().endswith(_SENTENCE) else len(_cells(text)) - 1


def _cells(text: str) -> list[str]:
    """Return the cells of a row; what is quoted may hold commas."""
    if '"' not in text:
        return text.split(",")
    return next(csv.reader([text]), [])
