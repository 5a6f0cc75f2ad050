"""How it is said in what tables differ from the form (Chinese)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import starmap
from typing import Final

from govcheck.document.table import Deviation, DeviationKind

_WORDS: Final[Mapping[DeviationKind, str]] = {
    DeviationKind.MISSING_ROW: "缺少行“{expected}”",
    DeviationKind.MISSING_COLUMN: "缺少列“{expected}”",
    DeviationKind.RENAMED_ROW: "行名应为“{expected}”，写作“{printed}”",
    DeviationKind.RENAMED_COLUMN: "列名应为“{expected}”，写作“{printed}”",
    DeviationKind.EXTRA_ROW: "多出行“{printed}”",
    DeviationKind.EXTRA_COLUMN: "多出列“{printed}”",
    DeviationKind.REMARKS_COLUMN: "多出不计数的列“{printed}”",
    DeviationKind.SUBTOTAL_ROW: "多出小计行“{printed}”",
    DeviationKind.ORDER: "次序应为“{expected}”，排作“{printed}”",
    DeviationKind.MERGED: "“{expected}”被合并为“{printed}”",
    DeviationKind.EDITION: "应使用{expected}，实为{printed}",
    DeviationKind.EDITION_ROW: "沿用{printed}一行，应分列为{expected}",
    DeviationKind.EXTRA_TABLE: "多出{printed}表",
    DeviationKind.UNIT: "单位应为“{expected}”，写作“{printed}”",
}
_EDITION: Final = DeviationKind.EDITION
EDITIONS: Final = (_EDITION, DeviationKind.EXTRA_TABLE)
"""Differences of a whole table from the edition in force."""
NAMING: Final = (*EDITIONS, DeviationKind.EDITION_ROW)
"""Differences that name an edition: 格式：行、列."""
_MOST_NAMED: Final = 3


def tables_named(names: Sequence[str]) -> str:
    """Name the tables once each; of many the first and how many they are."""
    each = list(dict.fromkeys(names))
    return "、".join(each) if len(each) <= _MOST_NAMED else f"{each[0]}等{len(each)}张表"


def differences(found: Sequence[tuple[str, Deviation]], most: int) -> str:
    """List what differs, and of several tables, in which of them; the same is said once.

    Two editions are named once, whatever the tables that follow the other one.
    """
    several = len({name for name, _ in found}) > 1
    whole = several and all(item.kind in EDITIONS for _, item in found)
    editions = _editions(found) if whole else ""
    each = _of_editions if editions else _of_table if several else _alone
    more = f"等{len(found)}处" if len(found) > most else ""
    said = Counter(each(name, item) for name, item in found[:most])
    return editions + "；".join(starmap(_times, said.items())) + more


def _times(words: str, times: int) -> str:
    return words if times == 1 else f"{words}（{times}处）"


def _editions(found: Sequence[tuple[str, Deviation]]) -> str:
    """Name the edition that is due and the one that is followed, where they are two."""
    pairs = {
        (item.expected.partition("：")[0], item.printed.partition("：")[0])
        for _, item in found
        if item.kind is _EDITION
    }
    if len(pairs) != 1:
        return ""
    due, followed = pairs.pop()
    return f"应使用《{due}》，沿用了《{followed}》；"


def _of_editions(name: str, item: Deviation) -> str:
    if item.kind is not _EDITION:
        return f"多出{name}"
    due, printed = (words.partition("：")[2] for words in (item.expected, item.printed))
    return f"{name}应为“{due}”，实为“{printed}”"


def _of_table(name: str, item: Deviation) -> str:
    return (name if item.kind is not DeviationKind.EXTRA_TABLE else "") + _alone("", item)


def _alone(_: str, item: Deviation) -> str:
    return _WORDS[item.kind].format_map(_names(item))


def _names(deviation: Deviation) -> Mapping[str, str]:
    names = {"expected": deviation.expected, "printed": deviation.printed}
    if deviation.kind not in NAMING:
        return names
    return {name: _edition_words(words) for name, words in names.items()}


def _edition_words(words: str) -> str:
    """Say 《格式》的“行、列” of 格式：行、列."""
    form, _, labels = words.partition("：")
    return f"《{form}》的“{labels}”"
