"""Many reports in one table: by verdict, then by points, ranked where intervals tell."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.judging.assessment import Assessment
from govcheck.reports.tally import tally
from govcheck.reports.text_style import TextStyle
from govcheck.reports.visible import visible
from govcheck.reports.width import cut_before, pad, width
from govcheck.reports.wording import number, span
from govcheck.rulebook.scoring_policy import ScoringPolicy

_LEAST_NAME: Final = 12
"""Columns that a name needs."""


class TotalsRow(Struct, frozen=True, kw_only=True):
    """One report's line."""

    name: str
    """As the user names the file."""
    verdict: str
    confirmed: Decimal
    possible: Decimal
    verified: Decimal
    failures: int
    doubts: int


def row_of(name: str, assessment: Assessment) -> TotalsRow:
    """Return the line of a report."""
    counts, score = tally(assessment), assessment.score
    return TotalsRow(
        name=name,
        verdict=score.verdict,
        confirmed=score.confirmed,
        possible=score.possible,
        verified=score.verified,
        failures=sum(counts.severities.values()),
        doubts=counts.doubts + len(counts.silent),
    )


def in_order(rows: Sequence[TotalsRow], policy: ScoringPolicy) -> list[TotalsRow]:
    """Return the lines by verdict, then confirmed, then possible points, the best first."""
    verdicts = policy.verdicts
    return sorted(
        rows,
        key=lambda row: (verdicts.index(row.verdict), -row.confirmed, -row.possible, row.name),
    )


def ranks(rows: Sequence[TotalsRow]) -> list[str]:
    """Return a number for each line whose interval meets no other's, 并列 for the others.

    Of the lines that begin lower, the one that reaches highest meets a line if any does.
    """
    tied: set[int] = set()
    highest = None
    for at in sorted(range(len(rows)), key=lambda one: rows[one].confirmed):
        if highest is not None and rows[at].confirmed <= rows[highest].possible:
            tied |= {at, highest}
        if highest is None or rows[at].possible > rows[highest].possible:
            highest = at
    return ["并列" if at in tied else str(at + 1) for at in range(len(rows))]


def totals(
    rows: Sequence[TotalsRow], refused: Sequence[str], policy: ScoringPolicy, style: TextStyle
) -> str:
    """Write the table, with what could not be checked under it."""
    ordered = in_order(rows, policy)
    ranked = ranks(ordered)
    heads = ("名次", "结论", "得分", "已核验", "问题", "待核", "报告")
    lines = [
        (
            rank,
            row.verdict,
            f"{span(row.confirmed, row.possible)} 分",
            number(row.verified),
            str(row.failures),
            str(row.doubts),
            visible(row.name),
        )
        for rank, row in zip(ranked, ordered, strict=True)
    ]
    lines += [("—", "未检查", "—", "—", "—", "—", visible(name)) for name in refused]
    table = list(_laid_out([heads, *lines], style))
    lines_below = [*_summary(ordered, refused, policy, style)]
    if not all(map(str.isdecimal, ranked)):
        lines_below.append(style.fill("并列：得分的区间有重叠，分不出先后。"))
    return "\n".join([*table, *lines_below])


def _laid_out(lines: Sequence[tuple[str, ...]], style: TextStyle) -> Iterator[str]:
    """Yield lines whose columns stand under each other, the names cut at their beginning.

    A terminal too narrow for all columns shows those from the fourth on the less.
    """
    sizes = [max(map(width, column)) for column in zip(*lines, strict=True)][:-1]
    while sizes[3:] and sum(sizes) + 2 * len(sizes) + _LEAST_NAME > style.columns:
        lines = [(*line[:3], *line[4:]) for line in lines]
        sizes = [*sizes[:3], *sizes[4:]]
    for *cells, name in lines:
        lead = "  ".join(map(pad, cells, sizes))
        yield f"{lead}  {cut_before(name, style.columns - width(lead) - 2)}".rstrip()


def _summary(
    rows: Sequence[TotalsRow], refused: Sequence[str], policy: ScoringPolicy, style: TextStyle
) -> Iterator[str]:
    yield ""
    verdicts = policy.verdicts
    counted = "，".join(
        f"{verdict} {sum(row.verdict == verdict for row in rows)} 份" for verdict in verdicts
    )
    left = f"，未能检查 {len(refused)} 份" if refused else ""
    yield style.fill(f"共 {len(rows) + len(refused)} 份：{counted}{left}。")
