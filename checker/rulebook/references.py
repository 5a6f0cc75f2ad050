"""What the data of a rule file may refer to."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec import Struct, field

from govcheck.kinds.check import Check
from govcheck.parameters import Group, Lexicon


class References(Struct, frozen=True, kw_only=True):
    """What data may refer to."""

    names: Mapping[Any, Collection[str]] = field(default_factory=dict)
    """A type of names, such as PartId, to the names; of one not listed, any name is right."""
    tables: Mapping[str, Mapping[Any, Collection[str]]] = field(default_factory=dict)
    """Table id to the rows and columns that any edition of it has."""
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    """What the names in patterns stand for: ``channels.platforms`` to a regular expression."""
    kinds: Mapping[str, type[Check]] = field(default_factory=dict)
    pattern: Callable[[str], re.Pattern[str]] = re.compile
    group_fault: Callable[[str, Group], str] | None = None
    """Says why a pattern lacks a group that its kind reads; None where that has been asked."""
