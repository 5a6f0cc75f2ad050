"""The law's own last days, by the shipped rules: nothing of another set puts them off."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from govcheck.kinds.identity.deadline import Deadline
from govcheck.rulebook.draft import Draft
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.unsound_file import UnsoundFile

LawDays = Mapping[str, tuple[int, int]]
"""Month and day, by the kind of body."""
_WAY: Final = "地方的规定不能放宽法定期限，请改早或删去"


def law_days(files: Iterable[tuple[RuleFile, LocatedYaml]]) -> LawDays:
    """Return the last day of every kind of body for which the shipped rules name one."""
    days: dict[str, tuple[int, int]] = {}
    for file, source in files:
        for _, limit in _limits(source.data.get("checks", ())) if file.shipped else ():
            day = limit["month"], limit["day"]
            days |= {kind: min(day, days.get(kind, day)) for kind in limit["agencies"]}
    return days


def put_off_by_rules(drafts: Iterable[Draft], days: LawDays) -> Iterator[UnsoundFile]:
    """Yield where a rule of another set, or its version of a shipped one, has a later day."""
    for draft in drafts:
        if draft.origin["checks"][1].shipped:
            continue
        for at, limit in _limits(draft.data["checks"]):
            if reason := put_off(limit, limit["agencies"], days):
                yield draft.unsound(("checks", *at), reason)


def put_off(day: Mapping[str, int], agencies: Collection[str], days: LawDays) -> str:
    """Say for which of these bodies a day is later than the law's; nothing where it is not."""
    late = [
        f"{kind} 为{days[kind][0]}月{days[kind][1]}日"
        for kind in agencies
        if kind in days and (day["month"], day["day"]) > days[kind]
    ]
    return f"晚于法定期限（{'，'.join(late)}）；{_WAY}" if late else ""


def _limits(
    checks: Iterable[Mapping[str, Any]],
) -> Iterator[tuple[tuple[int, str, int], Mapping[str, Any]]]:
    """Yield the last days that checks name, each with the way to it."""
    for index, check in enumerate(checks):
        if check["kind"] == Deadline.KIND:
            for number, limit in enumerate(check["limits"]):
                yield (index, "limits", number), limit
