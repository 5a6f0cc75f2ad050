"""The statutory form: what a document must be laid out like, edition by edition.

Built by the rulebook from ``rules/forms/*.yaml``.  Ids are stable words for rules and
programs; labels are what the form prints.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct, field

from govcheck.document.reading import Readings

_NUMERALS: Final = "〇一二三四五六七八九十"


class ValueType(StrEnum):
    """What may stand in a cell."""

    COUNT = "count"
    """A whole number, 0 or more."""
    CHANGE = "change"
    """A whole number with a sign (本年增/减)."""
    MONEY = "money"
    """A decimal, 0 or more; the unit is the column's or stands in the cell."""


class FormPart(Struct, frozen=True, kw_only=True):
    """One of the six numbered parts."""

    id: str
    number: int
    title: str
    """Without its number: 总体情况."""
    variants: tuple[str, ...] = ()
    """Other titles known to be in lawful use."""


class PartWords(Struct, frozen=True, kw_only=True):
    """Words in a title of other wording that tell which part it heads."""

    part: str
    words: tuple[str, ...]


class FormRow(Struct, frozen=True, kw_only=True):
    """A row with figures of its own; ``path`` holds the labels of the rows that group it."""

    id: str
    label: str
    variants: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


class FormColumn(Struct, frozen=True, kw_only=True):
    """A column with figures; ``path`` holds the headings above it, outermost first."""

    id: str
    label: str
    variants: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    unit: str | None = None
    """件, 项, 万元; None where the form prints none for a sum of money."""
    value_type: ValueType = ValueType.COUNT


class FormSum(Struct, frozen=True, kw_only=True):
    """A sum that the form asks of every row or column: ``left`` adds up to ``right``.

    A table may hold several of one id, where the form asks it differently of some lines.
    """

    id: str
    along: Literal["columns", "rows"]
    """``columns``: asked of each column, and the terms are rows; ``rows``: the reverse."""
    left: tuple[str, ...]
    right: tuple[str, ...]
    lines: tuple[str, ...] = ()
    """The columns (rows) that it is asked of; all of the table's if none is named."""
    optional: Literal["left", "right"] | None = None
    """A side that may be left without figures in all of these lines together."""

    def cell(self, line: str, term: str) -> tuple[str, str]:
        """Return the row and the column of a term in a line."""
        return (term, line) if self.along == "columns" else (line, term)


class FormTable(Struct, frozen=True, kw_only=True):
    """One statutory table (or one block of table 二, which the form prints as several)."""

    id: str
    part: str
    """Id of the part that it stands in."""
    title: str
    """What the form prints over it, such as 第二十条第（一）项; or how people call it."""
    rows: tuple[FormRow, ...]
    columns: tuple[FormColumn, ...]
    sums: tuple[FormSum, ...] = ()
    readings: Readings = field(default_factory=Readings)
    corner: str = ""
    """What it prints in its upper left corner: 信息内容."""
    titled: bool = False
    """The table itself prints its title, as its first line."""
    extendable: bool = False
    """Provinces may add rows of their own (省级可加行)."""

    def __hash__(self) -> int:
        """Tables are keys of caches; their rows need not be hashed each time."""
        return hash((self.part, self.id))


class Form(Struct, frozen=True, kw_only=True):
    """One edition of the national form, and the fiscal years that it is in force for."""

    id: str
    title: str
    number: str
    """Of the notice that issued it: 国办公开办函〔2021〕30号."""
    instrument: str
    first_year: int
    last_year: int | None
    parts: tuple[FormPart, ...]
    about: tuple[PartWords, ...] = ()
    """What parts are about; the first whose words a title has decides."""
    tables: Mapping[str, FormTable] = field(default_factory=dict[str, FormTable])

    @property
    def table_parts(self) -> frozenset[str]:
        """Ids of the parts that are tables."""
        return frozenset(table.part for table in self.tables.values())

    @property
    def citation(self) -> str:
        """As a report names it: 《…》（国办公开办函〔2021〕30号）."""
        return f"《{self.title}》（{self.number}）"

    def in_force(self, fiscal_year: int) -> bool:
        """Whether a report on this fiscal year must follow this edition."""
        return self.first_year <= fiscal_year and (
            self.last_year is None or fiscal_year <= self.last_year
        )


def part_numeral(part: FormPart) -> str:
    """Return a part's number as its heading prints it: 三."""
    return _NUMERALS[part.number]


def newest_form(forms: Mapping[str, Form]) -> Form:
    """Return the edition in force last."""
    return list(forms.values())[-1]


def form_in_force(forms: Mapping[str, Form], fiscal_year: int) -> Form | None:
    """Return the edition for a fiscal year, or None for a year before the first edition."""
    return next((form for form in forms.values() if form.in_force(fiscal_year)), None)
