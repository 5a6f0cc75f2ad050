"""The first screen: verdict, dimensions, counts, and where every point went."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from govcheck.document.naming import day_words
from govcheck.judging.assessment import Assessment
from govcheck.judging.score import Deduction
from govcheck.kinds.remark import Outcome
from govcheck.reports.headline import common_headline, headline
from govcheck.reports.inspection import inspection_facts
from govcheck.reports.last_year import last_year_fact
from govcheck.reports.wording import AGENCIES, number, span
from govcheck.rulebook.rule import Rulebook


class Bar(Struct, frozen=True, kw_only=True):
    """A dimension, or the whole score, to be drawn on a scale of 0 to 100."""

    title: str
    words: str
    confirmed: str
    """Percent of the length that is sure."""
    possible: str
    """Percent that is left if every open item is right."""


class LostPoints(Struct, frozen=True, kw_only=True):
    """A line of the table of lost points."""

    dimension: str
    rule: str
    title: str
    reason: str
    points: str


class ScoreSteps(Struct, frozen=True, kw_only=True):
    """Lines that lead from one sum of points to the next."""

    title: str
    start: str
    losses: tuple[LostPoints, ...]
    end: str


def facts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Yield what was understood of the document, name and value."""
    document = assessment.document
    yield "编制单位", document.agency.value if document.agency else "未识别"
    if document.agency_kind:
        yield "单位类别", AGENCIES[document.agency_kind]
    if document.region:
        yield "地区", " ".join(document.region)
    yield "报告年度", f"{document.year}年" if document.year else "未识别"
    published = day_words(document.published[0].value) if document.published else "未识别"
    yield "公布日期", "未公布（草稿）" if assessment.case.draft else published
    yield "适用格式", document.form.title
    if earlier := last_year_fact(assessment):
        yield "上年报告", earlier
    yield from inspection_facts(assessment)


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


def ledgers(assessment: Assessment, rulebook: Rulebook) -> tuple[ScoreSteps, ...]:
    """Lead from full marks to what is possible, and from there to what is confirmed."""
    score = assessment.score
    full = sum((one.points for one in score.dimensions), Decimal(0))
    steps = [("确定扣分", full, score.deductions, score.possible, Outcome.FAIL)]
    if score.open_deductions:
        open_title = "待核事项（核验不成立时扣）"
        left = (score.possible, score.open_deductions, score.confirmed)
        steps.append((open_title, *left, Outcome.OPEN))
    return tuple(
        ScoreSteps(
            title=title,
            start=number(start),
            losses=tuple(_loss(one, assessment, rulebook, outcome) for one in deductions),
            end=number(end),
        )
        for title, start, deductions, end, outcome in steps
    )


def _loss(
    deduction: Deduction, assessment: Assessment, rulebook: Rulebook, outcome: Outcome
) -> LostPoints:
    titles = {one.id: one.title for one in assessment.score.dimensions}
    rule = rulebook.rule(deduction.rule)
    lost = outcome is Outcome.FAIL
    return LostPoints(
        dimension=titles.get(rule.dimension, "") if rule else "",
        rule=deduction.rule,
        title=common_headline(deduction.rule, assessment.findings, rulebook)
        if lost
        else headline(deduction.rule, outcome, rulebook),
        reason=deduction.reason,
        points=f"−{number(deduction.points)}",
    )


def _percent(value: Decimal, whole: Decimal) -> str:
    return number(round(100 * value / whole, 2)) if whole else "0"
