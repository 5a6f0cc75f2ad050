"""How often each rule was broken or left open, over one report or many."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome
from govcheck.reports.headline import headline
from govcheck.reports.tally import tally
from govcheck.reports.text_style import TextStyle
from govcheck.reports.visible import visible
from govcheck.reports.width import fill, pad
from govcheck.rulebook.rule import Rulebook


class RuleCounts(Struct, frozen=True, kw_only=True):
    """Findings that stand by themselves, by rule: failures, and what is open."""

    failures: Counter[str]
    doubts: Counter[str]


def rule_counts_of(assessment: Assessment) -> RuleCounts:
    """Count one report's findings by rule, listed or not."""
    counts = tally(assessment)
    failures, doubts = Counter[str](), Counter[str]()
    sums = {Outcome.FAIL: failures, Outcome.OPEN: doubts}
    for outcome, index in counts.standing:
        sums[outcome][assessment.findings[index].rule] += 1
    for judgement in assessment.judgements:
        for more in judgement.unlisted:
            sums[more.outcome][judgement.rule] += more.count if more.standing else 0
    doubts.update(one.rule for one in counts.silent)
    return RuleCounts(failures=failures, doubts=doubts)


def statistics(reports: Iterable[RuleCounts], rulebook: Rulebook, style: TextStyle) -> str:
    """Write a line for each rule that was broken or left open, the most broken first."""
    failures, doubts, spread = Counter[str](), Counter[str](), Counter[str]()
    for one in reports:
        failures += one.failures
        doubts += one.doubts
        spread.update({*(+one.failures), *(+one.doubts)})
    return "\n".join(_lines(failures, doubts, spread, rulebook, style))


def _lines(
    failures: Counter[str],
    doubts: Counter[str],
    spread: Counter[str],
    rulebook: Rulebook,
    style: TextStyle,
) -> Iterator[str]:
    yield "问题    待核    报告    规则"
    order = sorted(spread, key=lambda rule: (-failures[rule], -doubts[rule], rule))
    for rule in order:
        counts = (failures[rule], doubts[rule], spread[rule])
        lead = "".join(pad(str(count), 8) for count in counts)
        yield fill(
            visible(headline(rule, Outcome.FAIL if failures[rule] else Outcome.OPEN, rulebook)),
            style.columns,
            first=lead,
            rest=" " * 24,
        )
    if not order:
        yield "没有问题，也没有待核的事项。"
