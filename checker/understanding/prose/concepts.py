"""What of the statutory tables a figure speaks of, told from the words beside it.

A concept is claimed only where the words leave little doubt: a figure whose meaning cannot
be told has none, and no rule compares it with anything.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.prose.clauses import without_brackets
from govcheck.understanding.prose.concept_ids import CASE_RESULTS, CASES_BEHIND

_RESULTS: Final = {
    "granted_partial": "granted+partial",
    **{name: name for name in ("partial", "denied", "not_held", "unavailable")},
    **{name: name for name in ("not_processed", "other", "granted")},
}
_OPEN: Final = {"not_yet": "carried_out", "answered": "answered"}
BEFORE: Final = {
    "carried_on": "carried_out",
    "carried_in": "carried_in",
    **_RESULTS,
    "new": "new",
    "handled": "handled",
    **_OPEN,
    "taken_in": "received",
    "by_request": "by_request",
    "received": "received",
}
"""What stands before a number, and the concept of applications that it means; the first that
fits is meant."""
BEHIND: Final = {**_RESULTS, **_OPEN}
"""What stands behind one, likewise."""
_ASIDE: Final = ("threshold", "counted_apart", "ours_next")
_CASES_ASIDE: Final = ("some_next", "not_ours_behind", "ours_next")
"""What stands behind a number that counts none of ours, or none by itself."""
_TAKEN: Final = ("new", "carried_in")
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
        claimed = concept and not self._is_answered_part(concept, bare)
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

    def is_of_all(self, before: str, behind: str) -> bool:
        """Whether cases are of any matter: 复议86件，诉讼41件，其中政府信息公开类复议9件."""
        if any(self.words(name).match(behind) for name in _CASES_ASIDE):
            return True
        own = self.words("own_disclosure").search(before)
        return own is None and self.words("some_among").match(behind) is not None

    def case(
        self, topic: str, before: str, after: str, said: str, behind: str = ""
    ) -> str | None:
        """Return the concept of a figure among words about review or litigation.

        A result ``said`` of both is of all cases: 复议9件、诉讼5件，其中维持8件; so is one that
        ``behind`` divides.  Cases told of one outcome are no total: 结果维持：复议5件、诉讼3件.
        """
        bare = without_brackets(before)
        result = self._first(CASE_RESULTS, bare) or self._case_behind(bare, after)
        of_result = self.quantity("of_result").search(bare)
        if self.words("carried").search(bare) or (of_result and not result):
            return None
        counts = self.words("total").search(bare) and not self.words("of_outcome").search(said)
        if not (result or counts):
            return None
        if result and self._is_of_both(said, behind):
            topic = "cases"
        elif topic == "litigation":
            if self.words("direct").search(bare):
                topic = "litigation.direct"
            elif self.words("after_review").search(bare):
                topic = "litigation.after"
        return f"{topic}.{CASE_RESULTS[result] if result else 'total'}"

    def _is_of_both(self, said: str, behind: str) -> bool:
        return any((self.words("by_court").match(behind), self.words("of_both").search(said)))

    def _case_behind(self, before: str, after: str) -> str | None:
        """Return the result that stands behind its number: 3件维持，1件尚未审结."""
        after = after if self.leads(before) else ""
        told = CASES_BEHIND.items()
        return next((one for words, one in told if self.words(words).match(after)), None)

    def _first(self, names: Iterable[str], before: str) -> str | None:
        return next((name for name in names if self.words(name).search(before)), None)


@cache
def _joined(lead: str, words: str, fill: str, year: int | None) -> re.Pattern[str]:
    """Return a pattern for words with what may stand between them and their number."""
    return _of_year(f"{lead}(?:{words}){f'{fill}$' if fill else ''}", year)


@cache
def _of_year(pattern: str, year: int | None) -> re.Pattern[str]:
    """Return a pattern with the years before and after one that is known in their places."""
    last, coming = (str(year - 1), str(year + 1)) if year else (_NEVER, _NEVER)
    return late_pattern(pattern.replace("LAST", last).replace("NEXT", coming))
