"""Quantities in running text: what is counted, how many, when, and in what relation."""

from decimal import Decimal
from enum import Enum, StrEnum
from typing import Final

from msgspec import Struct

from govcheck.document.place import Place


class Relation(StrEnum):
    """What a quantity is to the figures around it."""

    COUNT = "count"
    """A plain amount."""
    CHANGE = "change"
    """By how much it grew or shrank: 较上年增加35件."""
    RATE = "rate"
    """A percentage: 办结率98.4%, 占59%, 同比增长1.05%."""
    ORDINAL = "ordinal"
    """A number that counts nothing: 第2期, 12345热线, 711号."""


class Period(StrEnum):
    """What time a quantity speaks of."""

    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"
    OTHER_YEAR = "other-year"
    PART_OF_YEAR = "part-of-year"
    """上半年, 第三季度, 1—6月."""
    YEAR_END = "by-year-end"
    """截至12月31日 …: this year's, or of all years till then."""
    CUMULATIVE = "cumulative"
    """截至 …, 自 … 以来: perhaps more than this year."""


class Leaning(Enum):
    """Which way a figure that is not meant exactly is off."""

    ABOVE = "above"
    """余, 多, 超, 逾."""
    BELOW = "below"
    """近."""
    AROUND = "around"
    """约."""


AMONG: Final = "其中"
"""The scope of a figure that counts among its total only: 答复24件，其中上年结转2件."""
UNSAID: Final = "未写明事由"
"""The scope of cases that stand under a heading of their own, with no word of disclosure."""
JOINED: Final = "&"
"""Stands between the concepts that a figure counts together: 新收和上年结转申请91件."""


class Figure(Struct, frozen=True, kw_only=True):
    """One quantity as the text states it."""

    value: Decimal
    """The number in single units: 1.4万件 is 14000; a percentage is 98.4."""
    upper: Decimal | None = None
    """The end of a range (3至5件)."""
    step: Decimal = Decimal(1)
    """The worth of one in the last digit written: 100 for 1.4万 is 1000, for 98.4% is 0.1."""
    unit: str = ""
    """Measure word or unit: 件, 条, 万元, %."""
    approximate: str = ""
    """余, 约, 近, 超, 多 …, when it is not meant exactly."""
    leaning: Leaning | None = None
    """What that word says; None for an exact figure."""
    subject: str = ""
    """The words that say what is counted, as near as they can be had."""
    concept: str | None = None
    """What of the statutory tables it speaks of, such as ``applications.new``."""
    scope: str = ""
    """The words that limit a concept's figure to a body, channel or kind of applicant."""
    relation: Relation = Relation.COUNT
    period: Period = Period.THIS_YEAR
    sentence: int = 0
    """Running number in the body of the sentence that states it."""
    place: Place
