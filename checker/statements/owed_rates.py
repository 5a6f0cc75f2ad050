"""Rates whose part and whole the sentence names: 应办224件，办结209件，办结率93.3%."""

from decimal import Decimal
from typing import Final

from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.explicit_rates import ExplicitRate
from govcheck.statements.rate_bases import bases
from govcheck.statements.stated import this_year

_KINDS: Final = (
    ("settled_rate", "settled", "settled_at_all", "owed"),
    ("corrected_rate", "corrected", "corrected_at_all", "concluded"),
)
"""What a rate is called, its part, anything that says so much of a part, and its whole."""
_EVERYTHING: Final = 100
"""A rate of everything may leave out what is not yet due."""


def owed_rate(
    rate: Figure, figures: list[Figure], vocabulary: Vocabulary
) -> ExplicitRate | None:
    """Return a rate with the one part and the one whole that its sentence names.

    按期办结209件 is no part of a 办结率: nothing may limit either amount, nor may the
    sentence tell of more such parts: 部分纠正1件，纠正1件.
    """
    if rate.value >= _EVERYTHING or rate.period is Period.LAST_YEAR:
        return None
    beside = [one for one in figures if one.sentence == rate.sentence]
    counts = [one for one in beside if one.relation is Relation.COUNT]
    for called, part_words, at_all, whole_words in _KINDS:
        if _is_called(rate, called, vocabulary):
            parts = [one for one in counts if _is_called(one, part_words, vocabulary)]
            wholes = [one for one in counts if _is_called(one, whole_words, vocabulary)]
            rest = [one for one in counts if one not in (*parts, *wholes)]
            again = vocabulary.pattern(f"statements.{at_all}")
            alone = not any(again.search(one.subject) for one in rest)
            sole = alone and len(parts) == len(wholes) == 1
            return _of(rate, parts[0], wholes[0]) if sole else None
    return None


def owed_bases(owed: ExplicitRate, figures: list[Figure]) -> list[Decimal]:
    """Return what the rate may be taken of; the whole may leave something out: 撤回3件."""
    counts = [one.value for one in figures if one.relation is Relation.COUNT]
    return [*bases(figures), *(owed.base - one for one in counts if one < owed.base)]


def _is_called(figure: Figure, name: str, vocabulary: Vocabulary) -> bool:
    said = vocabulary.pattern(f"statements.{name}")
    return said.fullmatch(figure.subject) is not None


def _of(rate: Figure, part: Figure, whole: Figure) -> ExplicitRate | None:
    exact = not (part.approximate or whole.approximate or part.upper or whole.upper)
    plain = exact and this_year(part) and this_year(whole) and part.unit == whole.unit
    if not plain or not 0 < part.value <= whole.value:
        return None
    return ExplicitRate(rate=rate, part=part.value, base=whole.value, name="比率")
