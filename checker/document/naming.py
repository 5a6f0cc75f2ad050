"""How kinds speak of the statutory tables: names, evidence, and why one cannot be read."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from govcheck.document.evidence import Evidence
from govcheck.document.known_losses import TABLES
from govcheck.document.loss import Cause, Loss
from govcheck.document.picture_losses import pictured_part, pictured_tables, unread_words
from govcheck.document.report import Document
from govcheck.document.table import CellState, DeviationKind, Table
from govcheck.document.table_losses import lost_tables

_MOST_NAMES = 12
"""So many names keep a message readable; the rest are counted."""


def why_unread(document: Document, table_id: str) -> Loss | None:
    """Say why nothing can be read from a table (Chinese), or None when something can."""
    return unread_tables(document, (table_id,))


def unread_tables(document: Document, names: Iterable[str]) -> Loss | None:
    """Say of which of these tables nothing can be read, and why (Chinese); else None."""
    unread = [name for name in names if _is_lost(document, name)]
    pictures = [name for name in unread if is_picture(document, name)]
    printed = [name for name in unread if _is_illegible(document, name)]
    told = [name for name in unread if is_told_otherwise(document, name)]
    missing = [name for name in unread if name not in (*pictures, *printed, *told)]
    absent = _absent(document, missing) if missing else None
    if told and not absent:
        reason = f"{_names(document, told)}的形式未能识别，所列数据没有读取"
        absent = Loss(cause=Cause.HOLE, reason=reason, look_at=TABLES)
    if printed and not absent:
        illegible = f"{_names(document, printed)}各格的数据未能读取"
        absent = Loss(cause=Cause.HOLE, reason=illegible, look_at=TABLES)
    if not pictures:
        return absent
    reasons: dict[str, list[str]] = {}
    for name in pictures:
        reasons.setdefault(unread_words(document, name), []).append(name)
    reason = "；".join(f"{_names(document, of)}{why}" for why, of in reasons.items())
    reason = f"{reason}；{absent}" if absent else reason
    return pictured_tables(document, pictures, reason)


def _is_lost(document: Document, name: str) -> bool:
    table = document.table(name)
    return table is None or is_unread(table)


def _names(document: Document, table_ids: Iterable[str]) -> str:
    return "、".join(table_name(document, name) for name in table_ids)


def _absent(document: Document, missing: Sequence[str]) -> Loss:
    names = _names(document, missing)
    lost = lost_tables(document, names) or pictured_part(document)
    if all(has_heads_alone(document, name) for name in missing) and not document.cut:
        if lost:
            return replace(lost, reason=f"{names}只有表头，数据行可能未读到")
        bare = f"{names}只有表头，没有数据行"
        return Loss(cause=Cause.OTHER, reason=bare, look_at=names)
    absent = Loss(cause=Cause.OTHER, reason=f"未见{names}", look_at="报告中缺少的表格")
    return lost or absent


def is_unread(table: Table) -> bool:
    """Tell whether the document prints none of the table's cells."""
    return all(cell.state is CellState.ABSENT for cell in table.cells.values())


def is_printed(document: Document, table_id: str) -> bool:
    """Tell whether a table of which nothing was read is there all the same.

    It is a picture, its figures stand in another form, or it has cells of which it cannot
    be told what they show.
    """
    told = is_picture(document, table_id) or is_told_otherwise(document, table_id)
    return told or _is_illegible(document, table_id)


def _is_illegible(document: Document, table_id: str) -> bool:
    table = document.table(table_id)
    return table is not None and any(cell.written for cell in table.cells.values())


def is_picture(document: Document, table_id: str) -> bool:
    """Tell whether the document gives the table as a picture."""
    return _differs(document, table_id, DeviationKind.PICTURE)


def is_told_otherwise(document: Document, table_id: str) -> bool:
    """Tell whether the document gives a table's figures in another form, and none was read."""
    return _differs(document, table_id, DeviationKind.OTHER_FORM)


def has_heads_alone(document: Document, table_id: str) -> bool:
    """Tell whether the document prints the table's headings and no row of figures."""
    table = document.table(table_id)
    kinds = table.deviations if table else ()
    return any(one.kind is DeviationKind.MISSING_TABLE and one.printed for one in kinds)


def _differs(document: Document, table_id: str, kind: DeviationKind) -> bool:
    table = document.table(table_id)
    return table is not None and any(one.kind is kind for one in table.deviations)


def table_name(document: Document, table_id: str) -> str:
    """Return what a reader calls a table: its printed title."""
    table = document.form.tables.get(table_id) or document.tables.get(table_id)
    return f"“{table.title}”表" if table and table.title else "表格"


def line_name(table: Table, line: str) -> str:
    """Return what a reader calls a row or a column."""
    return table.labels.get(line, "")


def cell_name(table: Table, row: str, column: str) -> str:
    """Return what a reader calls a cell: 予以公开×自然人."""
    names = (line_name(table, row), line_name(table, column))
    return "×".join(name for name in names if name)


def cell_evidence(
    table: Table,
    row: str,
    column: str,
    *,
    expected: Decimal | None = None,
) -> Evidence:
    """Show a cell as written; with ``expected`` also the figure that should stand there."""
    cell = table.cells[row, column]
    if expected is None:
        return Evidence(quote=cell.written, place=cell.place)
    actual = cell.written if cell.value is None else plain(cell.value)
    return Evidence(
        quote=cell.written, place=cell.place, expected=plain(expected), actual=actual
    )


def printed_amount(document: Document, table: Table, row: str, column: str) -> str:
    """Write an amount as the cell has it, 36120.5万元; a bare one with the form's unit.

    A bare number under a heading of another unit stays bare: the form's would be untrue.
    """
    cell = table.cells[row, column]
    written, columns = cell.written.strip(), document.form.tables[table.id].columns
    unit = next((one.unit for one in columns if one.id == column), "")
    number = written.replace(",", "")
    bare = number.replace(".", "", 1).isdecimal() and Decimal(number) == cell.value
    return f"{written} {unit}" if unit and bare else written


def listing(names: Iterable[str], most: int = _MOST_NAMES) -> str:
    """Join names, at most so many: “甲”“乙”等 15 处."""
    quoted = [f"“{name}”" for name in names]
    if len(quoted) <= most:
        return "".join(quoted)
    return f"{''.join(quoted[:most])}等 {len(quoted)} 处"


def addition(numbers: Iterable[Decimal]) -> str:
    """Write numbers as an addition, those below 0 in brackets: 6＋（－1）."""
    return "＋".join(
        f"（－{plain(-number)}）" if number < 0 else plain(number) for number in numbers
    )


def plain(number: Decimal) -> str:
    """Write a number without exponent or idle zeros."""
    return f"{number.normalize():f}"


def day_words(day: date) -> str:
    """Write a day as an official text does: 2025年3月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def days_words(first: date, last: date) -> str:
    """Write a period: 2024年1月1日至2024年12月31日."""
    return f"{day_words(first)}至{day_words(last)}"
