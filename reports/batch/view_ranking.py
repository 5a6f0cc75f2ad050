"""The ranking: a line for each report that was judged, and its row of the heat map."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote

from msgspec import Struct

from govcheck.document.naming import day_words
from govcheck.kinds.remark import SEVERITIES
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.visible import visible
from govcheck.reports.wording import AGENCIES, number, span
from govcheck.rulebook.rule import Rulebook
from govcheck.rulebook.scoring_policy import ScoringPolicy

OPEN_CODE: Final = "o"
NO_CODE: Final = "."
"""In a row of the heat map: a rule that is open, and one that is neither broken nor open."""


CODES: Final = {
    **{str(one.rank): (one.value, word) for one, word in SEVERITIES.items()},
    OPEN_CODE: ("open", "待核"),
}
"""A letter of the heat map: the class that colours it, and its word."""


class RankedReport(Struct, frozen=True, kw_only=True, array_like=True):
    """A report in the ranking; as JSON its values alone."""

    rank: str
    body: str
    page: str | None
    file: str
    kind: str
    region: str
    verdict: str
    tone: str
    points: str
    confirmed: str
    """Where the points that are not yet decided begin, in percent …"""
    undecided: str
    """… and how long they are."""
    critical: int
    major: int
    minor: int
    doubts: int
    punctuality: str
    timing: str
    """``late``, ``undated``, or nothing."""
    codes: str
    """One letter for each rule of the heat map, up to the last that is broken or open."""


def address_of(page: str | None) -> str | None:
    """Return the address of a page from the index beside it."""
    return None if page is None else quote(page)


def tone_of(verdict: str, policy: ScoringPolicy) -> str:
    """Return the class that colours a verdict."""
    tones = {policy.passing: "good", policy.undecided: "open", policy.failing: "critical"}
    return tones.get(verdict, "lifted")


def mapped_rules(reports: Iterable[ReportSummary], rulebook: Rulebook) -> tuple[str, ...]:
    """Return the rules that any report breaks or leaves open, in the order of the book."""
    seen = set[str]()
    for one in reports:
        seen.update(failed.rule for failed in one.failed)
        seen.update(one.open_rules)
    return tuple(rule.id for rule in rulebook.rules if rule.id in seen)


def ranking(
    ranked: Iterable[tuple[str, ReportSummary]], rules: Sequence[str], policy: ScoringPolicy
) -> Iterator[RankedReport]:
    """Yield the lines of the reports that were judged, in the order in which they are given."""
    for rank, one in ranked:
        if one.refused is not None:
            continue
        yield RankedReport(
            rank=rank,
            body=visible(one.shown_body),
            page=address_of(one.placing.page),
            file=visible(one.placing.name),
            kind=AGENCIES[one.kind] if one.kind else "类别未识别",
            region=visible(" ".join(one.region)) or "地区未识别",
            verdict=one.verdict,
            tone=tone_of(one.verdict, policy),
            points=span(one.confirmed, one.possible),
            confirmed=number(one.confirmed),
            undecided=number(one.possible - one.confirmed),
            critical=one.critical,
            major=one.major,
            minor=one.minor,
            doubts=one.doubts,
            punctuality=punctuality(one),
            timing="late" if one.late else "" if one.published else "undated",
            codes=_codes(one, rules),
        )


def punctuality(report: ReportSummary) -> str:
    """Say when a report was published, and how late that was."""
    if report.published is None:
        return "日期未见"
    late = f"（逾期 {report.late} 天）" if report.late else ""
    return f"{day_words(report.published)}{late}"


def _codes(report: ReportSummary, rules: Sequence[str]) -> str:
    """Return a letter for each rule: how grave it is where broken, open, or neither."""
    codes = dict.fromkeys(report.open_rules, OPEN_CODE)
    codes |= {failed.rule: str(failed.severity.rank) for failed in report.failed}
    return "".join(codes.get(rule, NO_CODE) for rule in rules).rstrip(NO_CODE)
