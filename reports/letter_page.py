"""The page of an official letter by GB/T 9704: paper, margins, numbered pages."""

from typing import Any, Final

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from govcheck.reports.letter_styles import set_font

_FOURTH: Final = Pt(14)
"""Size 四号."""


def set_page(file: DocumentObject) -> None:
    """Lay out A4 with the text area of 156 by 225 mm, and number its pages."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    file.settings.odd_and_even_pages_header_footer = True
    _number_pages(section)


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
        set_font(paragraph.add_run("— "), "宋体", _FOURTH)
        number = paragraph.add_run()
        set_font(number, "宋体", _FOURTH)
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            number._r.append(_field(kind, text))  # noqa: SLF001 - python-docx has no fields
        set_font(paragraph.add_run(" —"), "宋体", _FOURTH)


def _field(kind: str | None, text: str | None) -> Any:  # noqa: ANN401 - untyped XML
    if kind is None:
        element = OxmlElement("w:instrText")
        element.text = text
        return element
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element
