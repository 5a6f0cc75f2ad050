"""Levels of government, as bodies and places are named by them."""

from typing import Final

LEVELS: Final = {
    "省": 0,
    "市": 1,
    "州": 1,
    "盟": 1,
    "县": 2,
    "区": 2,
    "旗": 2,
    "镇": 3,
    "乡": 3,
    "街道": 3,
}
"""A province is 0, a township 3."""


def lowest_level(name: str) -> str:
    """Return the level of the smallest place in a name: 区 of 云岭市青禾区教育局."""
    return max((char for char in name if char in LEVELS), key=LEVELS.__getitem__, default="")
