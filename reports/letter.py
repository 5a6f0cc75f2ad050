"""An official letter, written from its title to its annexes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache, partial
from typing import IO, Any, Final, NamedTuple

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from govcheck.reports.letter_links import Words, write
from govcheck.reports.letter_page import set_page
from govcheck.reports.letter_styles import BODY, FANGSONG, HEI, TABLE, set_font, set_styles

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
_FIFTH: Final = Pt(10.5)
"""Size 五号."""

_LONGEST_PROPERTY: Final = 255
"""Characters; Word refuses more."""


class TableCell(NamedTuple):
    """A cell by its upper left corner in the grid, and what it spans."""

    row: int
    column: int
    height: int
    width: int
    text: str


class Letter:
    """A letter that is written from its title to its signature."""

    def __init__(self, title: str) -> None:
        self._file: DocumentObject = Document()
        self._end: Any = self._file.element.body[-1]
        """What closes the letter: the properties of its only section."""
        set_page(self._file)
        set_styles(self._file)
        look_up = partial(self._file.part.get_style_id, style_type=WD_STYLE_TYPE.PARAGRAPH)
        self._style_id = cache(look_up)
        """The library would search all styles for this one, for each of many cells."""
        self._properties(title)
        self._add(title, "Title")
        self._add("", indent=False)

    def heading(self, text: str) -> None:
        """Write 一、…."""
        self._add(text, "Heading 1")

    def subheading(self, text: str) -> None:
        """Write （一）…."""
        self._add(text, "Heading 2")

    def item(self, text: str) -> None:
        """Write the heading of one thing: 1. …."""
        self._add(text, "Heading 3")

    def plain(self, text: str, *, indent: bool = True, with_next: bool = False) -> None:
        """Write a paragraph; ``with_next`` keeps it on one page with what follows."""
        paragraph = self._add(text, indent=indent)
        if with_next:
            paragraph.paragraph_format.keep_with_next = True

    def pieces(self, words: Words) -> None:
        """Write a paragraph of which some words lead to files."""
        write(self._add(""), words)

    def labelled(self, label: str, text: str) -> None:
        """Write a paragraph that begins with what it says."""
        if text:
            self._add(f"{label}：{text}", align=ALIGN.LEFT)

    def centered(self, text: str) -> None:
        """Write a line in the middle of the page."""
        self._add(text, align=ALIGN.CENTER, indent=False)

    def annex(self, label: str, title: str) -> None:
        """Begin an annex on a new page: 附件1, and its title in the middle."""
        paragraph = self._add(label, font=HEI, indent=False)
        paragraph.paragraph_format.page_break_before = True
        self._add(title, "Title")
        self._add("", indent=False)

    def table(self, cells: Sequence[TableCell], *, height: int, width: int) -> None:
        """Draw a table with borders, and leave a line under it."""
        table = self._file.add_table(height, width, style="Table Grid")
        slots = [list(row.cells) for row in table.rows]
        for cell in cells:
            slot = slots[cell.row][cell.column]
            if cell.height > 1 or cell.width > 1:
                slot.merge(slots[cell.row + cell.height - 1][cell.column + cell.width - 1])
            paragraph = slot.paragraphs[0]
            paragraph.alignment = ALIGN.CENTER
            set_font(paragraph.add_run(cell.text), FANGSONG, _FIFTH)
        self._add("", indent=False)

    def listing(
        self, head: Sequence[str], rows: Sequence[Sequence[Words]], widths: Sequence[int]
    ) -> None:
        """Draw a table to be filled in: its head on every page, widths in millimetres."""
        table = self._file.add_table(0, len(head), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for values in (head, *rows):
            row = table.add_row()
            for cell, words, width in zip(row.cells, values, widths, strict=True):
                cell.width = Mm(width)
                self._set_style(cell.paragraphs[0], TABLE)
                write(cell.paragraphs[0], words)
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for cell in table.rows[0].cells:
            cell.paragraphs[0].alignment = ALIGN.CENTER
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001

    def signature(self, lines: tuple[str, ...]) -> None:
        """Write the block on the right under the letter, on one page with its space."""
        self.plain("", indent=False, with_next=True)
        for line in lines:
            paragraph = self._add(line, align=ALIGN.RIGHT, indent=False)
            paragraph.paragraph_format.right_indent = Pt(64)
            paragraph.paragraph_format.keep_with_next = True

    def save(self, target: IO[bytes]) -> None:
        """Write the file."""
        self._file.save(target)

    def _add(
        self,
        text: str,
        style: str = BODY,
        *,
        font: str | None = None,
        align: ALIGN | None = None,
        indent: bool = True,
    ) -> Paragraph:
        """Write a paragraph in a style; only what differs from the style is said of it."""
        paragraph = self._paragraph()
        self._set_style(paragraph, style)
        if align is not None:
            paragraph.alignment = align
        if not indent:
            paragraph.paragraph_format.first_line_indent = Pt(0)
        run = paragraph.add_run(text)
        if font is not None:
            set_font(run, font)
        return paragraph

    def _set_style(self, paragraph: Paragraph, name: str) -> None:
        paragraph._p.style = self._style_id(name)  # noqa: SLF001

    def _paragraph(self) -> Paragraph:
        """Add an empty paragraph; python-docx would search the whole letter for its end."""
        element = OxmlElement("w:p")
        self._end.addprevious(element)
        return Paragraph(element, self._file)

    def _properties(self, title: str) -> None:
        properties = self._file.core_properties
        properties.title, properties.author = (
            title.replace("\n", "")[:_LONGEST_PROPERTY],
            "govcheck",
        )
        properties.comments = ""
        properties.created = properties.modified = _MADE
