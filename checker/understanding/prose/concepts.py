"""What of the statutory tables a figure speaks of, told from the words beside it.

A concept is claimed only where the words leave little doubt: a figure whose meaning cannot
be told has none, and no rule compares it with anything.
"""

import re
from functools import cache
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.prose.clauses import without_brackets
from govcheck.understanding.prose.concept_ids import BEFORE, BEHIND

_ASIDE: Final = ("threshold", "counted_apart", "ours_next")
"""What stands behind a number that counts none of ours, or none by itself."""
_TAKEN: Final = ("new", "carried_in")
_ALL: Final = ("received", "by_request", "handled")
_UNSURE: Final = ("carried_whence_unsaid", "some_named")
"""Words that leave open which of all are counted."""
_UNTOLD: Final = frozenset({"", "other", "decisions"})
_NEVER: Final = "(?!)"


class Concepts:
    """Tells what figures of a report on one year speak of, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, year: int | None) -> None:
        """Take the words from ``concepts`` in the vocabulary."""
        self._vocabulary = vocabulary
        self._year = year
        self._before = [
            (concept, _joined("", self._written(name), self._written("fill"), year))
            for name, concept in BEFORE.items()
        ]
        self._behind = [
            (concept, _joined(self._written("behind"), self._written(name), "", year))
            for name, concept in BEHIND.items()
        ]

    def _written(self, name: str) -> str:
        return self._vocabulary.named[f"concepts.{name}"]

    def words(self, name: str) -> re.Pattern[str]:
        """Return a pattern of the vocabulary as it reads for this year."""
        return _of_year(self._written(name), self._year)

    def quantity(self, name: str) -> re.Pattern[str]:
        """Return a pattern of the words beside any number."""
        return self._vocabulary.pattern(f"quantities.{name}")

    def counts(self, topic: str, unit: str) -> bool:
        """Whether a measure word counts what a table tells of this topic: 规章2部."""
        words = self._vocabulary.words
        units = words["concepts.rule_units"] if topic == "rules" else ()
        return topic not in _UNTOLD and unit in {*words["concepts.case_units"], *units}

    def leads(self, before: str) -> bool:
        """Whether a number is the first word of its clause, its own words after it."""
        return self.words("leads").search(before) is not None

    def before_next(self, after: str) -> str:
        """Return what stands behind a number, but for what another right behind it counts."""
        of_which = self.words("of_which").fullmatch(after)
        return of_which["noun"] if of_which else after

    def application(self, before: str, after: str, behind: str = "") -> str | None:
        """Return the concept of a figure among words about applications.

        ``after`` ends with its clause; ``behind`` goes on, for what others a list names.
        """
        if self._is_given(before, behind):
            return "applications.granted"
        if any(self.words(name).match(behind) for name in _ASIDE):
            return None
        bare = without_brackets(before)
        concept = self._application(before, bare, after)
        unsaid = concept in _ALL and any(self.words(name).search(bare) for name in _UNSURE)
        claimed = concept and not unsaid and not self._is_answered_part(concept, bare)
        return f"applications.{concept}" if claimed else None

    def _is_given(self, before: str, behind: str) -> bool:
        """Whether a number right behind 公开 is one of a list of results."""
        given = self.words("given").search(before) is not None
        return given and self.words("given_next").match(behind) is not None

    def _application(self, before: str, bare: str, after: str) -> str:
        if self.words("says").search(after) and self.leads(bare):
            return self._behind_number(after) or self._all_of(bare, after)
        if self.words("with_partial").search(before):
            return "granted+partial"
        if self.words("with_others").search(before):
            return ""
        concept = next((name for name, words in self._before if words.search(bare)), "")
        if concept in {"", "received"} and self.words("carried_out_behind").match(after):
            return "carried_out"
        if not concept and self._is_carried(bare, after):
            return "carried_out"
        including = concept == "received" and self.words("including").match(after)
        return "handled" if including else concept

    def _is_answered_part(self, concept: str, bare: str) -> bool:
        """Whether what was answered is limited to what came in: 对本年新收申请答复83件."""
        taken = [name for name in _TAKEN if self.words(name).search(bare)]
        if concept in _TAKEN:
            return self.words("answered").search(bare.rpartition("，")[2]) is not None
        return concept == "answered" and len(taken) == 1

    def _is_carried(self, bare: str, after: str) -> bool:
        """Whether a number stands within its own words: 结转3件到下年度."""
        carried = self.words("carried_last").search(bare)
        return carried is not None and self.words("coming_behind").match(after) is not None

    def _behind_number(self, after: str) -> str:
        """Return what a number counts by the words after it."""
        if self.words("carried_out_behind").match(after):
            return "carried_out"
        return next((name for name, words in self._behind if words.match(after)), "")

    def _all_of(self, before: str, after: str) -> str:
        """Return what applications are counted that others divide: 91件申请已办结88件."""
        whole = self.words("opens").search(before) and self.words("applied").fullmatch(after)
        return "dealt" if whole else ""


@cache
def _joined(lead: str, words: str, fill: str, year: int | None) -> re.Pattern[str]:
    """Return a pattern for words with what may stand between them and their number."""
    return _of_year(f"{lead}(?:{words}){f'{fill}$' if fill else ''}", year)


@cache
def _of_year(pattern: str, year: int | None) -> re.Pattern[str]:
    """Return a pattern with the years before and after one that is known in their places."""
    last, coming = (str(year - 1), str(year + 1)) if year else (_NEVER, _NEVER)
    return late_pattern(pattern.replace("LAST", last).replace("NEXT", coming))
