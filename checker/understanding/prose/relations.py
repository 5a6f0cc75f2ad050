"""Whether a number is an amount, a change or a rate, told from the words right before it."""

from typing import Final

from govcheck.document.figure import Relation
from govcheck.late_pattern import late_pattern

_CHANGE: Final = late_pattern(
    r"(?:增加|减少|增长|下降|上升|上涨|回落|提高|降低|提升|净增|多|少)了[约近]?$"
    r"|(?:[较比]|同比|环比)[^，。；]{0,24}[增减长降升少多高低落加涨幅比](?:[为达到约近]|：){0,3}$"
    r"|(?<![新同])(?:增加|减少|下降|增幅|降幅)[为达约近]{0,2}$"
)
_BEFORE_CHANGE: Final = frozenset("了约近增减长降升少多高低落加涨幅比为达到：")
"""What stands right before a number that tells a change; a cheap first look."""
_RATE_CHANGE: Final = late_pattern(r"[增减长降升少多高低落加涨幅](?:[了为达约近]|：){0,3}$")
_RATES: Final = frozenset("%％‰倍") | {"百分点", "个百分点"}


def relation_of(before: str, unit: str) -> Relation:
    """Return what a number with this unit is after these words."""
    rate = unit in _RATES
    if before[-1:] not in _BEFORE_CHANGE:
        ordinal = before.endswith("第")
        return Relation.ORDINAL if ordinal else Relation.RATE if rate else Relation.COUNT
    if rate:
        return Relation.CHANGE if _RATE_CHANGE.search(before) else Relation.RATE
    return Relation.CHANGE if _CHANGE.search(before) else Relation.COUNT
