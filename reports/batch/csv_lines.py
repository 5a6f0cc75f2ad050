"""CSV for spreadsheets and programs alike: UTF-8 with a mark, and no text that is a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from typing import Final

from govcheck.reports.visible import visible
from govcheck.reports.wording import number

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet takes for something to be reckoned."""

Value = str | int | Decimal | None


class Holds(StrEnum):
    """What a column holds, as SQL calls it."""

    TEXT = "VARCHAR"
    WHOLE = "INTEGER"
    NUMBER = "DOUBLE"
    DAY = "DATE"


def csv_lines(
    head: Sequence[str], rows: Iterable[Sequence[Value]], *, guarded: bool = True
) -> Iterator[bytes]:
    """Yield the lines, the headings first; a number is a number, a day as ISO 8601 has it.

    ``guarded`` puts a sign before a text that a spreadsheet would reckon with.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    yield b"\xef\xbb\xbf"
    writer.writerow(head)
    for row in rows:
        writer.writerow([_written(value, guarded=guarded) for value in row])
        yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: StringIO) -> bytes:
    """Return what stands in the buffer, and leave it empty."""
    content = buffer.getvalue().encode("utf-8", "replace")
    buffer.seek(0)
    buffer.truncate()
    return content


def _written(value: Value, *, guarded: bool) -> str | int:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, int):
        return value
    text = visible(value)
    return f"'{text}" if guarded and text.startswith(_FORMULA) else text
