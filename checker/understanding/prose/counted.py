"""What a figure counts, as far as it decides what limits it."""

from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.figure import AMONG
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.by_receipt import ORIGINS
from govcheck.understanding.prose.numerals import Numeral

_OF_ALL: Final = (*ORIGINS, ".by_request", ".handled", "review.total", "litigation.total")
"""Concepts that count anew, whatever was told before them."""
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


def limit_of_part(part: Counted | None, whole: Decimal, counted: Counted) -> str:
    """Return what limits what was done with the ``part`` of a whole told before it, or "".

    信函17件，办结14件; of cases so are the ways to court: 市政府9件（直接起诉3件）.
    """
    if counted.share:
        return AMONG
    if part is None or part.unit != counted.unit or part.value in {Decimal(0), whole}:
        return ""
    anew = counted.concept.endswith(_OF_ALL) or part.topic != counted.topic
    if anew or counted.value > part.value:
        return ""
    return AMONG if counted.concept.endswith(".answered") else counted.unit
