"""The first screen: verdict, dimensions, counts, and where every point went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govcheck.assessment import Assessment, Deduction, DimensionScore
from govcheck.reports.wording import AGENCIES, number, span
from govcheck.rule import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A dimension, or the whole score, to be drawn on a scale of 0 to 100."""

    title: str
    words: str
    confirmed: str
    """Percent of the length that is sure."""
    possible: str
    """Percent that is left if every open item is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A line of the table of lost points; without a rule it is an adjustment."""

    dimension: str
    rule: str | None
    title: str
    reason: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Lines that lead from one sum of points to the next."""

    title: str
    start: str
    losses: tuple[Loss, ...]
    end: str


def facts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Yield what was understood of the document, name and value."""
    document = assessment.document
    yield "编制单位", document.agency.value if document.agency else "未识别"
    if document.agency_kind:
        yield "单位类别", AGENCIES[document.agency_kind]
    if document.region:
        yield "地区", " ".join(document.region)
    yield "报告年度", f"{document.year} 年" if document.year else "未识别"
    published = document.published[0].value.isoformat() if document.published else "未识别"
    yield "公布日期", "未公布（草稿）" if document.draft else published
    yield "适用格式", document.form.title


def total_bar(assessment: Assessment) -> Bar:
    """Show the whole score."""
    score = assessment.score
    return Bar(
        title="总分",
        words=span(score.confirmed, score.possible),
        confirmed=number(score.confirmed),
        possible=number(score.possible),
    )


def bars(assessment: Assessment) -> Iterator[Bar]:
    """Show each dimension."""
    for one in assessment.score.dimensions:
        yield Bar(
            title=one.title,
            words=f"{span(one.confirmed, one.possible)} / {number(one.points)}",
            confirmed=_percent(one.confirmed, one.points),
            possible=_percent(one.possible, one.points),
        )


def ledgers(assessment: Assessment, rulebook: Rulebook) -> tuple[Ledger, ...]:
    """Lead from full marks to what is possible, and from there to what is confirmed."""
    score = assessment.score
    full = sum((one.points for one in score.dimensions), Decimal(0))
    sure = _ledger(
        "确定扣分",
        (full, score.possible),
        [(one, one.points, one.possible) for one in score.dimensions],
        score.deductions,
        rulebook,
    )
    if not score.open_deductions:
        return (sure,)
    still_open = _ledger(
        "待核事项（核验不成立时扣）",
        (score.possible, score.confirmed),
        [(one, one.possible, one.confirmed) for one in score.dimensions],
        score.open_deductions,
        rulebook,
    )
    return (sure, still_open)


def _ledger(
    title: str,
    ends: tuple[Decimal, Decimal],
    dimensions: Sequence[tuple[DimensionScore, Decimal, Decimal]],
    deductions: Sequence[Deduction],
    rulebook: Rulebook,
) -> Ledger:
    losses: list[Loss] = []
    left = ends[0]
    for dimension, before, after in dimensions:
        rules = [one for one in deductions if _dimension(one, rulebook) == dimension.id]
        losses += [_loss(one, dimension, rulebook) for one in rules]
        excess = after - before + sum((one.points for one in rules), Decimal(0))
        if excess:
            losses.append(_adjustment(dimension.title, "本维度分值已扣完，不再扣", excess))
        left += after - before
    if left != ends[1]:
        capped = f"单项否决，总分不超过 {number(rulebook.policy.veto_cap)}"
        losses.append(_adjustment("", capped, ends[1] - left))
    return Ledger(title=title, start=number(ends[0]), losses=tuple(losses), end=number(ends[1]))


def _loss(deduction: Deduction, dimension: DimensionScore, rulebook: Rulebook) -> Loss:
    rule = rulebook.rule(deduction.rule)
    return Loss(
        dimension=dimension.title,
        rule=deduction.rule,
        title=rule.title if rule else deduction.rule,
        reason=deduction.reason,
        points=f"−{number(deduction.points)}",
    )


def _adjustment(dimension: str, reason: str, points: Decimal) -> Loss:
    sign = "−" if points < 0 else "＋"
    return Loss(
        dimension=dimension,
        rule=None,
        title=reason,
        reason="",
        points=f"{sign}{number(abs(points))}",
    )


def _dimension(deduction: Deduction, rulebook: Rulebook) -> str:
    rule = rulebook.rule(deduction.rule)
    return rule.dimension if rule else ""


def _percent(value: Decimal, whole: Decimal) -> str:
    return number(round(100 * value / whole, 2)) if whole else "0"
