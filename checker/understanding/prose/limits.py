"""What limits a figure: the words of its clause that are not accounted for.

A figure speaks of the whole body's whole year only where every word of its clause is known:
what it counts, the body, the year, words that limit nothing.  What is left, understood or not,
limits it; so do limiting words of the clauses before it in the sentence and of its title.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from govcheck.document.vocabulary import Vocabulary

_KNOWN: Final = {
    "applications": "figures.of_applications",
    "review": "figures.of_cases",
    "litigation": "figures.of_cases",
    "documents": "figures.of_documents",
    "rules": "figures.of_documents",
}
_MARKS: Final = re.compile("[\\s，。；：、（）()“”\"'·—－-]")
_BREAKS: Final = re.compile(r"[，；：。（）]|(?<=[件份宗起条项例个])、")
_DEALT: Final = (".answered", ".granted", ".partial", ".denied", ".unavailable", ".other")
"""What is counted of all that was open: 当年办结 leaves out last year's, 当年收到 nothing."""
_ALL: Final = re.compile("共|合计|总计|全年")
_SHORT: Final = 8
"""A clause of so few unknown characters tells where, when or how: 乡镇方面."""
_BRACKETS: Final = re.compile(r"[（(][^（()）]{0,60}[)）]")


class Limits:
    """Tells what limits figures, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the words from ``figures`` in the vocabulary."""
        self._vocabulary = vocabulary

    @cached_property
    def _limiting(self) -> re.Pattern[str]:
        return self._vocabulary.pattern("figures.limiting")

    @cached_property
    def _acts(self) -> re.Pattern[str]:
        return self._vocabulary.pattern("figures.acts")

    def of_figure(self, before: str, after: str, concept: str, topic: str) -> str:
        """Return the words of a figure's own clause that limit it.

        ``before`` reaches back to the figure before it, or to the begin of the sentence;
        ``after`` on to the end of the clause or the next figure.
        """
        clause = clauses(before)[-1]
        rest = self._left(clause, topic) + self._left(after, topic)
        if not rest and concept.endswith(_DEALT):
            found = self._vocabulary.pattern("figures.this_years").search(clause)
            rest = found.group() if found else ""
        return rest

    def of_clauses(self, told: Sequence[str], topic: str) -> str:
        """Return what clauses without a figure, a title or a lead-in limit the next ones to."""
        for clause in reversed(told):
            rest = self._left(clause, topic)
            if not rest:
                continue
            limit = self._limiting.search(rest)
            if limit and not self._acts.search(rest, 0, limit.start()):
                return limit.group()
            if len(rest) <= _SHORT and not self._begins_with_act(clause, rest):
                return rest
        return ""

    def _begins_with_act(self, clause: str, rest: str) -> bool:
        """Whether a clause tells what is done, not of what, where or when."""
        return self._acts.match(clause) is not None or self._acts.match(rest) is not None

    def of_list(self, head: str, topic: str) -> str:
        """Return what the words before the first item of a list limit all its items to."""
        if topic in {"review", "litigation"}:
            role = self._vocabulary.pattern("figures.roles").search(head)
            if role:
                return role.group()
        found = self._limiting.search(head)
        return found.group() if found else ""

    def sums_up(self, before: str, account: str) -> bool:
        """Whether words turn from ways and months, to which an account is limited, to all."""
        ways = self._vocabulary.pattern("figures.ways").search(account)
        return ways is not None and bool(_ALL.search(clauses(before)[-1]))

    def _left(self, clause: str, topic: str) -> str:
        """Return the words of a clause that are not accounted for."""
        name = _KNOWN.get(topic)
        if name is None:
            return ""
        return _MARKS.sub("", self._vocabulary.pattern(name).sub("", clause.strip()))


def clauses(text: str) -> list[str]:
    """Return the clauses of a text without what stands in brackets, the last of them last."""
    return _BREAKS.split(_without_brackets(text))


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text) if "（" in text or "(" in text else text
