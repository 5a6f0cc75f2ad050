"""What is known of the language that reports are written in: words, patterns, places.

Built by the rulebook from ``rules/vocabulary/*.yaml``.  A name is the file's and its own:
``bodies.office``.
"""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct, field

from govcheck.late_pattern import late_pattern


class Prefecture(Struct, frozen=True, kw_only=True):
    """A prefecture, the counties in it, and the hosts of its own sites."""

    name: str
    """As it is called for short, with 市 or 州: 昆明市, 楚雄州."""
    counties: tuple[str, ...] = ()
    """As they are called for short: 石林县."""
    hosts: tuple[str, ...] = ()


class Province(Struct, frozen=True, kw_only=True):
    """A province whose prefectures and counties are known by name."""

    name: str
    """Without 省, 市 and 自治区, as regions are named throughout: 云南."""
    prefectures: tuple[Prefecture, ...] = ()
    hosts: tuple[str, ...] = ()
    """First label of its sites: yn, of www.yn.gov.cn."""


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Word lists and patterns by name, places, and what things are called in messages."""

    named: Mapping[str, str] = field(default_factory=dict[str, str])
    """Regular expressions by name, those of word lists too: ``(?:省|市)``."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    places: tuple[Province, ...] = ()

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the pattern of a name, compiled when it is first asked for."""
        return compiled(self.named[name])


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once; those of a vocabulary were tried when it was read."""
    return late_pattern(pattern)
