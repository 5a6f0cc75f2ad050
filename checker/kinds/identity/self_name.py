"""Kind ``self-name``: what the document calls its own body fits that body's name."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.levels import lowest_level
from govcheck.document.report import AgencyKind, Document
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import Group, PassageName

_TWO: Final = 2
_BESIDE: Final = (PassageName("introduction"), PassageName("other"), PassageName("furniture"))
"""Where it is said who wrote a report."""
_BELOW_THE_COUNTY: Final = frozenset({AgencyKind.TOWNSHIP, AgencyKind.SUB_DISTRICT})


class SelfName(Check, Struct, frozen=True, kw_only=True):
    """我局 is said by a 局, 我县 by a body of a 县; one without a name says one of them only.

    Sure is only what no body of its kind can say: 我局 in a government's document that names
    no 局 as its writer, 我镇 in a county's.  A place above may be meant, a department may go
    by a second name, and a government's office, 我办, writes for it.
    """

    KIND: ClassVar[str] = "self-name"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文自称（我局、我县）与机关名称相符。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "agency", "count"})

    find: Annotated[re.Pattern[str], Group(name="1")]
    """Group 1 is the one character that says what kind of body or place it is."""
    writer: Annotated[re.Pattern[str], Group(name="1")]
    """Who wrote a government's report; group 1 is what that body may say of itself."""
    same: tuple[str, ...] = ()
    """Characters that are said for each other: 街道 and 办."""
    ranks: Mapping[str, int]
    """Words for levels of government: a province is 0, a township 3."""
    regions: frozenset[str] = frozenset()
    """Provinces whose bodies rightly say ``of_regions`` of the province: 我区."""
    of_regions: str = ""
    own_only: frozenset[str] = frozenset()
    """Levels whose bodies, townships apart, do not speak for places above: 县."""
    of_office: frozenset[str] = frozenset()
    """What the office that writes for a government may say of itself: 办."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def examine(self, case: Case) -> Iterator[Remark]:
        """One finding for each wrong word."""
        document = case.document
        if document.agency is None:
            yield self._unlike(document)
            return
        name = document.agency.value
        wrong: dict[str, list[Match]] = {}
        for match in matches(document, self.find, self.passages):
            if not match.quoted and not self._fits(match.group(1), name, document):
                wrong.setdefault(match.group(1), []).append(match)
        for word, places in wrong.items():
            values = {"words": places[0].text, "agency": name, "count": str(len(places))}
            shown = tuple(place.sentence_evidence for place in places[:3])
            if self._surely(word, name, document):
                yield Violation(values=values, evidence=shown)
            else:
                yield Doubt(values=values, evidence=shown)

    def _unlike(self, document: Document) -> Remark:
        """Ask about a body without a name that calls itself by two: 我办 and 我局."""
        called: dict[str, Match] = {}
        for match in matches(document, self.find, self.passages):
            word = match.group(1)
            if not match.quoted and self._is_low(word):
                group = next((same for same in self.same if word in same), word)
                called.setdefault(group, match)
        if len(called) < _TWO:
            return Inapplicable(reason="机关名称不明")
        words = "、".join(f"“{match.text}”" for match in called.values())
        shown = tuple(match.sentence_evidence for match in called.values())
        return Doubt(reason=f"正文自称不一（{words}），机关名称不明，请核实", evidence=shown)

    def _is_low(self, word: str) -> bool:
        """Whether a word may be said by a body of the lowest level."""
        return self.ranks.get(word) in (None, max(self.ranks.values()))

    def _surely(self, word: str, name: str, document: Document) -> bool:
        if word in self.ranks:
            return self.ranks[word] > self.ranks[lowest_level(name, self.ranks)]
        if document.agency_kind is AgencyKind.GOVERNMENT:
            return word not in self._writers(document)
        return document.agency_kind in _BELOW_THE_COUNTY

    def _writers(self, document: Document) -> frozenset[str]:
        """Return what those who wrote a government's report for it may call themselves."""
        named = matches(document, self.writer, _BESIDE)
        return frozenset(one.group(1) for one in named)

    def _fits(self, word: str, name: str, document: Document) -> bool:
        if word in name or any(word in group and set(group) & set(name) for group in self.same):
            return True
        if word not in self.ranks:
            governs = document.agency_kind is AgencyKind.GOVERNMENT
            return governs and word in self.of_office
        lowest = lowest_level(name, self.ranks)
        if not lowest or self.ranks[word] == min(self.ranks.values()):
            return True
        if word == self.of_regions and self.regions & set(document.region):
            return True
        if self.ranks[word] >= self.ranks[lowest]:
            return False
        return document.agency_kind in _BELOW_THE_COUNTY or lowest not in self.own_only
