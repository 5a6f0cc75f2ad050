"""A lawful way to count: which cells of a statutory table add up to what the prose states."""

from collections.abc import Mapping

from msgspec import Struct, field


class Reading(Struct, frozen=True, kw_only=True):
    """The sum of these rows in these columns; rows that an edition lacks are left out."""

    name: str
    rows: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    """Rows to be taken away: 本年新收 without what is carried over."""
    columns: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """The columns that ``columns`` totals, for a document that leaves the total blank."""
    loose: bool = False
    """The sum may be what was counted, yet the words do not say so."""
    asked: bool = False
    """The words may count something else as well: a figure that differs is asked about."""
    unit: str = "件"
    """What the cells count."""
    worth: int = 1
    """What one of it is worth in the unit of prose: 10000 of 万元, where prose counts 元."""


class Readings(Struct, frozen=True, kw_only=True):
    """What each figure of the prose may mean, by what it counts."""

    concepts: Mapping[str, tuple[Reading, ...]] = field(
        default_factory=dict[str, tuple[Reading, ...]]
    )
    """Concept to the ways to count it, the plainest first."""
    scopes: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What a scope names to the columns that count it: 自然人; what it joins is added up."""
    perhaps: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Words that may mean all, or what these columns count: 公民申请 may leave out 法人."""
