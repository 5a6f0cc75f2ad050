"""Kind ``illicit-content``: text or links that somebody else has planted in the page."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Link
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.document.text import Passage
from govcheck.kinds.check import Check
from govcheck.kinds.page.nearby import Nearby, clause_bounds, starts
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.late_pattern import late_pattern
from govcheck.parameters import Entry, Lexicon

_PASSAGES: Final = ("body", "furniture")
_MOST_PLACES: Final = 10
_MOST_NAMED: Final = 3
"""The message names so many of the words; the evidence shows them all."""


class IllicitContent(Check, Struct, frozen=True, kw_only=True):
    """One finding for the whole page: words of the lists, and hidden links to elsewhere.

    A word is spared by its own clause alone.  One that only its sentence would spare, and one
    that its clause both guards against and advertises, are doubts.
    """

    KIND: ClassVar[str] = "illicit-content"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "页面没有被人植入的文字和链接：词表所列的词、异常地址、隐藏链接。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"file", "words", "around", "count", "ask"}
    )

    lexicon: Lexicon
    """What only those write who plant it."""
    names: Lexicon
    """Names of casinos that places and firms bear as well: 澳门银河度假城."""
    spelt: re.Pattern[str]
    """The same, in spellings that no list holds: 六.合.彩."""
    ambiguous: Lexicon
    """What has a lawful use as well: 彩票."""
    against: re.Pattern[str]
    """In the same clause this makes any word right: 打击, 查处."""
    lawful: re.Pattern[str]
    """In the same clause this makes an ambiguous word right, without ``advertising`` …"""
    managed: re.Pattern[str]
    """… and so does this, the body's own work on it (公布, 检查), without ``touted``."""
    wary: re.Pattern[str]
    """In the same clause this tells of any word as denied, removed, or warned of …"""
    touted: re.Pattern[str]
    """… and if this stands there (官网, 下载) it may be planted all the same."""
    advertising: re.Pattern[str]
    """If this stands there (开户, 返水) it is planted, or at the least a doubt."""
    address: re.Pattern[str]
    """What the address of an illicit link looks like …"""
    hidden_address: re.Pattern[str]
    """… and that of one which gives itself away by being hidden."""
    doubt: str
    """What to say of a word that only its sentence would spare."""

    @property
    def _lexicons(self) -> tuple[Lexicon, ...]:
        return self.lexicon, self.names, self.ambiguous

    def examine(self, case: Case) -> Iterator[Remark]:
        """Search the body, what stands around it, and the links."""
        document = case.document
        words = list(self._words(document))
        planted = [match for match, certain in words if certain]
        found = [match.evidence for match in planted]
        links = list(self._links(document))
        doubted = [match.evidence for match, certain in words if not certain]
        if found or links:
            apart = _without_texts(found, links)
            named = tuple(dict.fromkeys(one.quote for one in (*apart, *links)))
            page = document.source.format == "html"
            values = {
                "file": "页面" if page else "所交文件",
                "ask": "" if page else "，请核对发布页面",
                "around": _around(document, planted[0]) if planted else "",
                "words": "”“".join(named[:_MOST_NAMED]),
                "count": str(len(apart) + len(links)),
            }
            yield Violation(evidence=(*apart, *links)[:_MOST_PLACES], values=values)
        elif doubted:
            reason = f"“{doubted[0].quote}”{self.doubt}"
            yield Doubt(reason=reason, evidence=tuple(doubted[:_MOST_PLACES]))

    def _words(self, document: Document) -> Iterator[tuple[Match, bool]]:
        """Yield the words that their clause does not spare, and whether they are planted."""
        ambiguous = _entries(self.ambiguous)
        names = _entries(self.names)
        entries = ambiguous | names | _entries(self.lexicon)
        for name in _PASSAGES:
            named = list(self._named(document, name))
            if not named:
                continue
            near = self._nearby(named[0].passage)
            for match in named:
                word = match.text.lower()
                spared = _spared(entries.get(word), match)
                judged = near.ambiguous if word in ambiguous else near.named
                planted = judged(match, spared=spared)
                if planted is not None:
                    borne = name == "body" and word in names and not _stray(match)
                    yield match, planted and (not borne or near.advertised(match))

    def _nearby(self, passage: Passage) -> Nearby:
        return Nearby(
            against=starts(self.against, passage),
            lawful=starts(self.lawful, passage),
            managed=starts(self.managed, passage),
            wary=starts(self.wary, passage),
            touted=starts(self.touted, passage),
            advertising=starts(self.advertising, passage),
        )

    def _named(self, document: Document, passage: str) -> Iterator[Match]:
        """Yield the words of the lists, and the spellings that hold none of these."""
        listed = list(matches(document, _pattern(self._lexicons), (passage,)))
        yield from listed
        taken = {at for match in listed for at in range(match.start, match.end)}
        for match in matches(document, self.spelt, (passage,)):
            if taken.isdisjoint(range(match.start, match.end)):
                yield match

    def _links(self, document: Document) -> Iterator[Evidence]:
        for link in document.links:
            if self.address.search(link.address) or self._is_planted(link):
                yield Evidence(
                    quote=link.text,
                    place=Place(part=None if link.in_body else "furniture", line=link.line),
                    actual=link.address,
                )

    def _is_planted(self, link: Link) -> bool:
        """Whether a link is hidden and its text or address is one of a planted link."""
        if not link.hidden:
            return False
        if self.hidden_address.search(link.address):
            return True
        guards = (self.lawful, self.managed, self.wary, self.against)
        return bool(_pattern(self._lexicons).search(link.text)) and not any(
            words.search(link.text) for words in guards
        )


def _stray(match: Match) -> bool:
    """Whether a word is in no sentence, but stands by itself or in a link."""
    by_itself = match.sentence.strip() == match.text
    return by_itself or any(match.text in link.text for link in match.document.links)


def _around(document: Document, match: Match) -> str:
    """Quote the clause that a word stands in, where it is not alone."""
    place = document.place(match.passage, *clause_bounds(match))
    clause = document.quote(place).strip()
    return "" if clause == match.evidence.quote else f"（所在语句：“{clause}”）"


def _without_texts(words: list[Evidence], links: list[Evidence]) -> list[Evidence]:
    """Leave out a word for each link that shows it: word and link are one place."""
    rest = list(words)
    for link in links:
        around = link.place.part == "furniture"
        for word in rest:
            if word.quote in link.quote and (word.place.part == "furniture") == around:
                rest.remove(word)
                break
    return rest


@cache
def _entries(lexicon: Lexicon) -> dict[str, Entry]:
    """Return each entry by its words, in small letters."""
    return {entry.text.lower(): entry for entry in lexicon.entries}


@cache
def _pattern(lexicons: tuple[Lexicon, ...]) -> re.Pattern[str]:
    """Return one pattern for all entries, the longest first."""
    words = {text for lexicon in lexicons for text in _entries(lexicon)}
    longest_first = sorted(words, key=lambda text: (-len(text), text))
    return late_pattern("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _spared(entry: Entry | None, match: Match) -> bool:
    """Whether the clause holds what makes this entry right."""
    clause = match.passage.text[slice(*clause_bounds(match))]
    return entry is not None and entry.unless != "" and bool(re.search(entry.unless, clause))
