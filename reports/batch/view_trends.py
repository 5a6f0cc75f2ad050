"""How points and verdicts go from year to year, where a batch holds reports of several."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.batch.view_ranking import judged, tone_of
from govcheck.reports.wording import number
from govcheck.rulebook.scoring_policy import ScoringPolicy

WIDTH: Final = 600
_LEFT: Final = 40
_TOP: Final = 20
_HEIGHT: Final = 180
"""Of what 100 points, or all reports of a year, come to."""
_FULL: Final = 100
_LEGIBLE: Final = 16
"""A part of a column that is lower has no room for its number."""
_MARKS: Final = (0, 20, 40, 60, 80, 100)


class Point(Struct, frozen=True, kw_only=True):
    """A mean of points, and its height in the picture."""

    value: str
    y: str


class Part(Struct, frozen=True, kw_only=True):
    """The reports of one verdict in the column of a year."""

    tone: str
    count: int
    y: str
    height: str
    middle: str | None
    """Where its number stands; None where there is no room for it."""


class Year(Struct, frozen=True, kw_only=True):
    """The reports on one fiscal year."""

    year: int
    x: str
    count: int
    verdicts: tuple[int, ...]
    """By verdict, the best first."""
    parts: tuple[Part, ...]
    confirmed: Point
    possible: Point
    same: Point | None
    """Confirmed points of the bodies that have a report on every year."""


class Trends(Struct, frozen=True, kw_only=True):
    """The years, and what draws them."""

    years: tuple[Year, ...]
    bodies: int
    """How many have a report on every year."""
    half: str
    """Half the width of a column."""
    marks: tuple[tuple[int, str], ...]
    """Points at which a line is drawn across, each with its height."""

    def line(self, which: str) -> str:
        """Return the points of a line as SVG writes them."""
        found = ((one.x, getattr(one, which)) for one in self.years)
        return " ".join(f"{x},{point.y}" for x, point in found if point)


def trends(reports: Sequence[ReportSummary], policy: ScoringPolicy) -> Trends | None:
    """Return the years in order; None where there are not several."""
    by_year = dict[int, list[ReportSummary]]()
    for one in judged(reports):
        if one.year:
            by_year.setdefault(one.year, []).append(one)
    if len(by_year) < 2:  # noqa: PLR2004 - one year has no trend
        return None
    same = _in_every_year(by_year.values())
    step = Decimal(WIDTH - _LEFT) / len(by_year)
    return Trends(
        years=tuple(
            _year(year, by_year[year], same, _LEFT + step * at + step / 2, policy)
            for at, year in enumerate(sorted(by_year))
        ),
        bodies=len(same),
        half=number(round(min(step / 4, Decimal(32)), 1)),
        marks=tuple((mark, _y(Decimal(mark))) for mark in _MARKS),
    )


def _year(
    year: int,
    members: Sequence[ReportSummary],
    same: frozenset[tuple[str, ...]],
    x: Decimal,
    policy: ScoringPolicy,
) -> Year:
    words = policy.verdicts
    counts = Counter(one.verdict for one in members)
    steady = [one.confirmed for one in members if one.who in same]
    return Year(
        year=year,
        x=number(round(x, 1)),
        count=len(members),
        verdicts=tuple(counts[word] for word in words),
        parts=_parts([(tone_of(word, policy), counts[word]) for word in words]),
        confirmed=_mean([one.confirmed for one in members]),
        possible=_mean([one.possible for one in members]),
        same=_mean(steady) if steady else None,
    )


def _parts(counts: Sequence[tuple[str, int]]) -> tuple[Part, ...]:
    """Pile up a column, the first at its foot."""
    total, below, parts = sum(count for _, count in counts), 0, list[Part]()
    for tone, count in counts:
        below += count
        height = Decimal(_HEIGHT * count) / total
        y = _TOP + _HEIGHT - Decimal(_HEIGHT * below) / total
        parts.append(
            Part(
                tone=tone,
                count=count,
                y=number(round(y, 1)),
                height=number(round(height, 1)),
                middle=number(round(y + height / 2, 1)) if height >= _LEGIBLE else None,
            )
        )
    return tuple(parts)


def _mean(points: Sequence[Decimal]) -> Point:
    value = round(sum(points, Decimal()) / len(points), 1)
    return Point(value=number(value), y=_y(value))


def _y(points: Decimal) -> str:
    return number(round(_TOP + _HEIGHT * (1 - points / _FULL), 1))


def _in_every_year(years: Iterable[Sequence[ReportSummary]]) -> frozenset[tuple[str, ...]]:
    """Return the bodies, by name and place, that have one report on each year."""
    once: list[set[tuple[str, ...]]] = []
    for members in years:
        counted: Mapping[tuple[str, ...], int] = Counter(one.who for one in members)
        once.append({body for body, count in counted.items() if count == 1})
    return frozenset(set.intersection(*once))
