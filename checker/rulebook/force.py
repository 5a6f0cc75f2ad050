"""When and for whom a clause is in force: days of publication, fiscal years, kinds of body."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.report import AgencyKind

Day = str
"""A day as 2019-05-15, so that days compare as texts do."""
UNKNOWN: Final = "unknown"
_ALL: Final = frozenset(AgencyKind)


class Occasion(Struct, frozen=True, kw_only=True):
    """What decides which law a report is held against; None where the report does not tell."""

    year: int | None
    """Its fiscal year."""
    day: Day | None
    """The day of its publication, or else the statutory last day."""
    kind: AgencyKind | None
    region: tuple[str, ...] = ()


class Force(Struct, frozen=True, kw_only=True):
    """In what cases a clause is cited; both ends are included."""

    first_day: Day | None = None
    last_day: Day | None = None
    first_year: int | None = None
    last_year: int | None = None
    agencies: frozenset[AgencyKind] = _ALL
    regions: frozenset[str] = frozenset()

    def in_time(self, occasion: Occasion) -> bool:
        """Whether it was in force for the report, whoever publishes it.

        Where the report tells neither year nor day, the law is taken as it now stands.
        """
        return _within(occasion.day, self.first_day, self.last_day) and _within(
            occasion.year, self.first_year, self.last_year
        )

    def binds(self, occasion: Occasion) -> bool:
        """Whether it speaks of this kind of body in this place."""
        placed = not self.regions or not self.regions.isdisjoint(occasion.region)
        return placed and (occasion.kind is None or occasion.kind in self.agencies)

    @property
    def is_empty(self) -> bool:
        """Whether there is no case that it takes in."""
        days, years = (self.first_day, self.last_day), (self.first_year, self.last_year)
        return not self.agencies or _ends_first(*days) or _ends_first(*years)

    def narrowed(self, other: "Force") -> "Force":
        """Return the cases that both take in."""
        return Force(
            first_day=_last(self.first_day, other.first_day),
            last_day=_first(self.last_day, other.last_day),
            first_year=_last(self.first_year, other.first_year),
            last_year=_first(self.last_year, other.last_year),
            agencies=self.agencies & other.agencies,
            regions=self.regions | other.regions,
        )


def force_of(data: Mapping[str, Any]) -> Force:
    """Read ``in_force``, ``years`` and ``binds`` of an instrument or a clause.

    Where it says fiscal years, these decide alone: the form, the fee measures and the notices
    of one year speak of the year reported on, whenever the report came out.
    """
    years = data.get("years", {})
    days = {} if years else data.get("in_force", {})
    return _force(days, years, data.get("binds", ()))


def citing(data: Mapping[str, Any]) -> Force:
    """Read the ``applies_to`` of a basis."""
    named = _force(data.get("published", {}), data.get("years", {}), data.get("agencies", ()))
    return replace(named, regions=frozenset(data.get("regions", ())))


def _force(days: Mapping[str, str], years: Mapping[str, int], kinds: Iterable[str]) -> Force:
    return Force(
        first_day=_certain_from(days.get("from", UNKNOWN)),
        last_day=_certain_to(days.get("to", UNKNOWN)),
        first_year=years.get("from"),
        last_year=years.get("to"),
        agencies=frozenset(map(AgencyKind, kinds)) or _ALL,
    )


def _certain_from(written: str) -> Day | None:
    """Return the day from which it is surely in force: of 2019 and 2019-04 the last."""
    if written == UNKNOWN or len(written) == len("2019-04-03"):
        return None if written == UNKNOWN else written
    if len(written) == len("2019"):
        return f"{written}-12-31"
    year, month = map(int, written.split("-"))
    return f"{written}-{monthrange(year, month)[1]:02}"


def _certain_to(written: str) -> Day | None:
    """Return the day to which it is surely in force: of 2019 and 2019-04 the first."""
    return None if written == UNKNOWN else f"{written}-01-01"[: len("2019-04-03")]


def _within(value: Any, first: Any, last: Any) -> bool:  # noqa: ANN401 - days, or years
    if value is None:
        return last is None
    return (first is None or first <= value) and (last is None or value <= last)


def _last(one: Any, other: Any) -> Any:  # noqa: ANN401 - days, or years
    return max((end for end in (one, other) if end is not None), default=None)


def _first(one: Any, other: Any) -> Any:  # noqa: ANN401 - days, or years
    return min((end for end in (one, other) if end is not None), default=None)


def _ends_first(first: Any, last: Any) -> bool:  # noqa: ANN401 - days, or years
    return first is not None and last is not None and first > last
