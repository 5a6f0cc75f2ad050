"""Clause by clause: which rules encode it, what a person must judge, what was not seen."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from govcheck.reports.width import fill
from govcheck.reports.wording import STATUSES
from govcheck.rulebook.lawbook import Clause, Instrument, Judged
from govcheck.rulebook.rule import Rulebook

_COLUMNS: Final = 80
_SHOWN: Final = 60
"""How many characters of a clause are shown."""

Cited = Mapping[tuple[str, str], tuple[str, ...]]
"""Instrument and clause to the rules that encode it."""


def coverage_text(rulebook: Rulebook, instruments: Mapping[str, Instrument]) -> str:
    """Render the coverage of every instrument, and a count for each."""
    order = sorted(instruments.values(), key=lambda one: (one.rank, one.id))
    cited = _cited(rulebook, instruments)
    return "\n".join(line for one in order for line in _instrument_lines(one, cited))


def _cited(rulebook: Rulebook, instruments: Mapping[str, Instrument]) -> Cited:
    cited: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rule in rulebook.rules:
        for basis in rule.basis:
            for leaf in instruments[basis.instrument].leaves(basis.clause):
                if rule.id not in cited[basis.instrument, leaf.name]:
                    cited[basis.instrument, leaf.name].append(rule.id)
    return {key: tuple(rules) for key, rules in cited.items()}


def _instrument_lines(instrument: Instrument, cited: Cited) -> Iterator[str]:
    shown = [
        clause
        for clause in instrument.clauses.values()
        if clause.name.startswith(instrument.coverage) or (instrument.id, clause.name) in cited
    ]
    number = f"（{instrument.number}）" if instrument.number else ""
    yield fill(f"{instrument.title}{number}", _COLUMNS)
    yield fill(instrument.source, _COLUMNS, first="  文本：", rest="        ")
    for clause in shown:
        yield from _clause_lines(clause, cited.get((instrument.id, clause.name), ()))
    for unseen in instrument.unseen:
        yield fill(unseen.what, _COLUMNS, first="  未见：", rest="        ")
        yield fill(unseen.way_out, _COLUMNS, first="        ", rest="        ")
    ruled = sum((instrument.id, clause.name) in cited for clause in shown)
    asking = sum(clause.judged != Judged.NONE for clause in shown)
    yield f"  合计：列 {len(shown)} 条，对年报有要求的 {asking} 条，有规则的 {ruled} 条。"
    yield ""


def _clause_lines(clause: Clause, rules: tuple[str, ...]) -> Iterator[str]:
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
    match clause.judged:
        case Judged.PART | Judged.PERSON:
            yield fill(clause.why, _COLUMNS, first="    人工：", rest="          ")
        case Judged.NONE if clause.why:
            yield fill(clause.why, _COLUMNS, first="    说明：", rest="          ")
