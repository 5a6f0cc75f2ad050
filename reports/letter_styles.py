"""The styles of an official letter by GB/T 9704: fonts by name, sizes, lines."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run

FANGSONG: Final = "仿宋_GB2312"
HEI: Final = "黑体"
BODY: Final = "Body Text"
TABLE: Final = "表内文字"
_SECOND, _THIRD, _SMALL_FOURTH = Pt(22), Pt(16), Pt(12)
"""Sizes 二号, 三号 and 小四."""
_LINE: Final = Pt(28.95)
"""22 lines on the text area of 225 mm."""
_INDENT: Final = Pt(32)
"""Two characters of size 三号."""


class Look(NamedTuple):
    """What a style looks like."""

    font: str
    size: Pt = _THIRD
    align: ALIGN = ALIGN.JUSTIFY
    indent: bool = True
    bold: bool = False


_LOOKS: Final[Mapping[str, Look]] = {
    "Title": Look("方正小标宋简体", _SECOND, ALIGN.CENTER, indent=False),
    "Heading 1": Look(HEI),
    "Heading 2": Look("楷体_GB2312"),
    "Heading 3": Look(FANGSONG, bold=True),
    BODY: Look(FANGSONG),
}


def set_styles(file: DocumentObject) -> None:
    """Give the file's own styles the look of an official letter."""
    for name, look in _LOOKS.items():
        style = file.styles[name]
        _set_style_font(style, look)
        layout = style.paragraph_format
        layout.alignment = look.align
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        layout.line_spacing = _LINE
        layout.first_line_indent = _INDENT if look.indent else None
        layout.keep_with_next = name.startswith("Heading")
    table = file.styles.add_style(TABLE, WD_STYLE_TYPE.PARAGRAPH)
    _set_style_font(table, Look(FANGSONG, _SMALL_FOURTH))
    table.paragraph_format.space_before = table.paragraph_format.space_after = Pt(3)
    table.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    table.paragraph_format.line_spacing = Pt(20)


def _set_style_font(style: Any, look: Look) -> None:  # noqa: ANN401 - docx types styles loosely
    """Name the font for every script, take the theme's away, and print in black."""
    font = style.font
    font.name, font.size, font.bold, font.italic = look.font, look.size, look.bold, False
    font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)
    fonts.attrib.pop(qn("w:cstheme"), None)
    fonts.set(qn("w:eastAsia"), look.font)
    for name in ("w:spacing", "w:kern"):
        for node in properties.findall(qn(name)):
            properties.remove(node)
    layout = style.element.get_or_add_pPr()
    for node in layout.findall(qn("w:pBdr")) + layout.findall(qn("w:contextualSpacing")):
        layout.remove(node)


def set_font(run: Run, name: str, size: Pt | None = None) -> None:
    """Set the font for Chinese and Latin letters alike, and its size where it differs."""
    run.font.name, run.font.size = name, size
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - no East Asian font there
    fonts.set(qn("w:eastAsia"), name)
