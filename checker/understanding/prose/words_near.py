"""The words near a number, as far as they tell what it counts."""

from typing import Final

from msgspec import Struct

from govcheck.understanding.prose.numerals import Numeral

_SAID: Final = 120
"""So far back it may stand of what the results of cases are."""
_BEHIND: Final = 60


class WordsNear(Struct, frozen=True, kw_only=True):
    """What stands before a number and behind it."""

    before: str
    """From the number before on."""
    after: str = ""
    """Up to the end of the clause."""
    said: str = ""
    """What goes before, other numbers with it."""
    behind: str = ""
    """What goes on behind, likewise."""


def words_near(before: str, after: str, text: str, numeral: Numeral) -> WordsNear:
    """Return the words near a number of a text, of which the nearest are known."""
    return WordsNear(
        before=before,
        after=after,
        said=text[max(0, numeral.start - _SAID) : numeral.start],
        behind=text[numeral.end : numeral.end + _BEHIND],
    )
