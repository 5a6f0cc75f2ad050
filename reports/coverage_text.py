"""Clause by clause: which rules encode it, what a person must judge, what was not seen."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from govcheck.reports.width import fill
from govcheck.reports.wording import STATUSES
from govcheck.rulebook.force import UNKNOWN
from govcheck.rulebook.instrument import Clause, Instrument, Judged
from govcheck.rulebook.rule import Role, Rulebook

_COLUMNS: Final = 80
_SHOWN: Final = 60
"""How many characters of a clause are shown."""

_UNRULED: Final[Mapping[Judged, str]] = {
    Judged.MACHINE: "尚无规则的",
    Judged.PART: "尚无规则的",
    Judged.PERSON: "只能由人核对的",
    Judged.NONE: "对年报没有要求的",
}
_KINDS: Final = ("有规则的", *dict.fromkeys(_UNRULED.values()))

Cited = Mapping[tuple[str, str], tuple[str, ...]]
"""Instrument and clause to the rules that encode it."""


def coverage_text(rulebook: Rulebook, instruments: Mapping[str, Instrument]) -> str:
    """Render the coverage of every instrument, and a count for each."""
    order = sorted(instruments.values(), key=lambda one: (one.rank, one.id))
    cited = {role: cited_by(rulebook, instruments, role) for role in Role}
    return "\n".join(line for one in order for line in _instrument_lines(one, cited))


def cited_by(rulebook: Rulebook, instruments: Mapping[str, Instrument], role: Role) -> Cited:
    """Return which rules rest on each listed clause, in one of its roles."""
    cited: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rule in rulebook.every_rule:
        for basis in (one for one in rule.basis if one.role is role):
            for leaf in instruments[basis.instrument].leaves(basis.clause):
                if rule.id not in cited[basis.instrument, leaf.name]:
                    cited[basis.instrument, leaf.name].append(rule.id)
    return {key: tuple(rules) for key, rules in cited.items()}


def _instrument_lines(instrument: Instrument, cited: Mapping[Role, Cited]) -> Iterator[str]:
    shown = [
        clause
        for clause in instrument.clauses.values()
        if clause.name.startswith(instrument.coverage)
        or any((instrument.id, clause.name) in one for one in cited.values())
    ]
    number = f"（{instrument.number}）" if instrument.number else ""
    yield fill(f"{instrument.title}{number}", _COLUMNS)
    yield fill(in_force_words(instrument), _COLUMNS, first="  施行：", rest="        ")
    yield fill(instrument.source, _COLUMNS, first="  文本：", rest="        ")
    for clause in shown:
        yield from _clause_lines(
            clause,
            cited[Role.DUTY].get((instrument.id, clause.name), ()),
            cited[Role.CONSEQUENCE].get((instrument.id, clause.name), ()),
        )
    for unseen in instrument.unseen:
        yield fill(unseen.what, _COLUMNS, first="  未见：", rest="        ")
        yield fill(unseen.way_out, _COLUMNS, first="        ", rest="        ")
    ruled = {name for one, name in cited[Role.DUTY] if one == instrument.id}
    yield fill(_total(shown, ruled), _COLUMNS, first="  合计：", rest="        ")
    yield ""


def in_force_words(instrument: Instrument) -> str:
    """Say from when to when it is in force, as far as that is known."""
    first, last = instrument.in_force
    start = "施行日期不明" if first == UNKNOWN else f"{first} 起"
    return f"{start}，至 {last}" if last else start


def _total(shown: Sequence[Clause], ruled: Collection[str]) -> str:
    """Count the clauses by who judges them: every one once."""
    kinds = Counter(
        "有规则的" if clause.name in ruled else _UNRULED[clause.judged] for clause in shown
    )
    counts = "，".join(f"{kind} {kinds[kind]} 条" for kind in _KINDS if kinds[kind])
    return f"列 {len(shown)} 条：{counts}。"


def _clause_lines(
    clause: Clause, rules: tuple[str, ...], consequences: tuple[str, ...]
) -> Iterator[str]:
    text = clause.text if len(clause.text) <= _SHOWN else f"{clause.text[:_SHOWN]}……"
    yield fill(
        f"{clause.name}〔{STATUSES[clause.status][0]}〕{text}",
        _COLUMNS,
        first="  ",
        rest="    ",
    )
    if rules:
        yield fill("、".join(rules), _COLUMNS, first="    规则：", rest="          ")
    elif clause.judged in {Judged.MACHINE, Judged.PART}:
        yield "    规则：尚无"
    if consequences:
        yield f"    处理依据：{len(consequences)} 条规则引用"
    match clause.judged:
        case Judged.PART | Judged.PERSON:
            yield fill(clause.why, _COLUMNS, first="    人工：", rest="          ")
        case Judged.NONE if clause.why:
            yield fill(clause.why, _COLUMNS, first="    说明：", rest="          ")
