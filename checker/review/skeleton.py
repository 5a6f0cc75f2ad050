"""The entries that govcheck writes for people to fill in."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Final

from govcheck.review.entry import BLANKS, FACTS
from govcheck.review.matter import Matter
from govcheck.review.quoting import quoted

TITLE: Final = "# 审查台账"
"""What every ledger of govcheck begins with."""
HEAD: Final = f"""\
{TITLE}。每项是一个问题或待核事项，由人填写决定、核验人、日期、理由，需要时填写有效期至。
# 决定写下列之一：
#   符合    待核事项经核对符合要求；对已认定的问题是改判：问题不成立，不扣分。
#   不符合  问题属实，照常扣分（可以不写理由）。
#   不适用  对这份报告不适用，不扣分。
#   豁免    问题属实，但不扣分。
# 日期、有效期至写作 2025-03-01；过了有效期的决定不再有效。没有填写决定的项不起作用。
# 每项只用于所写的报告（机关和年度）；各项开头的编号用来对应问题，请勿改动。
"""
MOST_OF_A_RULE: Final = 2_000
"""Matters of one rule that are entered; nobody decides on more one by one."""


def missing(every: Iterable[Matter], held: Container[str]) -> tuple[Matter, ...]:
    """Return the matters that a ledger lacks."""
    return tuple(
        matter
        for matter in _entered(every)
        if matter.key not in held and matter.former not in held
    )


def skeleton(absent: Iterable[Matter]) -> str:
    """Write an entry for each, to be filled in; to be added behind a blank line."""
    return "\n".join(map(blank_entry, absent))


def blank_entry(matter: Matter) -> str:
    """Write the entry of a matter on which nobody has decided."""
    facts = (matter.report, matter.place, matter.message, matter.severity)
    lines = [
        f"{quoted(matter.key)}:",
        *(f"  {key}: {quoted(fact)}" for key, fact in zip(FACTS, facts, strict=True)),
        *(f"  {key}:" for key in BLANKS),
    ]
    return "".join(f"{line}\n" for line in lines)


def _entered(every: Iterable[Matter]) -> Iterator[Matter]:
    """Yield the first matters of every rule; what two files of one report hold, once."""
    seen: Counter[str] = Counter()
    for matter in {one.key: one for one in every}.values():
        seen[matter.rule] += 1
        if seen[matter.rule] <= MOST_OF_A_RULE:
            yield matter
