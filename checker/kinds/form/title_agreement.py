"""Kind ``title-agreement``: all that calls itself the title names the same agency and year."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.found import Found
from govcheck.document.titles import agency_in_title
from govcheck.document.vocabulary import Vocabulary
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.late_pattern import late_pattern

_SEPARATORS: Final = late_pattern(r"[-_|—–>＞·/]+")
"""What stands between the title and the names of the site and its columns."""
_DIGITS: Final = 4


class TitleAgreement(Check, Struct, frozen=True, kw_only=True):
    """The title element, the meta title and the headings agree with the title in the body.

    A page title without a year or the name of the document is the site's or the column's,
    and a shorter name whose characters all stand in the longer one in that order is its
    abbreviation.
    """

    KIND: ClassVar[str] = "title-agreement"
    TITLE: ClassVar[str] = "网页标题、栏目标题与正文标题的机关名称和年度一致。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"title", "other", "difference"})

    year: re.Pattern[str]
    name: re.Pattern[str]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare every other title with the title; the first that differs is reported."""
        document = case.document
        if document.title is None or not document.page_titles:
            yield Inapplicable(reason="只有一个标题，无从比较")
            return
        title = document.title
        for other in document.page_titles:
            difference = self._difference(title.value, other.value, document.vocabulary)
            if difference:
                yield Violation(
                    evidence=(_evidence(title), _evidence(other)),
                    values={
                        "title": title.value,
                        "other": other.value,
                        "difference": difference,
                    },
                )
                return

    def _difference(self, title: str, other: str, vocabulary: Vocabulary) -> str:
        years = self._years(title), self._years(other)
        named = next(filter(self.name.search, _SEPARATORS.split("".join(other.split()))), "")
        if not named or not years[1]:
            return ""
        if years[0] and years[0].isdisjoint(years[1]):
            return "年度"
        agencies = [
            agency_in_title(words, vocabulary, year=self.year, name=self.name)
            for words in (title, named)
        ]
        shorter, longer = sorted(agencies, key=len)
        return "机关名称" if shorter and not _abbreviates(shorter, longer) else ""

    def _years(self, words: str) -> set[str]:
        """Return the years in a title; 2024年度 is the year 2024年."""
        return {year[0][:_DIGITS] for year in self.year.finditer("".join(words.split()))}


def _abbreviates(shorter: str, longer: str) -> bool:
    """Whether all characters of one name stand in the other in the same order."""
    rest = iter(longer)
    return all(character in rest for character in shorter)


def _evidence(found: Found[str]) -> Evidence:
    return Evidence(quote=found.quote or found.value, place=found.place)
