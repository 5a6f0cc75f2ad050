"""What is asked of rules and clauses for every document is worked out once for all of them."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Told = TypeVar("_Told")


def kept(most: int) -> Callable[[Callable[[_Thing], _Told]], Callable[[_Thing], _Told]]:
    """Remember what a function has said of the very things that it was asked about.

    They are such as a rule book holds, which do not change and are asked about again.  Of more
    than ``most`` things all is forgotten.
    """

    def keeping(function: Callable[[_Thing], _Told]) -> Callable[[_Thing], _Told]:
        known: dict[int, tuple[_Thing, _Told]] = {}

        @wraps(function)
        def remembered(thing: _Thing) -> _Told:
            found = known.get(id(thing))
            if found is None:
                if len(known) >= most:
                    known.clear()
                found = known[id(thing)] = thing, function(thing)
            return found[1]

        return remembered

    return keeping
