"""Kind ``listed-words``: words of a closed list that stand there, or stand miswritten."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import ClassVar, Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation
from govcheck.kinds.wording.near_misses import near_misses
from govcheck.late_pattern import late_pattern
from govcheck.parameters import Entry, Lexicon, PassageName

_AROUND: Final = 12
"""Characters on either side in which an entry's ``unless`` is looked for."""
_MOST_PLACES: Final = 10


class ListedWords(Check, Struct, frozen=True, kw_only=True):
    """One finding for every entry of the list that stands in the passages.

    With ``near`` the list holds fixed terms, right as they are: one finding for every place
    where a term is written with a character lost, doubled, changed or swapped.
    """

    KIND: ClassVar[str] = "listed-words"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "没有词表所列的错别字词；写 near 时，固定表述不与词表只差一字。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "right", "reason", "count"})

    lexicon: Lexicon
    passages: tuple[PassageName, ...]
    near: bool = False
    spare_quoted: bool = False
    """Spare what stands inside 《》 or “”."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Search for all entries at once, then look around each place."""
        document = case.document
        if self.near:
            yield from self._miswritten(document)
            return
        found: dict[Entry, list[Match]] = {}
        pattern, entries = _compiled(self.lexicon)
        for match in _once(matches(document, pattern, self.passages)):
            entry = entries[match.words[0]]
            if not _spared(entry, match) and not (self.spare_quoted and match.quoted):
                found.setdefault(entry, []).append(match)
        for entry, places in found.items():
            shown = [match.evidence for match in places[:_MOST_PLACES]]
            yield _violation(entry, entry.right, shown, len(places))

    def _miswritten(self, document: Document) -> Iterator[Violation]:
        for name in self.passages:
            passage = document.passage(name)
            if passage is None:
                continue
            for entry in self.lexicon.entries:
                for start, end in near_misses(passage.text, entry):
                    place = document.place(passage, start, end)
                    shown = Evidence(quote=document.quote(place), place=place)
                    yield _violation(entry, entry.text, [shown], 1)


def _violation(entry: Entry, right: str, shown: list[Evidence], count: int) -> Violation:
    evidence = tuple(replace(one, expected=right or None) for one in shown)
    values = {
        "words": evidence[0].quote,
        "right": right,
        "reason": entry.reason,
        "count": str(count),
    }
    return Violation(evidence=evidence, values=values)


def _once(found: Iterable[Match]) -> Iterator[Match]:
    """Leave out what was found at the same place in another passage."""
    seen: set[Place] = set()
    for match in found:
        place = match.place
        if place not in seen:
            seen.add(place)
            yield match


def _spared(entry: Entry, match: Match) -> bool:
    if not entry.unless:
        return False
    around = match.passage.text[max(0, match.start - _AROUND) : match.end + _AROUND]
    return re.search(entry.unless, around) is not None


@cache
def _compiled(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Entry]]:
    """Return one pattern for all entries, the longest first, and each entry by its words."""
    entries = {entry.text: entry for entry in lexicon.entries}
    longest_first = sorted(entries, key=lambda text: (-len(text), text))
    words = "|".join(map(re.escape, longest_first))
    return late_pattern(f"{_begins(longest_first)}(?:{words})"), entries


def _begins(words: Iterable[str]) -> str:
    """Return what finds sooner than words where none begins: their first two signs."""
    pairs = [re.escape("".join(sorted(set(signs)))) for signs in zip(*words, strict=False)][:2]
    return f"(?={''.join(f'[{signs}]' for signs in pairs)})" if all(pairs) else ""
