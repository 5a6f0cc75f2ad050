"""The figures of all reports as one tidy table: a line for each cell of a statutory table."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from govcheck.reports.batch.csv_lines import Holds, Value
from govcheck.reports.batch.report_summary import ReportSummary

COLUMNS: Final = (
    ("编制单位", Holds.TEXT), ("地区", Holds.TEXT), ("年度", Holds.WHOLE),
    ("格式版本", Holds.TEXT), ("表", Holds.TEXT), ("行", Holds.TEXT), ("列", Holds.TEXT),
    ("行名", Holds.TEXT), ("列名", Holds.TEXT), ("数值", Holds.NUMBER), ("原文", Holds.TEXT),
    ("如何读取", Holds.TEXT), ("文件", Holds.TEXT),
)  # fmt: skip
"""Headings, each with what its column holds."""
_STATES: Final[Mapping[str, str]] = {
    "figure": "数字",
    "blank": "空白",
    "mark": "无数据符号",
    "text": "文字",
    "absent": "表中没有这一格",
}


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
