"""Every clause, how it is known and its rules, as Markdown: ``docs/法规依据.md``."""

from collections.abc import Iterator, Mapping
from typing import Final

from govcheck.reports.coverage_text import Cited, cited_by, in_force_words
from govcheck.reports.scope_words import force_words
from govcheck.reports.wording import STATUSES
from govcheck.rulebook.instrument import Clause, Instrument, Judged
from govcheck.rulebook.rule import Role, Rulebook

_HEAD: Final = """\
# 法规依据

本页由 `govcheck rules law` 依 `rules/instruments/` 生成，不要手改。
每个文件逐条列出：条文（未见原文的，为本项目对其内容的概括）、如何得知、由哪些规则检查、哪些须由人判断。

条文后的方括号：{statuses}。
"""


def law_reference(rulebook: Rulebook, instruments: Mapping[str, Instrument]) -> str:
    """Return the reference: instruments in the order of coverage, clauses as listed."""
    order = sorted(instruments.values(), key=lambda one: (one.rank, one.id))
    cited = {role: cited_by(rulebook, instruments, role) for role in Role}
    statuses = "；".join(f"〔{word}〕{meaning}" for word, meaning in STATUSES.values())
    lines = [_HEAD.format(statuses=statuses)]
    lines += [line for one in order for line in _instrument(one, cited)]
    return "\n".join(lines).rstrip() + "\n"


def _instrument(instrument: Instrument, cited: Mapping[Role, Cited]) -> Iterator[str]:
    number = f"（{instrument.number}）" if instrument.number else ""
    yield f"## {instrument.title}{number}\n"
    yield f"* 标识：`{instrument.id}`"
    yield f"* 施行：{in_force_words(instrument)}"
    if instrument.superseded_by:
        yield f"* 已由 {instrument.superseded_by} 取代"
    yield f"* 文本：{instrument.source}"
    for unseen in instrument.unseen:
        yield f"* 未见：{unseen.what}{unseen.way_out}"
    yield ""
    for clause in instrument.clauses.values():
        yield from _clause(clause, instrument.id, cited)
    yield ""


def _clause(clause: Clause, instrument: str, cited: Mapping[Role, Cited]) -> Iterator[str]:
    text = _escaped(clause.text)
    yield f"* **{clause.name}**〔{STATUSES[clause.status][0]}〕{text}"
    if limits := force_words(clause.force):
        yield f"  * 效力：{limits}"
    for role, lead in ((Role.DUTY, "规则"), (Role.CONSEQUENCE, "作为处理依据的规则")):
        if rules := cited[role].get((instrument, clause.name)):
            yield f"  * {lead}：{'、'.join(f'`{rule}`' for rule in rules)}"
    match clause.judged:
        case Judged.PART | Judged.PERSON:
            yield f"  * 人工：{_escaped(clause.why)}"
        case Judged.NONE if clause.why:
            yield f"  * 说明：{_escaped(clause.why)}"


def _escaped(text: str) -> str:
    """Keep a text in its line, and what Markdown would take for marks as it is."""
    plain = " ".join(text.split())
    return plain.translate({ord(mark): f"\\{mark}" for mark in "\\`*_<>[]"})
