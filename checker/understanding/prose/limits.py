"""What limits a figure: the words of its clause that are not accounted for.

A figure speaks of the whole body's whole year only where every word of its clause is known:
what it counts, the body, the year, words that limit nothing.  What is left, understood or not,
limits it; so do limiting words of the clauses before it in the sentence and of its title.
"""

import re
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
_COMING_IN: Final = (".new", ".received", ".total", ".issued", ".repealed", ".in_force")
"""Concepts of one year by nature: 当年收到 limits nothing, 当年办结 leaves out last year's."""
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
        """Return what limits a figure between the words that it shares with no other.

        ``before`` reaches back to the figure before it, or to the begin of the sentence;
        ``after`` on to the end of the clause or the next figure.
        """
        clauses = _BREAKS.split(_without_brackets(before))
        rest = self._left(clauses[-1], topic) + self._left(after, topic)
        if not rest and not concept.endswith(_COMING_IN):
            found = self._vocabulary.pattern("figures.this_years").search(clauses[-1])
            rest = found.group() if found else ""
        return rest or self._from_afar(clauses[:-1], topic)

    def of_list(self, head: str, topic: str) -> str:
        """Return what the words before the first item of a list limit all its items to."""
        if topic in {"review", "litigation"}:
            role = self._vocabulary.pattern("figures.roles").search(head)
            if role:
                return role.group()
        found = self._limiting.search(head)
        return found.group() if found else ""

    def of_title(self, title: str, topic: str) -> str:
        """Return what a title or a lead-in limits the figures under it to."""
        return self._from_afar(_BREAKS.split(_without_brackets(title)), topic)

    def _left(self, clause: str, topic: str) -> str:
        """Return the words of a clause that are not accounted for."""
        name = _KNOWN.get(topic)
        if name is None:
            return ""
        return _MARKS.sub("", self._vocabulary.pattern(name).sub("", clause.strip()))

    def _from_afar(self, clauses: list[str], topic: str) -> str:
        for clause in reversed(clauses):
            rest = self._left(clause, topic)
            if not rest:
                continue
            limit = self._limiting.search(rest)
            if limit:
                return limit.group()
            if len(rest) <= _SHORT and not self._acts.search(clause):
                return rest
        return ""


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text) if "（" in text or "(" in text else text
