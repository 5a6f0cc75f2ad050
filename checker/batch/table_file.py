"""A table that the user hands in, CSV or XLSX, as lines of text under known headings."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO

from govcheck.errors import Unusable

_ENCODINGS = ("utf-8-sig", "gb18030")
"""As programs write CSV, and as a Chinese spreadsheet does."""

Line = tuple[int, Mapping[str, str]]
"""The number of a line in the file, from 1, and its values by the ids of their columns."""


def table_lines(content: bytes, suffix: str, headings: Mapping[str, str]) -> Iterator[Line]:
    """Yield the lines that are not blank; ``headings`` gives each heading its column's id.

    Raises Unusable for a heading that is not known, and for what is no table.
    """
    rows = iter(_sheet(content) if suffix == ".xlsx" else _csv(content))
    ids = _columns(next(rows, []), headings)
    for number, row in enumerate(rows, 2):
        values = {name: value.strip() for name, value in zip(ids, row, strict=False) if name}
        if any(values.values()):
            yield number, values


def _columns(head: Sequence[str], headings: Mapping[str, str]) -> list[str]:
    names = [name.strip() for name in head]
    unknown = [name for name in names if name and name not in headings]
    if unknown or not any(names):
        known = "、".join(name for name in headings if not name.isascii())
        said = f"不认识列“{unknown[0][:30]}”" if unknown else "没有列名"
        raise Unusable(f"第 1 行{said}；可用的列：{known}")
    return [headings.get(name, "") for name in names]


def _csv(content: bytes) -> Iterable[list[str]]:
    read = (_decoded(content, name) for name in _ENCODINGS)
    text = next((one for one in read if one is not None), None)
    if text is None:
        raise Unusable("不是 UTF-8 或 GB18030 编码的 CSV 文件")
    try:
        yield from csv.reader(StringIO(text, newline=""))
    except csv.Error as error:
        raise Unusable(f"不是可用的 CSV 文件（{error}）") from error


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
