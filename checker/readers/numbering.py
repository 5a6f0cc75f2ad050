"""Rows and columns are numbered anew where some are left out."""

from itertools import accumulate


def numbering(kept: set[int], end: int) -> list[int]:
    """Return for every index up to ``end`` how many of those kept come before it."""
    return list(accumulate((index in kept for index in range(end)), initial=0))
