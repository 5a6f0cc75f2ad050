"""Whole numbers as attributes of Word files write them."""

from typing import Final

_MOST_DIGITS: Final = 9


def whole_number(written: str | None) -> int | None:
    """Return a number of at most nine digits without a sign; None for anything else."""
    known = written and written.isdecimal() and len(written) <= _MOST_DIGITS
    return int(written) if written and known else None
