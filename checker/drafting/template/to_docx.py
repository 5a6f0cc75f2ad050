"""An empty report as a Word file in the look of an official letter, hints as comments."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as DocumentObject

from govcheck.drafting.annotation.annotated import annotated_docx
from govcheck.drafting.annotation.notes import Note, Spot
from govcheck.drafting.template.blank_report import BlankReport
from govcheck.drafting.template.skeleton import CALCULATED
from govcheck.drafting.template.table_formulas import table_formulas
from govcheck.drafting.template.table_layout import table_layout
from govcheck.drafting.template.word_table import lay_out
from govcheck.readers.from_docx import read_docx
from govcheck.readers.raw import RawBlock, RawGrid, RawParagraph
from govcheck.reports.letter import Letter, TableCell
from govcheck.reports.stored_zip import with_constant_times

_PART: Final = 2
_TEXT_WIDTH: Final = 156.0
"""Millimetres between the margins of the letter."""


def to_docx(blank: BlankReport) -> bytes:
    """Write an empty report; its title is the letter's."""
    file = Document(BytesIO(_letter(blank)))
    _set_tables(file, blank)
    buffer = BytesIO()
    file.save(buffer)
    content = with_constant_times(buffer.getvalue(), mark=b"")
    return annotated_docx(content, [*_notes(content, blank)], mark=b"")


def _letter(blank: BlankReport) -> bytes:
    letter = Letter(blank.page.title)
    for block in blank.page.blocks:
        if isinstance(block, RawParagraph) and block.level is None:
            letter.plain(block.text)
        elif isinstance(block, RawParagraph) and block.level == _PART:
            letter.heading(block.text)
        elif isinstance(block, RawGrid):
            letter.table(
                [
                    TableCell(cell.row, cell.column, cell.height, cell.width, cell.text)
                    for cell in block.cells
                ],
                height=block.height,
                width=block.width,
            )
    buffer = BytesIO()
    letter.save(buffer)
    return buffer.getvalue()


def _set_tables(file: DocumentObject, blank: BlankReport) -> None:
    for (at, table), drawn in zip(blank.tables.items(), file.tables, strict=True):
        lay_out(drawn, _grid(blank, at), table, table_layout(table, width=_TEXT_WIDTH))


def _grid(blank: BlankReport, at: int) -> RawGrid:
    grid = blank.page.blocks[at]
    if not isinstance(grid, RawGrid):
        raise TypeError(grid)
    return grid


def _notes(content: bytes, blank: BlankReport) -> Iterator[Note]:
    """Yield the hints, each at its block of the file."""
    read = [block for block in read_docx(content).blocks if _is_text(block)]
    for at, block in enumerate(read[: len(blank.page.blocks)]):
        lines = [*filter(None, [blank.hints.get(at), _calculated(blank, at)])]
        anchor = _anchor(block)
        if lines and anchor is not None:
            yield Note(lines=tuple(lines), spot=Spot(anchor))


def _is_text(block: RawBlock) -> bool:
    """Whether a block is one of the report's: neither an empty line nor a page's foot."""
    return isinstance(block, RawGrid) or (
        isinstance(block, RawParagraph) and not block.zone and bool(block.text.strip())
    )


def _calculated(blank: BlankReport, at: int) -> str:
    table = blank.tables.get(at)
    return CALCULATED if table and table_formulas(table, _grid(blank, at)) else ""


def _anchor(block: RawBlock) -> int | None:
    pieces: Sequence[object] = block.cells if isinstance(block, RawGrid) else (block,)
    anchors = (getattr(piece, "anchor", None) for piece in pieces)
    return next((one for one in anchors if one is not None), None)
