"""What a report scores, and the lines of the table that says why."""

from decimal import Decimal

from msgspec import Struct


class Deduction(Struct, frozen=True, kw_only=True):
    """Points that one rule cost."""

    rule: str
    points: Decimal
    reason: str


class DimensionScore(Struct, frozen=True, kw_only=True):
    """One dimension's points: its weight, and what is left of it."""

    id: str
    title: str
    points: Decimal
    confirmed: Decimal
    possible: Decimal


class Score(Struct, frozen=True, kw_only=True):
    """Points out of 100: ``confirmed`` counts open findings as lost, ``possible`` as kept."""

    confirmed: Decimal
    possible: Decimal
    verified: Decimal
    """Points whose rules were answered, by the program or by a person."""
    verdict: str
    """合格, 待核 or 不合格."""
    grade: str | None
    """优秀, 良好, 合格, 不合格, or the span from one to another: 良好–优秀."""
    vetoes: tuple[str, ...]
    dimensions: tuple[DimensionScore, ...]
    deductions: tuple[Deduction, ...]
    """Sure losses first (``fail``), each a line of the table that adds up to ``possible``."""
    open_deductions: tuple[Deduction, ...] = ()
    """What ``confirmed`` loses further for open findings."""
