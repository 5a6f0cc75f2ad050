"""What a place asks of its bodies' annual reports beyond the law.

Built by the rulebook from ``rules/regions/*.yaml``; understanding picks those that speak of a
document's body and year.
"""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Level(StrEnum):
    """Of which government a body is, or is part of."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


class Count(Struct, frozen=True, kw_only=True):
    """A number that part one must tell."""

    name: str
    """As the notice calls it: 政策解读发布数量."""
    words: tuple[str, ...]
    """Any of these stands near a number where it is told."""


class LastDay(Struct, frozen=True, kw_only=True):
    """A day of the year after the fiscal year; the day itself is in time."""

    month: int
    day: int


class Fault(Struct, frozen=True, kw_only=True):
    """A line of the table by which a place rates its bodies' reports."""

    words: str
    """As the table has it, word for word; the gist of it where it has not been seen."""
    points: Decimal
    """What it deducts for it."""
    rules: tuple[str, ...] = ()
    """Ids of the rules that look for it …"""
    unseen: str = ""
    """… or why no report can tell (Chinese)."""


class Demand(Struct, frozen=True, kw_only=True):
    """One thing that a notice, or a standard, of a place asks of some of its bodies."""

    place: tuple[str, ...]
    """Outermost first, called for short: 湖南, 怀化."""
    title: str
    """As a finding cites the notice."""
    source: str
    """Where its words have been seen, and how much of them."""
    status: str
    """How it is known: verbatim, applied …"""
    first_year: int
    """The fiscal years that it speaks for."""
    last_year: int | None = None
    level: Level | None = None
    """Only bodies of this level; of every level if none is named."""
    agencies: frozenset[str] = frozenset()
    """Only these kinds of agency; all if none is named."""
    published_by: LastDay | None = None
    most_characters: int | None = None
    """How long part one may be."""
    counts: tuple[Count, ...] = ()
    period: str = ""
    """What it says of the statistics period."""
    faults: tuple[Fault, ...] = ()
    """What it deducts points for."""

    def speaks_for(self, fiscal_year: int) -> bool:
        """Whether the notice speaks for reports on this fiscal year."""
        return self.first_year <= fiscal_year <= (self.last_year or fiscal_year)
