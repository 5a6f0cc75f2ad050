"""One sheet of a workbook: its rows as data, and how they are written."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from govcheck.reports.visible import visible

_LONGEST: Final = 32_000
"""Characters; Excel holds 32,767 in a cell."""
_GREATEST: Final = 10**15
"""Excel keeps 15 digits of a number; what has more is written as text."""

SheetValue = str | int | Decimal | None


class Sheet(Struct, frozen=True, kw_only=True):
    """One sheet: a heading row, widths in characters, and rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[SheetValue]]


def write(page: Worksheet, sheet: Sheet, head: Format, body: Format) -> None:
    """Write the rows under the headings; no text becomes a formula or an address.

    Text is written as it stands, and numbers that are too great for Excel as text.
    """
    for index, (title, width) in enumerate(sheet.columns):
        page.set_column(index, index, width)
        page.write_string(0, index, visible(title), head)
    for line, row in enumerate(sheet.rows, 1):
        for index, value in enumerate(row):
            if isinstance(value, int | Decimal) and -_GREATEST < value < _GREATEST:
                page.write_number(line, index, value, body)
            else:
                words = "" if value is None else visible(str(value))
                page.write_string(line, index, words[:_LONGEST], body)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
