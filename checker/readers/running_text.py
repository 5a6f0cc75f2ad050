"""Rows of a table that are running text: headings and paragraphs that stand in cells."""

from collections.abc import Sequence
from typing import Final, Protocol

from govcheck.late_pattern import late_pattern

NUMBER: Final = late_pattern(r"[-+－]?[0-9０-９][0-9０-９,，.．]*")
_FLOWING: Final = 300
"""A cell with so many characters is not one of a data table."""
_FLOWING_ALONE: Final = 80
"""A cell that has a row for itself and so many characters is a paragraph."""
_HEADING: Final = late_pattern("[一二三四五六七八九十]{1,2}、.{2,40}")
_LABEL: Final = late_pattern("[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．]")


class Row(Protocol):
    """A row of a table."""

    @property
    def texts(self) -> Sequence[str]:
        """Return what each of its cells says, in one line."""
        ...

    @property
    def undivided(self) -> bool:
        """Whether it is a single cell, with nothing beside it but blank cells."""
        ...


def are_text(band: Sequence[Row], follower: Sequence[Row]) -> bool:
    """Whether rows that cells tie together are running text rather than part of a grid.

    ``follower`` are those below them.
    """
    if any(map(_flows, band)):
        return True
    heading = len(band) == 1 and band[0].undivided and _HEADING.fullmatch(band[0].texts[0])
    return bool(heading) and not _counts(follower)


def are_related(rows: Sequence[Row]) -> bool:
    """Whether rows relate their cells to each other: two such rows, or one with a figure."""
    related = [row for row in rows if len(row.texts) > 1]
    return len(related) > 1 or any(
        NUMBER.fullmatch(text) for row in related for text in row.texts
    )


def _flows(row: Row) -> bool:
    if row.undivided and len(row.texts[0]) >= _FLOWING_ALONE and "。" in row.texts[0]:
        return True
    if _HEADING.fullmatch(row.texts[0]) and row.texts[-1].endswith("。"):
        return True
    return max(map(len, row.texts)) >= _FLOWING


def _counts(band: Sequence[Row]) -> bool:
    """Whether a band begins with a row of figures, or with a numbered row among others."""
    texts = band[0].texts if band else []
    numbered = len(texts) > 1 and _LABEL.match(texts[0]) is not None
    return numbered or any(map(NUMBER.fullmatch, texts))
