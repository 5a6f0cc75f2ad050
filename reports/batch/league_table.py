"""The league table: a line for each report, the best first, those refused last."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.wording import AGENCIES

COLUMNS: Final = (
    ("名次", 6), ("编制单位", 26), ("机关类别", 14), ("地区", 16), ("年度", 7), ("结论", 8),
    ("得分下限", 8), ("得分上限", 8), ("已核验", 8), ("等次", 12), ("否决", 6), ("重大", 6),
    ("一般", 6), ("提示", 6), ("待核", 6), ("不符合的检查项", 44), ("待核的原因", 30),
    ("发布日期", 12), ("公布期限", 12), ("逾期天数", 8), ("上年报告", 20), ("说明", 30),
    ("文件", 30), ("报告页", 30), ("两个文本比较", 30),
)  # fmt: skip
"""Headings, each with the width of its column in characters."""

NUMBERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("年度", "否决", "重大", "一般", "提示", "待核", "逾期天数"), "INTEGER"),
    **dict.fromkeys(("得分下限", "得分上限", "已核验"), "DOUBLE"),
    **dict.fromkeys(("发布日期", "公布期限"), "DATE"),
}
"""Columns that hold no text, with what they hold, by SQL."""

Value = str | int | Decimal | None


def lines(ranked: Iterable[tuple[str, ReportSummary]]) -> Iterator[tuple[Value, ...]]:
    """Yield the values of each report's line, given with its rank."""
    for rank, one in ranked:
        judged = one.refused is None
        yield (
            rank if not rank.isdigit() else int(rank),
            one.body,
            AGENCIES[one.kind] if one.kind else None,
            "/".join(one.region) or None,
            one.year,
            one.verdict if judged else "未检查",
            *(_points(one) if judged else (None,) * 9),
            "；".join(failed.title for failed in one.failed) or None,
            "；".join(dict.fromkeys(cause.look_at for cause in one.causes)) or None,
            one.published.isoformat() if one.published else None,
            one.deadline.isoformat() if one.deadline else None,
            one.late or None,
            one.last_year,
            "；".join(filter(None, (one.refused, *one.notes))) or None,
            one.placing.name,
            one.placing.page,
            one.comparison,
        )


def _points(one: ReportSummary) -> tuple[Value, ...]:
    return (
        one.confirmed,
        one.possible,
        one.verified,
        one.grade,
        one.critical,
        one.major,
        one.minor,
        one.advice,
        one.doubts,
    )
