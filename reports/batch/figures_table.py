"""The figures of all reports as one tidy table: a line for each cell of a statutory table."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from govcheck.reports.batch.report_summary import ReportSummary

COLUMNS: Final = (
    "编制单位", "地区", "年度", "格式版本", "表", "行", "列", "行名", "列名", "数值", "原文",
    "如何读取", "文件",
)  # fmt: skip
NUMBERS: Final[Mapping[str, str]] = {"年度": "INTEGER", "数值": "DOUBLE"}
"""Columns that hold no text, with what they hold, by SQL."""
_STATES: Final[Mapping[str, str]] = {
    "figure": "数字",
    "blank": "空白",
    "mark": "无数据符号",
    "text": "文字",
    "absent": "表中没有这一格",
}
Value = str | int | Decimal | None


def figure_lines(
    read: Iterable[tuple[ReportSummary, Mapping[str, Any]]],
) -> Iterator[tuple[Value, ...]]:
    """Yield the cells of each report, given with its contract (``govcheck/1``).

    Tables, rows and columns are called by the form's ids, which are the same in all reports,
    and by the labels that the report prints.
    """
    for one, contract in read:
        who = (one.body, "/".join(one.region), one.year)
        for table, content in contract["facts"]["tables"].items():
            labels = content["labels"]
            for row, cells in content["cells"].items():
                for column, cell in cells.items():
                    yield (
                        *who,
                        content["form"],
                        table,
                        row,
                        column,
                        labels.get(row),
                        labels.get(column),
                        _value(cell["value"]),
                        cell["written"],
                        _reading(content, cell["state"]),
                        one.placing.name,
                    )


def _value(value: float | None) -> Value:
    return None if value is None else Decimal(str(value))


def _reading(table: Mapping[str, Any], state: str) -> str:
    """Say how a cell was read, and whether that can be relied on."""
    if table["doubted"]:
        return f"{_STATES[state]}（图片识别，存疑）"
    return f"{_STATES[state]}（图片识别）" if table["recognised"] else _STATES[state]
