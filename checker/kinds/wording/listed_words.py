"""Kind ``listed-words``: words of a closed list that must not stand in the document."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.search import Match, matches
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import Entry, Lexicon, PassageName

_AROUND: Final = 12
"""Characters on either side in which an entry's ``unless`` is looked for."""
_MOST_PLACES: Final = 10


class ListedWords(Struct, frozen=True, kw_only=True):
    """One finding for every entry of the list that stands in the passages."""

    KIND: ClassVar[str] = "listed-words"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "right", "reason", "count"})

    lexicon: Lexicon
    passages: tuple[PassageName, ...]
    spare_quoted: bool = False
    """Spare what stands inside 《》 or “”."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Search for all entries at once, then look around each place."""
        found: dict[Entry, list[Match]] = {}
        pattern, entries = _compiled(self.lexicon)
        for match in matches(case.document, pattern, self.passages):
            entry = entries[match.words[0]]
            if not _spared(entry, match) and not (self.spare_quoted and match.quoted):
                found.setdefault(entry, []).append(match)
        for entry, places in found.items():
            yield _violation(entry, places)


def _violation(entry: Entry, places: list[Match]) -> Violation:
    right = entry.right or None
    evidence = tuple(
        Evidence(quote=match.evidence.quote, place=match.place, expected=right)
        for match in places[:_MOST_PLACES]
    )
    values = {
        "words": evidence[0].quote,
        "right": entry.right,
        "reason": entry.reason,
        "count": str(len(places)),
    }
    return Violation(evidence=evidence, values=values)


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
    return re.compile("|".join(map(re.escape, longest_first))), entries
