"""The kinds of check that a rule may name; one kind, one module."""

from collections.abc import Mapping
from typing import Final

from govcheck.rule import Check

_ALL: Final[tuple[type[Check], ...]] = ()

KINDS: Final[Mapping[str, type[Check]]] = {kind.KIND: kind for kind in _ALL}
