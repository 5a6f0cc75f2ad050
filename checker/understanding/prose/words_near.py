"""The words near a number, as far as they tell what it counts."""

from typing import Final

from msgspec import Struct

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.numerals import Numeral

BEFORE: Final = 60
"""Characters before a number that say what it counts."""
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


def words_before(
    text: str, start: int, clause: int, vocabulary: Vocabulary, *, goes_on: bool
) -> str:
    """Return the words of a clause before a number; without the noun of the number before.

    14069件政府信息公开申请和上年结转560件: ``goes_on`` says that there is one in the sentence.
    """
    before = text[max(clause, start - BEFORE) : start].replace(" ", "")
    if not goes_on and clause >= start - BEFORE:
        return before
    return vocabulary.pattern("quantities.noun_of_last").sub("", before)


def words_near(before: str, after: str, text: str, numeral: Numeral) -> WordsNear:
    """Return the words near a number of a text, of which the nearest are known."""
    return WordsNear(
        before=before,
        after=after,
        said=text[max(0, numeral.start - _SAID) : numeral.start],
        behind=text[numeral.end : numeral.end + _BEHIND],
    )
