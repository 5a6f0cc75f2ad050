"""What is wrong with the cells of a manifest or a roster, in words that say what was meant."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from govcheck.batch.table_file import NAMELESS
from govcheck.checking import require_region
from govcheck.document.knowledge import Knowledge
from govcheck.document.report import AgencyKind
from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.reports.wording import AGENCIES
from govcheck.rulebook.suggestion import nearest
from govcheck.understanding.hints import YEARS
from govcheck.understanding.written_day import day_of

_SHORT: Final[Mapping[AgencyKind, tuple[str, ...]]] = {
    AgencyKind.GOVERNMENT: ("政府", "县级以上政府", "本级政府"),
    AgencyKind.DEPARTMENT: ("部门", "政府部门", "政府工作部门", "工作部门"),
    AgencyKind.TOWNSHIP: ("乡镇", "乡", "镇", "乡镇政府"),
    AgencyKind.SUB_DISTRICT: ("街道", "街道办"),
}
"""What people write for a kind; 乡镇（街道） names two, and is none of them."""
KINDS: Final[Mapping[str, str]] = {
    **{kind.value: kind.value for kind in AgencyKind},
    **{word: kind.value for kind, word in AGENCIES.items()},
    **{word: kind.value for kind, words in _SHORT.items() for word in words},
}
"""Kinds of bodies as a user may write them, each with its id."""
_YES: Final = ("1", "是", "yes")
NO: Final = ("", "0", "否", "no")
_HAD: Final = ("已收集", "未收集")
"""What a collection says of a report."""
_YEAR: Final = late_pattern(r"[0-9]{4}")
_LIKE: Final = 0.6
"""Of a short word more must agree than half for the other to be meant."""
_LONGEST: Final = 30
"""Characters of a cell that are repeated to the user."""


def cell_faults(values: Mapping[str, str], knowledge: Knowledge) -> Iterator[str]:
    """Yield what is wrong with a line's cells, given by the ids of their columns."""
    faults: Mapping[str, Callable[[str], str]] = {
        **_FAULTS,
        "region": partial(_region, knowledge),
    }
    for column, written in values.items():
        if written and column in faults and (said := faults[column](written)):
            yield said


def _kind(written: str) -> str:
    if written in KINDS:
        return ""
    whole = [word for word in AGENCIES.values() if written in word]
    nearly = None if whole else nearest(written, KINDS, cutoff=_LIKE)
    meant = whole[0] if len(whole) == 1 else nearly
    way = f"是否应为“{meant}”？" if meant else f"可取：{'；'.join(AGENCIES.values())}"
    return f"没有机关类别“{written[:_LONGEST]}”；{way}"


def _region(knowledge: Knowledge, written: str) -> str:
    try:
        require_region(written, knowledge)
    except Unusable as error:
        return f"{error}"
    return ""


def _nameless(written: str) -> str:
    return f"“{written[:_LONGEST]}”不在任何一列之下；请补上列名，或者删去"


def _flag(heading: str, written: str) -> str:
    known = written.casefold() in (*_YES, *NO)
    return "" if known else f"“{heading}”不认识“{written[:_LONGEST]}”；应写 是 或 否"


def _year(written: str) -> str:
    if written.isdecimal() and int(written) in YEARS:
        return ""
    meant = _YEAR.search(written)
    fits = meant is not None and int(meant[0]) in YEARS
    return f"没有年度“{written[:_LONGEST]}”；" + (
        f"是否应为“{meant[0]}”？" if meant and fits else "应写 2024 这样的年份"
    )


def _day(written: str) -> str:
    known = day_of(written.replace("T", " ").split(" ")[0])
    return "" if known else f"没有日期“{written[:_LONGEST]}”；应写 2025-01-20 这样的日期"


def _address(written: str) -> str:
    known = written.casefold().startswith(("http://", "https://"))
    return "" if known else f"不是网址“{written[:_LONGEST]}”；应以 http:// 或 https:// 开头"


def _state(written: str) -> str:
    return "" if written in _HAD else f"没有状态“{written[:_LONGEST]}”；可取：{'、'.join(_HAD)}"


_FAULTS: Final[Mapping[str, Callable[[str], str]]] = {
    NAMELESS: _nameless,
    "kind": _kind,
    "unpublished": partial(_flag, "未公布"),
    "complete": partial(_flag, "汇入机关已列全"),
    "year": _year,
    "published": _day,
    "address": _address,
    "fetched": _day,
    "state": _state,
}
