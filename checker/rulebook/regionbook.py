"""Load what places ask of annual reports from ``regions/*.yaml``.

A set from elsewhere brings files of its own; one of the same name adds to a shipped one, for
what another set asks does not undo what a notice says.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from json import loads
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, convert

from govcheck.document.demand import Count, Demand, Fault, LastDay, Level
from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.law_days import LawDays, put_off
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule import Status
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.scopes import unknown_regions
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile, first_errors
from govcheck.rulebook.valid_yaml import read_valid

_JUDGED: Final = frozenset(("published_by", "overview", "period"))
"""What is asked of a report and judged, and not only restated."""
_COMMON_YEAR: Final = 2001
"""29 February is no day of every year."""


class Known(Struct, frozen=True, kw_only=True):
    """What a notice is held against."""

    vocabulary: Vocabulary
    rules: Collection[str]
    """Ids of all rules."""
    law_days: LawDays


def load_regions(
    root: Path, files: Iterable[RuleFile], known: Known
) -> tuple[tuple[Demand, ...], list[UnsoundFile]]:
    """Return the demands of all files in their order, and what is wrong with the files."""
    listed = list(files)
    if not listed:
        return (), []
    schema = loads((root / "region.schema.json").read_text("utf-8"))
    valid, unsound = read_valid(listed, schema)
    demands: list[Demand] = []
    for file, source in valid:
        faults = [
            *_faults(file, source, known.law_days),
            *_unknown_places(source, known.vocabulary),
            *_unknown_rules(source, known.rules),
        ]
        unsound += first_errors(partial(source.unsound, *one) for one in faults)
        if not faults:
            demands += _demands(source.data)
    return tuple(demands), unsound


def _faults(file: RuleFile, source: LocatedYaml, days: LawDays) -> Iterator[tuple[Keys, str]]:
    """Yield what the schema cannot refuse."""
    if source.data["id"] != file.name:
        yield ("id",), f"id 应与文件名相同：{file.name}"
    for index, notice in enumerate(source.data["notices"]):
        at: Keys = ("notices", index)
        years = notice["years"]
        if years.get("to", years["from"]) < years["from"]:
            yield (*at, "years"), "to 早于 from，没有适用的年度"
        for number, ask in enumerate(notice["asks"]):
            yield from _ask_faults(ask, (*at, "asks", number), days)
        judged = any(_JUDGED & ask.keys() for ask in notice["asks"])
        if judged and notice["status"] == Status.MEMORY:
            yield (*at, "status"), "原件未见（memory）的，只能列 faults"


def _unknown_places(source: LocatedYaml, vocabulary: Vocabulary) -> Iterator[tuple[Keys, str]]:
    """Yield places that there are not: what is asked there would never be asked."""
    for index, notice in enumerate(source.data["notices"]):
        for _, reason in unknown_regions({"regions": [notice["place"]]}, vocabulary):
            yield ("notices", index, "place"), reason


def _unknown_rules(source: LocatedYaml, rules: Collection[str]) -> Iterator[tuple[Keys, str]]:
    """Yield rules that there are not: what they look for would never be found."""
    for index, notice in enumerate(source.data["notices"]):
        for number, ask in enumerate(notice["asks"]):
            at: Keys = ("notices", index, "asks", number, "faults")
            for line, fault in enumerate(ask.get("faults", ())):
                for which, rule in enumerate(fault.get("rules", ())):
                    if rule not in rules:
                        yield (*at, line, "rules", which), f"规则：{unknown(rule, rules)}"


def _ask_faults(ask: Mapping[str, Any], at: Keys, days: LawDays) -> Iterator[tuple[Keys, str]]:
    kinds = [kind.value for kind in AgencyKind]
    for index, kind in enumerate(ask.get("agencies", ())):
        if kind not in kinds:
            yield (*at, "agencies", index), f"机关种类：{unknown(kind, kinds)}"
    day = ask.get("published_by")
    if day and not _is_day(day["month"], day["day"]):
        reason = f"没有 {day['month']} 月 {day['day']} 日，或不是每年都有"
        yield (*at, "published_by"), reason
    elif day and (reason := put_off(day, ask.get("agencies", days), days)):
        yield (*at, "published_by"), reason


def _is_day(month: int, day: int) -> bool:
    try:
        date(_COMMON_YEAR, month, day)
    except (ValueError, OverflowError):
        return False
    return True


def _demands(data: Mapping[str, Any]) -> Iterator[Demand]:
    for notice in data["notices"]:
        for ask in notice["asks"]:
            yield _demand(notice, ask)


def _demand(notice: Mapping[str, Any], ask: Mapping[str, Any]) -> Demand:
    overview = ask.get("overview", {})
    return Demand(
        place=tuple(notice["place"].split("/")),
        title=notice["title"],
        source=notice["source"],
        status=notice["status"],
        first_year=notice["years"]["from"],
        last_year=notice["years"].get("to"),
        level=Level(ask["level"]) if "level" in ask else None,
        agencies=frozenset(ask.get("agencies", ())),
        published_by=LastDay(**ask["published_by"]) if "published_by" in ask else None,
        most_characters=overview.get("characters"),
        counts=tuple(
            Count(name=one["name"], words=tuple(one["words"]))
            for one in overview.get("counts", ())
        ),
        period=ask.get("period", ""),
        faults=tuple(
            convert({**one, "points": str(one["points"])}, Fault)
            for one in ask.get("faults", ())
        ),
    )
