"""What the words of a clause say, whatever of them limits a figure."""

from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern

_BRACKETS: Final = late_pattern(r"[（(][^（()）]{0,60}[)）]")


class Clauses:
    """Tells what clauses say, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the words from ``figures`` in the vocabulary."""
        self._vocabulary = vocabulary

    def says(self, name: str, words: str) -> bool:
        """Whether words hold what a pattern of the vocabulary finds."""
        return self._vocabulary.pattern(name).search(words) is not None

    def clauses(self, text: str) -> list[str]:
        """Return the clauses of a text without what stands in brackets, as they come."""
        breaks = self._vocabulary.pattern("figures.breaks")
        return breaks.split(without_brackets(text))

    def is_kind(self, limit: str) -> bool:
        """Whether applicants of one kind are meant: 自然人上年结转41件、本年新收1322件."""
        return self._vocabulary.pattern("figures.kind").fullmatch(limit) is not None

    def opens_account(self, limit: str) -> bool:
        """Whether what limits a number of answers limits their results: 市本级办结211件."""
        names = ("figures.bodies", "figures.limiting", "figures.in_days")
        return any(self.says(name, limit) for name in names)

    def leaves_open(self, limit: str, before: str, *, answered: bool) -> bool:
        """Whether what limits a number may limit more: 收到法院责令重新答复的申请3件."""
        if answered:
            return self.is_some(limit)
        return bool(limit) and self.says("figures.taken_again", self.clauses(before)[-1])

    def is_some(self, limit: str) -> bool:
        """Whether words may leave a part of what was dealt with: neither 按期 nor 全市 does.

        One character alone is what is left of a word: 时 of 及时.
        """
        words = self._vocabulary.pattern
        in_time, every = words("statements.in_time"), words("statements.every")
        return len(limit) > 1 and not (in_time.match(limit) or every.match(limit))

    def is_of_some(self, before: str, *, opens: bool) -> bool:
        """Whether the last clause names some applications; what opens an account, a kind."""
        name = "figures.by_kind" if opens else "figures.some_applications"
        return self.says(name, self.clauses(before)[-1])

    def sums_up(self, before: str, account: str) -> bool:
        """Whether words turn from ways and months, to which an account is limited, to all."""
        last = self.clauses(before)[-1]
        return self.says("figures.ways", account) and self.says("figures.as_a_whole", last)

    def way_told(self, before: str) -> str:
        """Return the way to apply that the last clause tells of: 依申请公开系统注册用户."""
        found = self._vocabulary.pattern("figures.way_told").search(self.clauses(before)[-1])
        return found.group() if found else ""

    def counts_receivers(self, unit: str, after: str) -> bool:
        """Whether a number is one of bodies that received something."""
        bodies = self._vocabulary.pattern("quantities.counts_bodies").fullmatch(unit)
        receive = self._vocabulary.pattern("quantities.that_received")
        return bodies is not None and receive.match(after) is not None

    def is_of_cases(self, title: str, before: str) -> bool:
        """Whether a title is about cases, and words say that they were brought against us."""
        headed = self._vocabulary.pattern("figures.headed_cases").fullmatch(title)
        return headed is not None and self.says("figures.brought", before)


def without_brackets(text: str) -> str:
    """Return a text without what stands in brackets."""
    return _BRACKETS.sub("", text) if "（" in text or "(" in text else text
