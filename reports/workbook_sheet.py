"""One sheet of a workbook: its rows as data, and how they are written and printed."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from govcheck.late_pattern import late_pattern
from govcheck.reports.visible import visible

_LONGEST: Final = 32_000
"""Characters; Excel holds 32,767 in a cell."""
_GREATEST: Final = 10**15
"""Excel keeps 15 digits of a number; what has more is written as text."""
_LONGEST_NAME: Final = 31
_LONGEST_TITLE: Final = 60
_NOT_IN_NAMES: Final = late_pattern(r"[\[\]:*?/\\\x00-\x1f]|^'|'$")
_A4: Final = 9
_LINE: Final = 13.5
_TALLEST: Final = 409.0
"""Points; Excel's highest row."""
_LATIN: Final = "\u02ff"
_WIDE: Final = 90
"""Characters that an upright page holds in one line, of a size that can be read."""

SheetValue = str | int | Decimal | None


class Sheet(Struct, frozen=True, kw_only=True):
    """One sheet: a heading row, widths in characters, and rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[SheetValue]]
    """Taken one by one, and once."""
    marked: Collection[tuple[int, int]] = ()
    """Row and column, from 0, of the values that findings point to."""
    frozen: int = 0
    """Columns on the left that stay in view."""
    printed: int | None = None
    """How many of the columns are printed; None for all."""
    filtered: bool = True
    """Whether it is a list that people filter and sort."""


class _Looks(NamedTuple):
    head: Format
    body: Format
    marked: Format


class SheetBook:
    """A workbook that sheets are added to; no two of them get one name."""

    def __init__(self, workbook: Workbook, title: str) -> None:
        """Write into a workbook; its pages bear the title."""
        self._workbook, self._title = workbook, title
        self._names: set[str] = set()
        cell = {"font_size": 10, "text_wrap": True, "border": 1, "border_color": "#999999"}
        top = {**cell, "valign": "top"}
        centred = {"bold": True, "bg_color": "#EFEDE6", "align": "center", "valign": "vcenter"}
        self._looks = _Looks(
            head=workbook.add_format({**cell, **centred}),
            body=workbook.add_format(top),
            marked=workbook.add_format({**top, "bg_color": "#FBE3E0", "font_color": "#8F1414"}),
        )

    def add(self, sheet: Sheet) -> None:
        """Write the rows under the headings; no text becomes a formula or an address.

        Text is written as it stands, and numbers that are too great for Excel as text.
        """
        page = self._workbook.add_worksheet(self._name(sheet.name))
        for index, (title, width) in enumerate(sheet.columns):
            page.set_column(index, index, width)
            page.write_string(0, index, visible(title), self._looks.head)
        page.set_row(0, _height([title for title, _ in sheet.columns], sheet))
        count = 0
        for line, row in enumerate(sheet.rows):
            count = line + 1
            page.set_row(count, _height(row, sheet))
            for column, value in enumerate(row):
                marked = (line, column) in sheet.marked
                look = self._looks.marked if marked else self._looks.body
                _write(page, count, column, value, look)
        page.freeze_panes(1, sheet.frozen)
        if count and sheet.filtered:
            page.autofilter(0, 0, count, len(sheet.columns) - 1)
        _set_up_print(page, sheet, count, self._title)

    def _name(self, wanted: str) -> str:
        """Return a name that Excel takes and that no other sheet has."""
        name = _NOT_IN_NAMES.sub("", visible(wanted))[:_LONGEST_NAME] or "表"
        number = 1
        while name.casefold() in self._names:
            number += 1
            name = f"{name[: _LONGEST_NAME - 4]}({number})"
        self._names.add(name.casefold())
        return name


def _height(row: Sequence[SheetValue], sheet: Sheet) -> float:
    """Return the height in points in which a row's text is seen whole, where Excel allows.

    Not every program fits the rows of a file to their text by itself.
    """
    lines = 1
    for value, (_, width) in zip(row, sheet.columns[: sheet.printed], strict=False):
        words = "" if value is None else str(value)[:_LONGEST]
        room = width - 1
        lines = max(lines, sum(-(-max(1, _width(one)) // room) for one in words.split("\n")))
    return min(_TALLEST, lines * _LINE + 2)


def _width(text: str) -> int:
    """Return how many Latin letters are as wide as a text."""
    return len(text) + sum(one > _LATIN for one in text)


def _write(page: Worksheet, line: int, column: int, value: SheetValue, look: Format) -> None:
    if isinstance(value, int | Decimal) and -_GREATEST < value < _GREATEST:
        page.write_number(line, column, value, look)
        return
    if value is None:
        page.write_blank(line, column, None, look)
        return
    page.write_string(line, column, visible(str(value))[:_LONGEST], look)


def _set_up_print(page: Worksheet, sheet: Sheet, rows: int, title: str) -> None:
    """Fit the columns to the width of A4, upright where that can be read; head on each page."""
    columns = sheet.columns[: sheet.printed]
    if sum(width for _, width in columns) > _WIDE:
        page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    page.center_horizontally()
    page.print_area(0, 0, rows, len(columns) - 1)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    words = visible(title)[:_LONGEST_TITLE].replace("&", "&&")
    page.set_header(f"&L&9{words}&R&9&A")
    page.set_footer("&C&9第 &P 页，共 &N 页")
