"""The league table: a line for each report, the best first, those refused last."""

from collections.abc import Iterable, Iterator
from typing import Final

from govcheck.reports.batch.csv_lines import Holds, Value
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.wording import AGENCIES

COLUMNS: Final = (
    ("名次", 6, Holds.TEXT), ("编制单位", 26, Holds.TEXT), ("机关类别", 14, Holds.TEXT),
    ("地区", 16, Holds.TEXT), ("年度", 7, Holds.WHOLE), ("结论", 8, Holds.TEXT),
    ("得分下限", 8, Holds.NUMBER), ("得分上限", 8, Holds.NUMBER), ("已核验", 8, Holds.NUMBER),
    ("等次", 12, Holds.TEXT), ("否决", 6, Holds.WHOLE), ("重大", 6, Holds.WHOLE),
    ("一般", 6, Holds.WHOLE), ("提示", 6, Holds.WHOLE), ("待核", 6, Holds.WHOLE),
    ("不符合的检查项", 44, Holds.TEXT), ("待核的原因", 30, Holds.TEXT),
    ("发布日期", 12, Holds.DAY), ("公布期限", 12, Holds.DAY), ("逾期天数", 8, Holds.WHOLE),
    ("上年报告", 20, Holds.TEXT), ("说明", 30, Holds.TEXT), ("文件", 30, Holds.TEXT),
    ("报告页", 30, Holds.TEXT), ("两个文本比较", 30, Holds.TEXT),
)  # fmt: skip
"""Headings, each with the width of its column in characters, and what that holds."""


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
