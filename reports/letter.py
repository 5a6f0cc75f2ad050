"""An official letter in the look of GB/T 9704: page, fonts by name, numbered pages."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import IO, Any, Final, NamedTuple

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
_TITLE, _BODY, _HEADING, _SUBHEADING = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
_SECOND, _THIRD, _FOURTH, _FIFTH = Pt(22), Pt(16), Pt(14), Pt(10.5)
"""Sizes 二号, 三号, 四号 and 五号."""
_LINE: Final = Pt(28.95)
"""22 lines on the text area of 225 mm."""

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
        self._page()
        self._properties(title)
        self._add(title, font=_TITLE, size=_SECOND, align=ALIGN.CENTER, indent=False)
        self._add("", indent=False)

    def heading(self, text: str) -> None:
        """Write 一、…."""
        self._add(text, font=_HEADING).paragraph_format.keep_with_next = True

    def subheading(self, text: str) -> None:
        """Write （一）…."""
        self._add(text, font=_SUBHEADING).paragraph_format.keep_with_next = True

    def plain(self, text: str, *, indent: bool = True) -> None:
        """Write a paragraph."""
        self._add(text, indent=indent)

    def labelled(self, label: str, text: str) -> None:
        """Write a paragraph that begins with what it says."""
        if text:
            self._add(f"{label}：{text}")

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
            _set_font(paragraph.add_run(cell.text), _BODY, _FIFTH)
        self._add("", indent=False)

    def signature(self, lines: tuple[str, ...]) -> None:
        """Write the block on the right under the letter, on one page with its space."""
        self._add("", indent=False)
        for line in lines:
            paragraph = self._add(line, align=ALIGN.RIGHT, indent=False)
            paragraph.paragraph_format.right_indent = Pt(64)
            paragraph.paragraph_format.keep_with_next = line is not lines[-1]

    def save(self, target: IO[bytes]) -> None:
        """Write the file."""
        self._file.save(target)

    def _add(
        self,
        text: str,
        *,
        font: str = _BODY,
        size: Pt = _THIRD,
        align: ALIGN = ALIGN.JUSTIFY,
        indent: bool = True,
    ) -> Paragraph:
        paragraph = self._paragraph()
        layout = paragraph.paragraph_format
        layout.alignment = align
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        layout.line_spacing = _LINE
        layout.first_line_indent = Pt(32) if indent else None
        _set_font(paragraph.add_run(text), font, size)
        return paragraph

    def _paragraph(self) -> Paragraph:
        """Add an empty paragraph; python-docx would search the whole letter for its end."""
        element = OxmlElement("w:p")
        self._end.addprevious(element)
        return Paragraph(element, self._file)

    def _page(self) -> None:
        section = self._file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = Mm(25)
        self._file.settings.odd_and_even_pages_header_footer = True
        _number_pages(section)

    def _properties(self, title: str) -> None:
        properties = self._file.core_properties
        properties.title, properties.author = title[:_LONGEST_PROPERTY], "govcheck"
        properties.comments = ""
        properties.created = properties.modified = _MADE


def _number_pages(section: Section) -> None:
    """Write — 1 — on the right of odd pages and on the left of even ones."""
    for footer, align in (
        (section.footer, ALIGN.RIGHT),
        (section.even_page_footer, ALIGN.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = align
        paragraph.paragraph_format.left_indent = _FOURTH
        paragraph.paragraph_format.right_indent = _FOURTH
        _set_font(paragraph.add_run("— "), "宋体", _FOURTH)
        number = paragraph.add_run()
        _set_font(number, "宋体", _FOURTH)
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            number._r.append(_field(kind, text))  # noqa: SLF001 - python-docx has no fields
        _set_font(paragraph.add_run(" —"), "宋体", _FOURTH)


def _field(kind: str | None, text: str | None) -> Any:  # noqa: ANN401 - untyped XML
    if kind is None:
        element = OxmlElement("w:instrText")
        element.text = text
        return element
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _set_font(run: Run, name: str, size: Pt) -> None:
    """Set the font for Chinese and Latin letters alike."""
    run.font.name, run.font.size = name, size
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - no East Asian font there
    fonts.set(qn("w:eastAsia"), name)
