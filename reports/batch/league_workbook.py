"""The league table as a workbook, written line by line."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from govcheck.reports.batch.csv_lines import Value
from govcheck.reports.batch.league_table import COLUMNS
from govcheck.reports.stored_zip import with_constant_times
from govcheck.reports.workbook_sheet import Sheet, SheetBook

_TITLE: Final = "政府信息公开工作年度报告检查结果"
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date in the file's properties: the same for every file, to keep its bytes the same."""
_PRINTED: Final = 17
"""Columns for people; what follows is for those who look closer."""
_FROZEN: Final = 2
_WIDTHS: Final = tuple((title, width) for title, width, _ in COLUMNS)


def workbook_of(lines: Iterable[Sequence[Value]]) -> bytes:
    """Return the workbook, given the lines of the league table."""
    buffer = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook = Workbook(buffer, options)
    workbook.set_properties({"title": _TITLE, "created": _MADE})
    SheetBook(workbook, _TITLE).add(
        Sheet(name="名次表", columns=_WIDTHS, rows=lines, frozen=_FROZEN, printed=_PRINTED)
    )
    workbook.close()
    return with_constant_times(buffer.getvalue())
