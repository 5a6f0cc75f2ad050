"""Levels of government, as bodies and places are named by them."""

from collections.abc import Mapping

Ranks = Mapping[str, int]
"""Words for levels: a province is 0, a township 3."""


def lowest_level(name: str, ranks: Ranks) -> str:
    """Return the level of the smallest place in a name: 区 of 云岭市青禾区教育局."""
    return max((char for char in name if char in ranks), key=ranks.__getitem__, default="")
