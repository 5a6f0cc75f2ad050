"""A page as a Word file in the look of an official letter."""

from io import BytesIO
from typing import Final

from govcheck.readers.raw import RawGrid, RawPage, RawParagraph
from govcheck.reports.letter import Letter, TableCell
from govcheck.reports.stored_zip import with_constant_times

_PART: Final = 2


def to_docx(page: RawPage) -> bytes:
    """Write a page; its title is the letter's."""
    letter = Letter(page.title)
    for block in page.blocks:
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
    return with_constant_times(buffer.getvalue())
