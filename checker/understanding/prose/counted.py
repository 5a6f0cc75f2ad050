"""What a figure counts, as far as it decides what limits it."""

from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.numerals import Numeral

_TAKEN: Final = frozenset({"applications.new", "applications.received"})


class Counted(Struct, frozen=True, kw_only=True):
    """What a figure counts."""

    concept: str
    topic: str
    unit: str
    value: Decimal
    share: bool = False
    """Whether it is told what share of all that came in it is: 占新收申请的72%."""


def counted_at(
    text: str, one: Numeral, concept: str, topic: str, vocabulary: Vocabulary
) -> Counted:
    """Return what a number in a text counts."""
    share = concept in _TAKEN and vocabulary.pattern("quantities.share_of_taken").match(
        text, one.end
    )
    return Counted(
        concept=concept, topic=topic, unit=one.unit, value=one.value, share=bool(share)
    )
