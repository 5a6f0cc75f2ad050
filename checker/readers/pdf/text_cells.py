"""Running text in the cells of a printed table: headings in boxes, a report in one cell."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.runs import Run
from govcheck.readers.pdf.tables import PrintedCell, PrintedTable
from govcheck.readers.pdf.unruled import UnreadArea
from govcheck.readers.running_text import are_related, are_text

_FEW: Final = 2
"""Cells of a row that is no row of figures."""
_STOP: Final = "。"
_LINES: Final = 2
"""So many lines with a full stop, in a cell as wide as its table, are a paragraph."""


class TextCell(Struct, frozen=True, kw_only=True):
    """A cell's lines, and whether they go on before or behind the ends of its page."""

    lines: tuple[PrintedLine, ...]
    open_above: bool
    open_below: bool


Flow = list[PrintedLine] | TextCell | PrintedTable | Image | UnreadArea


def flowing(runs: Sequence[Run]) -> list[Flow]:
    """Return what stands on a file's pages, the tables in their parts.

    A text that a page's end has cut, within a cell, goes on in the lines of the next page,
    which its frame alone goes around, and the other way.
    """
    parts: list[Flow] = []
    for run in runs:
        for part in parted(run) if isinstance(run, PrintedTable) else [run]:
            if parts and (whole := _joined(parts[-1], part)):
                parts[-1] = whole
            else:
                parts.append(part)
    return parts


def _joined(last: Flow, part: Flow) -> TextCell | None:
    """Return a text in a cell with its lines on the page before or after it, else None."""
    if isinstance(last, TextCell) and isinstance(part, list):
        goes_on = last.open_below and last.lines[-1].page < part[0].page
        return replace(last, lines=(*last.lines, *part)) if goes_on else None
    if isinstance(last, list) and isinstance(part, TextCell):
        goes_on = part.open_above and last[-1].page < part.lines[0].page
        return replace(part, lines=(*last, *part.lines)) if goes_on else None
    return None


class _Row(Struct, frozen=True, kw_only=True):
    cells: tuple[PrintedCell, ...]
    """Those that begin in it."""
    undivided: bool

    @property
    def texts(self) -> Sequence[str]:
        """Return what its cells say."""
        return [cell.text for cell in self.cells]


_Band = list[_Row]
"""Rows that cells tie together."""


def parted(table: PrintedTable) -> list[PrintedTable | TextCell]:
    """Return a table's parts in reading order: its rows of data, and cells of running text."""
    bands = list(_bands(table))
    followers: list[_Band] = [*bands[1:], []]
    texts = [
        table.layout or _is_text(band, follower)
        for band, follower in zip(bands, followers, strict=True)
    ]
    if not any(texts):
        return [table]
    parts: list[PrintedTable | TextCell] = []
    for is_text, run in groupby(zip(texts, bands, strict=True), key=lambda pair: pair[0]):
        rows = [row for _, band in run for row in band]
        if is_text or not are_related(rows):
            parts += _texts_of(rows)
        else:
            parts.append(_with_rows(table, rows))
    return parts


def rows_around(table: PrintedTable, tops: Sequence[float]) -> list[PrintedTable]:
    """Return the parts of a table that holds others, which begin at these places.

    What holds one is mere layout; what does not is a table of its own.
    """
    parts: list[PrintedTable] = []
    bands = list(_bands(table))
    ends = [band[0].cells[0].top for band in bands[1:]]
    for band, end in zip(bands, [*ends, float("inf")], strict=True):
        part = _with_rows(table, band)
        holds = any(part.top <= top < end for top in tops)
        parts.append(replace(part, layout=holds))
    return parts


def _bands(table: PrintedTable) -> Iterator[_Band]:
    width = len(table.across) - 1
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    band: _Band = []
    end = 0
    for number, group in groupby(cells, lambda cell: cell.row):
        if band and number >= end:
            yield band
            band = []
        own = tuple(group)
        leads = own[0].column == 0 and number >= end
        band.append(_Row(cells=own, undivided=leads and _stands_alone(own, width)))
        end = max(end, *(cell.row + cell.height for cell in own))
    if band:
        yield band


def _stands_alone(cells: Sequence[PrintedCell], width: int) -> bool:
    short = len(cells) <= _FEW or cells[-1].column + cells[-1].width < width
    return len(cells) == 1 or (short and not any(cell.text for cell in cells[1:]))


def _is_text(band: _Band, follower: _Band) -> bool:
    return are_text(band, follower) or (len(band) == 1 and _is_paragraph(band[0]))


def _is_paragraph(row: _Row) -> bool:
    """Whether a row is a single cell with sentences, in lines or cut by a page's end."""
    cell = row.cells[0]
    cut = cell.open_above or cell.open_below
    return row.undivided and _STOP in cell.text and (cut or len(cell.printed) >= _LINES)


def _texts_of(rows: Sequence[_Row]) -> Iterator[TextCell]:
    for row in rows:
        for cell in row.cells:
            if cell.printed:
                yield TextCell(
                    lines=cell.printed, open_above=cell.open_above, open_below=cell.open_below
                )


def _with_rows(table: PrintedTable, rows: Sequence[_Row]) -> PrintedTable:
    cells = [cell for row in rows for cell in row.cells]
    start = cells[0].row
    pages = [line.page for cell in cells for line in cell.printed[:1]]
    return replace(
        table,
        page=min(pages, default=table.page),
        top=cells[0].top,
        height=max(cell.row + cell.height for cell in cells) - start,
        cells=tuple(replace(cell, row=cell.row - start) for cell in cells),
    )
