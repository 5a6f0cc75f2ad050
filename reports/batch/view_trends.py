"""How points and verdicts go from year to year, where a batch holds reports of several."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct, field

from govcheck.reports.batch.report_summary import ReportSummary, judged
from govcheck.reports.batch.view_ranking import tone_of
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


class _Sum(Struct, kw_only=True):
    """The reports of one year, added up."""

    verdicts: Counter[str] = field(default_factory=Counter[str])
    bodies: Counter[tuple[str, ...]] = field(default_factory=Counter[tuple[str, ...]])
    confirmed: Decimal = Decimal()
    possible: Decimal = Decimal()
    same: Decimal = Decimal()


def trends(reports: Iterable[ReportSummary], policy: ScoringPolicy) -> Trends | None:
    """Return the years in order; None where there are not several."""
    if len({one.year for one in judged(reports) if one.year}) < 2:  # noqa: PLR2004 - one year has no trend
        return None
    sums = _sums(reports)
    same = _in_every_year(one.bodies for one in sums.values())
    for one in judged(reports):
        if one.year and one.who in same:
            sums[one.year].same += one.confirmed
    step = Decimal(WIDTH - _LEFT) / len(sums)
    return Trends(
        years=tuple(
            _year(year, sums[year], len(same), _LEFT + step * at + step / 2, policy)
            for at, year in enumerate(sorted(sums))
        ),
        bodies=len(same),
        half=number(round(min(step / 4, Decimal(32)), 1)),
        marks=tuple((mark, _y(Decimal(mark))) for mark in _MARKS),
    )


def _sums(reports: Iterable[ReportSummary]) -> dict[int, _Sum]:
    found = defaultdict[int, _Sum](_Sum)
    for one in judged(reports):
        if one.year:
            its = found[one.year]
            its.verdicts[one.verdict] += 1
            its.bodies[one.who] += 1
            its.confirmed += one.confirmed
            its.possible += one.possible
    return found


def _year(year: int, found: _Sum, same: int, x: Decimal, policy: ScoringPolicy) -> Year:
    words, count = policy.verdicts, found.verdicts.total()
    return Year(
        year=year,
        x=number(round(x, 1)),
        count=count,
        verdicts=tuple(found.verdicts[word] for word in words),
        parts=_parts([(tone_of(word, policy), found.verdicts[word]) for word in words]),
        confirmed=_mean(found.confirmed, count),
        possible=_mean(found.possible, count),
        same=_mean(found.same, same) if same else None,
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


def _mean(points: Decimal, count: int) -> Point:
    value = round(points / count, 1)
    return Point(value=number(value), y=_y(value))


def _y(points: Decimal) -> str:
    return number(round(_TOP + _HEIGHT * (1 - points / _FULL), 1))


def _in_every_year(
    years: Iterable[Mapping[tuple[str, ...], int]],
) -> frozenset[tuple[str, ...]]:
    """Return the bodies, by name and place, that have one report on each year."""
    once = [{body for body, count in counted.items() if count == 1} for counted in years]
    return frozenset(set.intersection(*once))
