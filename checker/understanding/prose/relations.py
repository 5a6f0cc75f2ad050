"""Whether a number is an amount, a change or a rate, told from the words right before it."""

from govcheck.document.figure import Relation
from govcheck.document.vocabulary import Vocabulary


def relation_of(before: str, unit: str, vocabulary: Vocabulary) -> Relation:
    """Return what a number with this unit is after these words."""
    rate = vocabulary.pattern("quantities.rate_units").fullmatch(unit) is not None
    if before and not vocabulary.pattern("quantities.may_change").match(before[-1]):
        ordinal = before.endswith("第")
        return Relation.ORDINAL if ordinal else Relation.RATE if rate else Relation.COUNT
    change = vocabulary.pattern("quantities.rate_change" if rate else "quantities.change")
    if change.search(before):
        return Relation.CHANGE
    return Relation.RATE if rate else Relation.COUNT
