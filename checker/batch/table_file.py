"""A table that the user hands in, CSV or XLSX, as lines of text under known headings."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from itertools import zip_longest
from typing import Final

from govcheck.errors import Unusable

_ENCODINGS = ("utf-8-sig", "gb18030")
"""As programs write CSV, and as a Chinese spreadsheet does."""

NAMELESS: Final = ""
"""The id of what stands under no heading."""
Line = tuple[int, Mapping[str, str]]
"""The number of a line in the file, from 1, and its values by the ids of their columns."""


def table_lines(content: bytes, suffix: str, headings: Mapping[str, str]) -> Iterator[Line]:
    """Yield the lines that are not blank; ``headings`` gives each heading its column's id.

    Raises Unusable for a heading that is not known, and for what is no table.
    """
    rows = iter(_sheet(content) if suffix == ".xlsx" else _csv(content))
    ids = _columns(next(rows, []), headings)
    for number, row in enumerate(rows, 2):
        values = _values(ids, row)
        if any(values.values()):
            yield number, values


def _values(ids: Sequence[str], row: Sequence[str]) -> Mapping[str, str]:
    """Return a line by the ids of its columns; of cells without one the first with words."""
    values: dict[str, str] = {}
    for name, cell in zip_longest(ids, row, fillvalue=NAMELESS):
        written = cell.strip()
        if name != NAMELESS:
            values[name] = written
        elif written:
            values.setdefault(NAMELESS, written)
    return values


def _columns(head: Sequence[str], headings: Mapping[str, str]) -> list[str]:
    names = [name.strip() for name in head]
    unknown = [name for name in names if name and name not in headings]
    if unknown or not any(names):
        known = "、".join(name for name in headings if not name.isascii())
        said = f"不认识列“{unknown[0][:30]}”" if unknown else "没有列名"
        raise Unusable(f"第 1 行{said}；可用的列：{known}")
    ids = [headings.get(name, NAMELESS) for name in names]
    twice = [name for name, id_ in zip(names, ids, strict=True) if name and ids.count(id_) > 1]
    if twice:
        raise Unusable(f"第 1 行有两列说的是一样的（{'、'.join(twice)}）；请留下一列")
    return ids


def _csv(content: bytes) -> Iterable[list[str]]:
    read = (_decoded(content, name) for name in _ENCODINGS)
    text = next((one for one in read if one is not None), None)
    if text is None:
        raise Unusable("不是 UTF-8 或 GB18030 编码的 CSV 文件")
    number = 0
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), strict=True), 1):  # noqa: B007 - the last that was read
            yield row
    except csv.Error:
        said = f"第 {number + 1} 行起不是可用的 CSV：引号没有成对，或者一格过长"
        raise Unusable(said) from None


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sheet(content: bytes) -> Iterable[list[str]]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unusable(
            '读取 XLSX 需要另装组件：pip install "govcheck[batch]"；也可以另存为 CSV'
        ) from None
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python()
    except (CalamineError, ValueError, IndexError, OSError) as error:
        raise Unusable("不是可用的 XLSX 文件") from error
    return [[_text(value) for value in row] for row in rows]


def _text(value: object) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole and isinstance(value, float) else str(value)
