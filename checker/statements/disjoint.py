"""Whether what a list counts are parts of one whole: of one kind, and none twice."""

import re
from collections.abc import Sequence
from typing import Final

from govcheck.document.figure import Figure, Period
from govcheck.document.vocabulary import Vocabulary

_OTHER_TIMES: Final = frozenset(
    {Period.LAST_YEAR, Period.OTHER_YEAR, Period.YEAR_END, Period.CUMULATIVE}
)


def are_parts(
    items: Sequence[Figure], names: Sequence[str], vocabulary: Vocabulary, *, said: bool
) -> bool:
    """Tell whether items can be parts of the total before them.

    None are where some came and some went: 新增2件、废止1件. Only a list that is ``said`` to be
    of parts (其中) holds none of what would else be compared with the total: other years, a
    target, a wider whole.
    """
    words = vocabulary.pattern
    if _some(words("statements.comes"), names) and _some(words("statements.goes"), names):
        return False
    return said or not (
        any(item.period in _OTHER_TIMES for item in items)
        or _some(words("statements.beside"), names)
    )


def coincide(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether one may be counted in two items: 15日内 and 20日内, 罚款 and 没收."""
    words = vocabulary.pattern("statements.coincides")
    return sum(words.search(name) is not None for name in names) > 1


def _some(pattern: re.Pattern[str], names: Sequence[str]) -> bool:
    return any(pattern.search(name) for name in names)
