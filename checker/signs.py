"""How Chinese is written whatever it says: numbers of pages and parts, units, common signs.

Readers and labels meet these signs before any rule book or vocabulary is at hand, and they
are the same for all.  They stand in ``rules/signs.json``, which is read as this is imported.
"""

import re
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.json import decode

import govcheck.shipped

Replacements = tuple[tuple[str, str], ...]
"""Patterns, each with what is written in the place of what it matches; in this order."""


class Signs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the file says."""

    title: str
    common: str
    """Characters that a Chinese text is full of; a wrong decoding yields rare ones."""
    forgiven: Replacements
    """What reports change in a title, as a pattern, and a pattern for whatever they write."""
    left_out: Replacements
    """What bodies put into their names or leave out, and what is left of it."""
    series: tuple[str, ...]
    """What parts are numbered by other than the form does, each series with spaces between."""
    patterns: dict[str, str]
    """Regular expressions, or pieces of them, by name."""


SIGNS: Final = decode(
    (Path(govcheck.shipped.__path__[0]) / "signs.json").read_bytes(), type=Signs
)


def sign(name: str) -> str:
    """Return the pattern of a name."""
    return SIGNS.patterns[name]


def free(replacements: Replacements, text: str) -> str:
    """Return a text with each of these replaced."""
    for pattern, written in replacements:
        text = re.sub(pattern, written, text)
    return text
