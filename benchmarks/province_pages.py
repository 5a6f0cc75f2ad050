"""Reports of many bodies, each with a text of its own, to measure a batch on.

Pages that repeat one text are near copies of each other, which no province's are: to compare
them takes longer than to check them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from province.province import YEAR, province
from province.reports import page_of

_MOST: Final = 30_000
"""Bytes: a Word export is no page of 25 KB."""
_ENOUGH: Final = 1.6
"""Of so many bodies one has a plain page in both years."""


def reports(count: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield last year's report and this year's of so many bodies, about 25 KB each.

    They are of both editions of the form.
    """
    whole = province(int(_ENOUGH * count) + 100, 1)
    for unit in whole.in_hand():
        words, figures = whole.words[unit.name], whole.figures[unit.name]
        days = (f"{YEAR}-01-12", whole.days[unit.name])
        last, this = (
            page_of(unit, YEAR - 1 + at, words[at], figures[at], days[at]) for at in (0, 1)
        )
        if max(len(last), len(this)) <= _MOST:
            yield last, this
            count -= 1
        if not count:
            return
    raise ValueError(f"{count} more bodies are wanted")
