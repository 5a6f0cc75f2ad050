"""What changes for whom between two rule books: rule by rule, and what places ask."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, Final

from govcheck.document.demand import Demand
from govcheck.document.report import AgencyKind
from govcheck.kinds.remark import SEVERITIES
from govcheck.reports.scope_words import scope_words
from govcheck.reports.width import fill
from govcheck.reports.wording import AGENCIES, number
from govcheck.rulebook.plain_data import plain
from govcheck.rulebook.rule import CheckUse, Points, Rule, Rulebook

_COLUMNS: Final = 80
_SHOWN: Final = 60
_EVERYONE: Final = "全部报告"
_Key = tuple[str, str]
"""A rule's id, and whom it speaks of where it is a version for a place."""


def rule_changes(old: Rulebook, new: Rulebook) -> str:
    """Say what is added, taken away and changed, each with whom it concerns."""
    before, after = _by_key(old), _by_key(new)
    lines: list[str] = []
    for key, rule in after.items():
        general = old.rule(rule.id) if key[1] else None
        lines += _of_rule(before.get(key, general), rule, local=bool(key[1]))
    for key, rule in before.items():
        if key not in after:
            lines += _titled("撤销本地规定" if key[1] else "删去", rule, whom=key[1])
    lines += _of_demands(old.demands, new.demands)
    if old.policy != new.policy:
        lines.append("修改 scoring.yaml（评分标准）：涉及全部报告的分数和等次")
    return "\n".join([*lines, ""]) if lines else "没有不同。\n"


def _by_key(book: Rulebook) -> Mapping[_Key, Rule]:
    named = {(rule.id, ""): rule for rule in book.every_rule}
    return named | {(rule.id, scope_words(rule.scope)): rule for rule in book.local}


def _of_rule(old: Rule | None, new: Rule, *, local: bool) -> Iterator[str]:
    whom = scope_words(new.scope) if local else ""
    if old is None:
        yield from _titled("新增", new, whom=whom)
        return
    changes = list(_changes(old, new, local=local))
    if changes:
        yield from _titled("修改", new, whom=whom)
        yield from (fill(line, _COLUMNS, first="  ", rest="    ") for line in changes)


def _titled(what: str, rule: Rule, *, whom: str) -> Iterator[str]:
    yield f"{what} {rule.id}"
    yield fill(f"{rule.title}（{SEVERITIES[rule.severity]}）", _COLUMNS, first="  ")
    words = whom or _spoken_of(rule)
    yield fill(words, _COLUMNS, first="  涉及：", rest="        ")


def _changes(old: Rule, new: Rule, *, local: bool) -> Iterator[str]:
    said = [
        ("标题", old.title, new.title),
        ("不符合时", old.failure_title, new.failure_title),
        ("维度", old.dimension, new.dimension),
        ("等级", SEVERITIES[old.severity], SEVERITIES[new.severity]),
        ("扣分", _points(old.points), _points(new.points)),
        ("改正", old.remedy, new.remedy),
        ("依据", _basis(old), _basis(new)),
    ]
    if not local:
        said.append(("适用", _spoken_of(old), _spoken_of(new)))
    yield from (
        f"{name}：{before} → {after}" for name, before, after in said if before != after
    )
    if new.waiver and new.waiver != old.waiver:
        yield f"豁免：{new.waiver.by}，{new.waiver.date}，{new.waiver.reason}"
    elif old.waiver and not new.waiver:
        yield "不再豁免"
    for index, (one, other) in enumerate(zip_longest(old.checks, new.checks), 1):
        yield from _of_check(one, other, f"检查{index}")


def _spoken_of(rule: Rule) -> str:
    return scope_words(rule.scope) or _EVERYONE


def _points(points: Points) -> str:
    return f"每处 {number(points.each)} 分，至多 {number(points.cap)} 分"


def _basis(rule: Rule) -> str:
    return "、".join(dict.fromkeys(basis.citation for basis in rule.basis))


def _of_check(old: CheckUse | None, new: CheckUse | None, name: str) -> Iterator[str]:
    if old is None or new is None:
        yield f"{name}：{'删去' if new is None else '新增'} {_kind(new or old)}"
        return
    before, after = _flat(old), _flat(new)
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        if one != other:
            yield f"{name} {key}：{_short(one)} → {_short(other)}"


def _kind(use: CheckUse | None) -> str:
    return use.check.KIND if use else ""


def _flat(use: CheckUse) -> dict[str, Any]:
    """Return the parameters of a check beside what every check has."""
    shared = {key: value for key, value in plain(use).items() if key != "check"}
    own: dict[str, Any] = plain(use.check)
    return own | shared


def _short(value: object) -> str:
    text = "（无）" if value is None else str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _of_demands(old: tuple[Demand, ...], new: tuple[Demand, ...]) -> Iterator[str]:
    for what, demands, others in (("新增", new, old), ("删去", old, new)):
        for demand in demands:
            if demand not in others:
                yield f"{what}要求 {'/'.join(demand.place)}：{demand.title}"
                whom, asked = _concerned(demand), _asked(demand)
                yield fill(whom, _COLUMNS, first="  涉及：", rest="        ")
                yield fill(asked, _COLUMNS, first="  内容：", rest="        ")


def _concerned(demand: Demand) -> str:
    kinds = "、".join(AGENCIES[kind] for kind in AgencyKind if kind in demand.agencies)
    end = "起" if demand.last_year is None else f"至 {demand.last_year} 年度"
    return f"{kinds or '各类机关'}；{demand.first_year} 年度{end}"


def _asked(demand: Demand) -> str:
    """Say what is asked; the words of a period stand in the file."""
    said: list[str] = []
    if day := demand.published_by:
        said.append(f"次年{day.month}月{day.day}日前公布")
    if demand.most_characters:
        said.append(f"第一部分不超过 {demand.most_characters} 字")
    if demand.counts:
        said.append(f"第一部分写明{'、'.join(one.name for one in demand.counts)}")
    if demand.period:
        said.append(demand.period)
    said += (one.words for one in demand.faults)
    return "；".join(said)
