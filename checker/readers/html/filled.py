"""Cells that are filled in the browser: what stands in them says so, and no text does."""

from collections.abc import Iterable, Sequence
from typing import Final

import turbohtml
from msgspec.structs import replace

from govcheck.readers.html.name_sets import names
from govcheck.readers.html.sheets import WRITTEN
from govcheck.readers.raw import UNREADABLE, RawBlock, RawGrid

_DRAWN_IN: Final = names("canvas noscript script slot")
_INLINE: Final = names("a b em font i label small span strong u")
_BOUND: Final = ("data-", "v-", "ng-", ":", "x-text")
_NAMED: Final = frozenset({"id", "class"})
_MOST_LOOKED: Final = 100_000
"""Characters of all cells together that are looked through."""
_MANY: Final = 3
"""Of tables that wait for their figures at least one of so many cells is blank."""


def is_bound(attributes: Iterable[str]) -> bool:
    """Whether attributes bind an element to what a script knows."""
    return any(name.startswith(_BOUND) for name in attributes)


def mark_filled(document: turbohtml.Document, *, drawn: bool) -> None:
    """Mark the blank cells in which an element stands that is filled, or writes, by itself.

    ``drawn`` says that the page has scripts, or sheets that were not read.
    """
    within = document.select(":is(td, th) :is(:empty, canvas, noscript, script, slot)")
    for element in within:
        if _is_filled(element, drawn=drawn):
            element.attrs[WRITTEN] = ""
    left = _MOST_LOOKED
    for inner in document.select(f":is(td, th) [{WRITTEN}]"):
        cell = inner.closest("td, th")
        text = "" if cell is None else cell.text
        left -= len(text) + 1
        if left < 0:
            return
        if cell is not None and not _shown(cell).strip():
            cell.attrs[WRITTEN] = ""


def _is_filled(element: turbohtml.Element, *, drawn: bool) -> bool:
    if element.tag in _DRAWN_IN or "-" in element.tag or is_bound(element.attrs):
        return True
    return drawn and element.tag in _INLINE and not _NAMED.isdisjoint(element.attrs)


def _shown(cell: turbohtml.Element) -> str:
    """Return the text of a cell without that of its scripts, or in their place."""
    text = cell.text
    for script in cell.select("script, noscript"):
        text = text.replace(script.text, "")
    return text


def awaiting(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Return the blocks of a page that scripts or sheets may fill; its blank cells are unread.

    That is so where no figure stands in any of its tables: single cells without one are blank.
    """
    cells = [
        cell.text.strip()
        for block in blocks
        if isinstance(block, RawGrid)
        for cell in block.cells
    ]
    if any(map(str.isdecimal, cells)) or cells.count("") * _MANY < len(cells):
        return tuple(blocks)
    return tuple(_awaiting(block) if isinstance(block, RawGrid) else block for block in blocks)


def _awaiting(grid: RawGrid) -> RawGrid:
    cells = (
        cell if cell.text.strip() else replace(cell, text=UNREADABLE) for cell in grid.cells
    )
    return replace(grid, cells=tuple(cells))
