"""Kind ``self-name``: what the document calls its own body fits that body's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from govcheck.assessment import Doubt, Inapplicable, Remark, Violation
from govcheck.document import AgencyKind, Document
from govcheck.parameters import PassageName
from govcheck.search import Match, matches

_LEVELS: Final = {
    "省": 0,
    "市": 1,
    "州": 1,
    "盟": 1,
    "县": 2,
    "区": 2,
    "旗": 2,
    "镇": 3,
    "乡": 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfName:
    """我局 is said by a 局, 我县 by a body of a 县; 我市 by a body in a 市."""

    KIND: ClassVar[str] = "self-name"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "agency", "count"})

    find: re.Pattern[str]
    """Group 1 is the one character that says what kind of body or place it is."""
    same: tuple[str, ...] = ()
    """Characters that are said for each other: 街道 and 办."""
    regions: frozenset[str] = frozenset()
    """Provinces whose bodies rightly say 我区 of the province."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def examine(self, document: Document) -> Iterator[Remark]:
        """One finding for each wrong word; a word for the higher place is a doubt."""
        if document.agency is None:
            yield Inapplicable(reason="机关名称不明")
            return
        name = document.agency.value
        wrong: dict[str, list[Match]] = {}
        for match in matches(document, self.find, self.passages):
            if not match.quoted and not self._fits(match.words[1], name, document):
                wrong.setdefault(match.words[1], []).append(match)
        for word, places in wrong.items():
            values = {"words": places[0].words[0], "agency": name, "count": str(len(places))}
            shown = tuple(place.sentence_evidence for place in places[:3])
            if _higher(word, name):
                yield Doubt(values=values, evidence=shown)
            else:
                yield Violation(values=values, evidence=shown)

    def _fits(self, word: str, name: str, document: Document) -> bool:
        if word in name or any(word in group and set(group) & set(name) for group in self.same):
            return True
        if word == "区" and self.regions & set(document.region):
            return True
        township = document.agency_kind is AgencyKind.TOWNSHIP
        return not _lowest(name) or (
            _higher(word, name) and (township or _lowest(name) != "县")
        )


def _lowest(name: str) -> str:
    """Return the level of the smallest place in a name: 区 of 云岭市青禾区教育局."""
    return max((char for char in name if char in _LEVELS), key=_LEVELS.__getitem__, default="")


def _higher(word: str, name: str) -> bool:
    lowest = _lowest(name)
    return word in _LEVELS and bool(lowest) and _LEVELS[word] < _LEVELS[lowest]
