"""A cell's part in a sum."""

from decimal import Decimal

from msgspec import Struct


class Term(Struct, frozen=True, kw_only=True):
    """A cell's part in a sum that must come to 0: ``sign`` times ``value``."""

    table: str
    row: str
    column: str
    sign: int
    value: Decimal
