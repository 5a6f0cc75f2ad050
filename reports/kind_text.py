"""The kinds of check on a terminal: what each asks, what it takes, which rules use it."""

from collections.abc import Iterator
from typing import Final

from govcheck.kinds.check import Check
from govcheck.kinds.registry import KINDS
from govcheck.reports.parameter_words import parameter_words
from govcheck.reports.width import fill
from govcheck.rulebook.rule import Rulebook

_COLUMNS: Final = 80


def kind_list(rulebook: Rulebook) -> str:
    """Describe all kinds by name; plain text, 80 columns."""
    pages = ("\n".join(_lines(KINDS[name], rulebook)) for name in sorted(KINDS))
    return "\n\n".join(pages) + "\n"


def _lines(kind: type[Check], rulebook: Rulebook) -> Iterator[str]:
    yield kind.KIND
    yield fill(kind.TITLE, _COLUMNS, first="  ", rest="  ")
    for name, words in parameter_words(kind).items():
        yield fill(f"{name}：{words}", _COLUMNS, first="    ", rest="      ")
    used = [
        rule.id
        for rule in rulebook.every_rule
        if any(isinstance(use.check, kind) for use in rule.checks)
    ]
    words = " ".join(used) if used else "没有规则使用"
    yield fill(words, _COLUMNS, first="  规则 ", rest="       ")
