"""Numbers in a paragraph with what they count, when, and in what relation.

One pass over a paragraph: its numerals and the words that govern them (topic, time, end of
a sentence) are walked through together in reading order.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from govcheck.understanding.prose.apart import Apart
from govcheck.understanding.prose.joints import Joints
from govcheck.understanding.prose.numerals import Numeral
from govcheck.understanding.prose.quantity import Quantity
from govcheck.understanding.prose.quantity_walk import QuantityWalk
from govcheck.understanding.prose.scopes import Scopes
from govcheck.understanding.prose.setting import Setting

_DISCLOSURE: Final = frozenset({"applications", "review-litigation"})
"""Parts that speak of nothing else."""
_DECISIONS: Final = "proactive"
"""The part whose tables count decisions, where nothing is said of what was made known."""


def read_quantities(
    text: str, numerals: Sequence[Numeral], setting: Setting, *, span: tuple[int, int]
) -> Iterator[Quantity]:
    """Yield the quantities of the paragraph at ``span``, which holds these numerals."""
    joints = Joints(setting.concepts, setting.vocabulary)
    walk = QuantityWalk(
        text=text,
        vocabulary=setting.vocabulary,
        concepts=setting.concepts,
        joints=joints,
        apart=Apart(joints=joints, vocabulary=setting.vocabulary),
        year=setting.year,
        scopes=Scopes(setting.limits, setting.title),
        topic="applications" if setting.part == "applications" else "",
        begun=span[0],
        clause=span[0],
        unsearched=span[0],
        disclosure=setting.part in _DISCLOSURE,
        listed=setting.part == _DECISIONS
        and not setting.vocabulary.pattern("concepts.shown").search(text, *span),
    )
    marks = setting.vocabulary.pattern("concepts.mark").finditer(text, *span)
    pending = next(marks, None)
    limits = [numeral.start for numeral in numerals[1:]]
    for numeral, limit in zip(numerals, [*limits, span[1]], strict=True):
        while pending is not None and pending.start() < numeral.start:
            walk.mark(pending)
            pending = next(marks, None)
        yield walk.read(numeral, limit)
