"""A statutory table in a Word file: widths, alignment, sums as fields, not torn by a page."""

from copy import deepcopy
from itertools import chain
from typing import Any, Final

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from govcheck.document.form import FormTable
from govcheck.drafting.template.table_formulas import table_formulas
from govcheck.drafting.template.table_layout import TableLayout
from govcheck.readers.raw import RawCell, RawGrid

_MARGIN: Final = Mm(0.8)
"""Between a border and the text."""
_SPACING: Final = 1.3
"""Line height by the size of the text."""
_PADDING: Final = Pt(1.5)
"""Over and under a line."""
_NOTHING: Final = "0"
"""What Word makes of the sum of empty cells."""


def lay_out(drawn: Table, grid: RawGrid, table: FormTable, layout: TableLayout) -> None:
    """Give a drawn table, which has the cells of the grid, its look and its formulas."""
    drawn.autofit = False
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_margins(drawn)
    for column, width in zip(drawn.columns, layout.widths, strict=True):
        column.width = Mm(width)
    formulas = table_formulas(table, grid)
    slots = [list(row.cells) for row in drawn.rows]
    for cell in grid.cells:
        slot = slots[cell.row][cell.column]
        slot.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        align = ALIGN.LEFT if _is_row_label(cell, grid, table) else ALIGN.CENTER
        _set_text(slot, layout.size, align)
        if formula := formulas.get((cell.row, cell.column)):
            _calculate(slot.paragraphs[0], formula, cell.text or _NOTHING)
    _set_widths(drawn, layout)
    _keep_rows(drawn, together=layout.together)


def _is_row_label(cell: RawCell, grid: RawGrid, table: FormTable) -> bool:
    """Whether a cell says what a single row is."""
    top, left = grid.height - len(table.rows), grid.width - len(table.columns)
    return cell.row >= top and cell.column + cell.width == left and cell.height == 1


def _set_margins(drawn: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(_MARGIN.twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = drawn._tbl.tblPr  # noqa: SLF001 - python-docx has no margins
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _set_widths(drawn: Table, layout: TableLayout) -> None:
    """Say in every cell how wide it is, those that a merged one continues in included."""
    for row in drawn._tbl.tr_lst:  # noqa: SLF001 - by its cells as they stand in the file
        column = 0
        for cell in row.tc_lst:
            cell.width = Mm(sum(layout.widths[column : column + cell.grid_span]))
            column += cell.grid_span


def _set_text(slot: _Cell, size: float, align: ALIGN) -> None:
    for paragraph in slot.paragraphs:
        look = paragraph.paragraph_format
        look.alignment = align
        look.space_before = look.space_after = _PADDING
        look.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        look.line_spacing = Pt(round(size * _SPACING))
        for run in paragraph.runs:
            run.font.size = Pt(size)


def _keep_rows(drawn: Table, *, together: bool) -> None:
    """Let no page break within a row, and none between rows that stand ``together``."""
    for row in drawn._tbl.tr_lst:  # noqa: SLF001 - python-docx has no such property
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    rows = drawn._tbl.tr_lst[:-1] if together else ()  # noqa: SLF001
    for cell in chain.from_iterable(row.tc_lst for row in rows):
        for paragraph in cell.p_lst:
            Paragraph(paragraph, drawn).paragraph_format.keep_with_next = True


def _calculate(paragraph: Paragraph, formula: str, result: str) -> None:
    """Put a field in a paragraph, with the look of the run that stands there."""
    (run,) = paragraph.runs
    parts = (_mark("begin"), _words("w:instrText", f" {formula} "), _mark("separate"))
    for part in (*parts, _words("w:t", result), _mark("end")):
        copy: Any = deepcopy(run._r)  # noqa: SLF001 - python-docx has no fields
        copy.clear_content()
        copy.append(part)
        run._r.addprevious(copy)  # noqa: SLF001
    paragraph._p.remove(run._r)  # noqa: SLF001


def _mark(kind: str) -> Any:  # noqa: ANN401 - untyped XML
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _words(name: str, text: str) -> Any:  # noqa: ANN401 - untyped XML
    element = OxmlElement(name)
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element
