"""How verdicts, points and days are spread over the reports of a batch."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.batch.view_ranking import judged, tone_of
from govcheck.reports.wording import AGENCIES, number
from govcheck.rulebook.scoring_policy import ScoringPolicy

REFUSED: Final = "未能检查"
_STEP: Final = 10
_FULL: Final = 100


class VerdictShare(Struct, frozen=True, kw_only=True):
    """A verdict, and how many reports have it."""

    word: str
    tone: str
    count: int
    percent: str
    start: str
    """Percent that stands before it in the bar."""


class Step(Struct, frozen=True, kw_only=True):
    """Ten points, and how many reports come to so many at least, and at most."""

    title: str
    least: int
    most: int
    least_height: str
    """Of the highest column, in percent."""
    most_height: str


class Spread(Struct, frozen=True, kw_only=True):
    """The reports of one kind of body, or of one place."""

    title: str
    count: int
    verdicts: tuple[int, ...]
    """By verdict, as ``shares`` has them."""
    points: str
    """Mean of the confirmed points."""
    late: int
    undated: int


def shares(reports: Sequence[ReportSummary], policy: ScoringPolicy) -> tuple[VerdictShare, ...]:
    """Count the verdicts, and what could not be judged."""
    counts = Counter(one.verdict if one.refused is None else REFUSED for one in reports)
    return tuple(_shares(counts, len(reports), policy))


def _shares(counts: Counter[str], total: int, policy: ScoringPolicy) -> Iterator[VerdictShare]:
    start = Decimal()
    for word in (*policy.verdicts, REFUSED):
        percent = _percent(counts[word], total)
        yield VerdictShare(
            word=word,
            tone=tone_of(word, policy),
            count=counts[word],
            percent=number(percent),
            start=number(start),
        )
        start += percent


def steps(reports: Sequence[ReportSummary]) -> tuple[Step, ...]:
    """Count the reports in each ten points, by what is confirmed and by what is possible."""
    known = judged(reports)
    least = Counter(_step(one.confirmed) for one in known)
    most = Counter(_step(one.possible) for one in known)
    highest = max((*least.values(), *most.values()), default=1)
    return tuple(
        Step(
            title=f"{at * _STEP}–{(at + 1) * _STEP}",
            least=least[at],
            most=most[at],
            least_height=number(_percent(least[at], highest)),
            most_height=number(_percent(most[at], highest)),
        )
        for at in range(_FULL // _STEP)
    )


def by_kind(reports: Sequence[ReportSummary], policy: ScoringPolicy) -> tuple[Spread, ...]:
    """Group the reports by the kind of their bodies, in the order of the law."""
    order = {word: at for at, word in enumerate(AGENCIES.values())}
    named = _grouped(
        judged(reports), lambda one: AGENCIES[one.kind] if one.kind else "类别未识别"
    )
    return tuple(
        _group(title, members, policy)
        for title, members in sorted(
            named.items(), key=lambda pair: order.get(pair[0], len(order))
        )
    )


def by_place(reports: Sequence[ReportSummary], policy: ScoringPolicy) -> tuple[Spread, ...]:
    """Group the reports by the largest places that part them, the most reports first."""
    known = judged(reports)
    deepest = max((len(one.region) for one in known), default=0)
    for depth in range(1, deepest + 1):
        named = _grouped(known, lambda one: " ".join(one.region[:depth]) or "地区未识别")  # noqa: B023 - used at once
        if len(named) > 1:
            ordered = sorted(named.items(), key=lambda pair: (-len(pair[1]), pair[0]))
            return tuple(_group(*pair, policy) for pair in ordered)
    return ()


def _grouped(
    reports: Iterable[ReportSummary], title: Callable[[ReportSummary], str]
) -> dict[str, list[ReportSummary]]:
    named: dict[str, list[ReportSummary]] = {}
    for one in reports:
        named.setdefault(title(one), []).append(one)
    return named


def _group(title: str, members: Sequence[ReportSummary], policy: ScoringPolicy) -> Spread:
    verdicts = Counter(one.verdict for one in members)
    points = sum(one.confirmed for one in members) / len(members)
    return Spread(
        title=title,
        count=len(members),
        verdicts=tuple(verdicts[word] for word in policy.verdicts),
        points=number(round(Decimal(points), 1)),
        late=sum(one.late > 0 for one in members),
        undated=sum(one.published is None for one in members),
    )


def _percent(count: int, total: int) -> Decimal:
    return round(Decimal(count * 100) / total, 2) if total else Decimal()


def _step(points: Decimal) -> int:
    return min(int(points) // _STEP, _FULL // _STEP - 1)
