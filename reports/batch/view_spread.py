"""How verdicts, points and days are spread over the reports of a batch."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct, field

from govcheck.reports.batch.report_summary import ReportSummary, judged
from govcheck.reports.batch.view_ranking import tone_of
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


def shares(reports: Iterable[ReportSummary], policy: ScoringPolicy) -> tuple[VerdictShare, ...]:
    """Count the verdicts, and what could not be judged."""
    counts = Counter(one.verdict if one.refused is None else REFUSED for one in reports)
    return tuple(_shares(counts, policy))


def _shares(counts: Counter[str], policy: ScoringPolicy) -> Iterator[VerdictShare]:
    start, total = Decimal(), counts.total()
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


def steps(reports: Iterable[ReportSummary]) -> tuple[Step, ...]:
    """Count the reports in each ten points, by what is confirmed and by what is possible."""
    least, most = Counter[int](), Counter[int]()
    for one in judged(reports):
        least[_step(one.confirmed)] += 1
        most[_step(one.possible)] += 1
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


def by_kind(reports: Iterable[ReportSummary], policy: ScoringPolicy) -> tuple[Spread, ...]:
    """Group the reports by the kind of their bodies, in the order of the law."""
    order = {word: at for at, word in enumerate(AGENCIES.values())}
    found = _grouped(reports, lambda one: AGENCIES[one.kind] if one.kind else "类别未识别")
    return tuple(
        _spread(title, group, policy)
        for title, group in sorted(
            found.items(), key=lambda pair: order.get(pair[0], len(order))
        )
    )


def by_place(reports: Iterable[ReportSummary], policy: ScoringPolicy) -> tuple[Spread, ...]:
    """Group the reports by the largest places that part them, the most reports first."""
    deepest = max((len(one.region) for one in judged(reports)), default=0)
    for depth in range(1, deepest + 1):
        found = _grouped(reports, lambda one: " ".join(one.region[:depth]) or "地区未识别")  # noqa: B023 - used at once
        if len(found) > 1:
            ordered = sorted(found.items(), key=lambda pair: (-pair[1].count, pair[0]))
            return tuple(_spread(*pair, policy) for pair in ordered)
    return ()


class _Group(Struct, kw_only=True):
    """The reports of one title, added up."""

    count: int = 0
    verdicts: Counter[str] = field(default_factory=Counter[str])
    points: Decimal = Decimal()
    late: int = 0
    undated: int = 0


def _grouped(
    reports: Iterable[ReportSummary], title: Callable[[ReportSummary], str]
) -> dict[str, _Group]:
    found = defaultdict[str, _Group](_Group)
    for one in judged(reports):
        group = found[title(one)]
        group.count += 1
        group.verdicts[one.verdict] += 1
        group.points += one.confirmed
        group.late += one.late > 0
        group.undated += one.published is None
    return found


def _spread(title: str, group: _Group, policy: ScoringPolicy) -> Spread:
    return Spread(
        title=title,
        count=group.count,
        verdicts=tuple(group.verdicts[word] for word in policy.verdicts),
        points=number(round(group.points / group.count, 1)),
        late=group.late,
        undated=group.undated,
    )


def _percent(count: int, total: int) -> Decimal:
    return round(Decimal(count * 100) / total, 2) if total else Decimal()


def _step(points: Decimal) -> int:
    return min(int(points) // _STEP, _FULL // _STEP - 1)
