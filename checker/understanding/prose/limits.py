"""What limits a figure: the words of its clause that are not accounted for.

A figure speaks of the whole body's whole year only where every word of its clause is known:
what it counts, the body, the year, words that limit nothing.  What is left, understood or not,
limits it; so do limiting words of the clauses before it in the sentence and of its title.
"""

import re
from collections.abc import Sequence
from functools import cached_property, partial
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.prose.clauses import Clauses
from govcheck.understanding.prose.some_told import (
    body_led,
    event_in,
    field_in,
    kind_headed,
    subject_of,
)

_KNOWN: Final = {
    "applications": "figures.of_applications",
    "review": "figures.of_cases",
    "litigation": "figures.of_cases",
    "documents": "figures.of_documents",
    "rules": "figures.of_documents",
    "decisions": "figures.of_decisions",
    "fee": "figures.of_fees",
}
_MARKS: Final = late_pattern("[\\s.．，。；：、（）()“”\"'·—－-]")
_DEALT: Final = (".answered", ".granted", ".partial", ".denied", ".unavailable", ".other")
"""What is counted of all that was open: 当年办结 leaves out last year's, 当年收到 nothing."""
_CASES: Final = ("review", "litigation")
_BARE: Final = 5
_SHORT: Final = 8
"""A clause of so few unknown characters tells where, when or how: 乡镇方面."""
_TITLE: Final = 12
"""A title of so few unknown characters is a body's name."""


class Limits(Clauses):
    """Tells what limits figures, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, *, governs: bool = False) -> None:
        """Take the words from ``figures`` in the vocabulary.

        Where the body ``governs``, 我办 is but its office.
        """
        super().__init__(vocabulary)
        self._governs = governs

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
        whose = self._vocabulary.pattern("figures.whose_before").match(before)
        clause = self.clauses(before)[-1]
        rest = whose["whose"] if whose else self._left(clause, topic)
        rest += self._left(after, topic)
        if not rest and concept.endswith(_DEALT):
            found = self._vocabulary.pattern("figures.this_years").search(clause)
            rest = found.group() if found else ""
        return rest

    def of_last_year(self, clause: str) -> str:
        """Return the words that limit a clause to what was there before this year."""
        found = self._vocabulary.pattern("figures.last_year").search(clause)
        return found.group() if found else ""

    def of_clauses(self, told: Sequence[str], topic: str) -> str:
        """Return what clauses without a figure limit the next ones to.

        Limiting words do, whose work they tell of, and short words that tell of whom, of what
        or when: 乡镇方面.
        """
        adverbial = self._vocabulary.pattern("figures.adverbial")
        denies = self._vocabulary.pattern("figures.denies")
        for clause in reversed(told):
            rest = self._left(denies.sub("", clause), topic)
            found = self._role(clause, topic) or self._apart(clause) or self._limiting_in(rest)
            if not found and rest:
                found = rest if self.is_kind(rest) else self._some_told(clause, topic)
            if found:
                return found
            if 0 < len(rest) <= _SHORT and (len(rest) < _BARE or adverbial.search(clause)):
                return rest
        return ""

    def _some_told(self, clause: str, topic: str) -> str:
        """Return the body, the event or the field that a clause tells of."""
        words, left = self._vocabulary, partial(self._left, topic=topic)
        found = subject_of(clause, words) or event_in(clause, left, words)
        return found or (field_in(clause, left, words) if topic in _CASES else "")

    def of_lead(self, before: str, topic: str) -> str:
        """Return the body that leads a figure in: 所属不动产登记中心：收到."""
        return body_led(before, partial(self._left, topic=topic), self._vocabulary)

    def of_title(self, title: str, topic: str) -> str:
        """Return what a title or a lead-in limits the figures under it to: 市本级情况."""
        if self.says("figures.work", title):
            return ""
        rest = "".join(self._left(clause, topic) for clause in self.clauses(title))
        body = self._vocabulary.pattern("figures.body").search(rest)
        if (body and body.end() == len(rest) <= _TITLE) or self.is_kind(rest):
            return rest
        told = self._limiting_in(rest) or (body.group() if body else "")
        left = partial(self._left, topic=topic)
        return (
            told
            or kind_headed(title, left, self._vocabulary)
            or subject_of(title, self._vocabulary)
        )

    def _limiting_in(self, rest: str) -> str:
        """Return a limiting word, unless it stands behind what is done: 畅通网上渠道."""
        limit = self._limiting.search(rest)
        if limit is None or self._acts.search(rest, 0, limit.start()):
            return ""
        return limit.group()

    def names_some(self, before: str, topic: str) -> bool:
        """Whether the last clause says of which applications, or whose cases, a number is."""
        clause = self.clauses(before)[-1]
        left = self._left(clause, topic)
        if topic in _CASES:
            return self.says("figures.body", left)
        return topic == "applications" and (bool(left) or self.says("figures.the_rest", clause))

    def of_list(self, head: str, topic: str) -> str:
        """Return what the words before the first item of a list limit all its items to."""
        head = self._vocabulary.pattern("figures.other_object").sub(r"\g<left>", head)
        found = self._limiting.search(head)
        return self._role(head, topic) or (found.group() if found else self._doer(head, topic))

    def _doer(self, head: str, topic: str) -> str:
        """Return who, or how, the last clause says before its verb: 市教育局答复来信."""
        clause = self.clauses(head)[-1]
        found = self._vocabulary.pattern("figures.doer").match(clause)
        rest = self._left(found["doer"] if found else clause, topic)
        return rest if found or clause.startswith(rest) else ""

    def _apart(self, clause: str) -> str:
        """Return what says that bodies report for themselves: 垂管单位另行报告."""
        found = self._vocabulary.pattern("figures.apart").search(clause)
        return found.group() if found else ""

    def _role(self, clause: str, topic: str) -> str:
        """Return what a body does with cases that it is not the party of."""
        if topic not in _CASES:
            return ""
        found = self._vocabulary.pattern("figures.roles").search(clause)
        return found.group() if found else ""

    def _left(self, clause: str, topic: str) -> str:
        """Return the words of a clause that are not accounted for."""
        name = _KNOWN.get(topic)
        if name is None:
            return ""
        office = self._vocabulary.pattern("figures.own_office").search(clause)
        if office and self._governs:
            return office[0]
        return _MARKS.sub("", self._vocabulary.pattern(name).sub("", clause.strip()))
