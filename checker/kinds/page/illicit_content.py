"""Kind ``illicit-content``: text or links that somebody else has planted in the page."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
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
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.late_pattern import late_pattern
from govcheck.parameters import Entry, Lexicon

_PASSAGES: Final = ("body", "furniture")
_CLAUSE: Final = (late_pattern(r"[，。；：！？,;!?\n]|:(?!\d)"), 40)
_SENTENCE: Final = (late_pattern(r"[。；！？\n]"), 120)
"""What ends it, and how far it is followed to either side."""
_MOST_PLACES: Final = 10


class IllicitContent(Struct, frozen=True, kw_only=True):
    """One finding for the whole page: words of the lists, and hidden links to elsewhere.

    A word is spared by its own clause alone.  A word with lawful uses that only its sentence
    would spare is a doubt.
    """

    KIND: ClassVar[str] = "illicit-content"
    TITLE: ClassVar[str] = "页面没有被人植入的文字和链接：词表所列的词、异常地址、隐藏链接。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "count"})

    lexicon: Lexicon
    """What only those write who plant it."""
    spelt: re.Pattern[str]
    """The same, in spellings that no list holds: 六.合.彩."""
    ambiguous: Lexicon
    """What has a lawful use as well: 彩票."""
    against: re.Pattern[str]
    """In the same clause this makes any word right: 打击, 查处."""
    lawful: re.Pattern[str]
    """In the same clause this makes an ambiguous word right: 管理, 体育彩票 …"""
    advertising: re.Pattern[str]
    """… and if this stands there (开户, 返水) it is planted, or at the least a doubt."""
    address: re.Pattern[str]
    """What the address of an illicit link looks like …"""
    hidden_address: re.Pattern[str]
    """… and that of one which gives itself away by being hidden."""
    doubt: str
    """What to say of a word that only its sentence would spare."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Search the body, what stands around it, and the links."""
        document = case.document
        words = list(self._words(document))
        found = [match.evidence for match, planted in words if planted]
        found += self._links(document)
        doubted = [match.evidence for match, planted in words if not planted]
        if found:
            values = {"words": found[0].quote, "count": str(len(found))}
            yield Violation(evidence=tuple(found[:_MOST_PLACES]), values=values)
        elif doubted:
            reason = f"“{doubted[0].quote}”{self.doubt}"
            yield Doubt(reason=reason, evidence=tuple(doubted[:_MOST_PLACES]))

    def _words(self, document: Document) -> Iterator[tuple[Match, bool]]:
        """Yield the words that their clause does not spare, and whether they are planted."""
        ambiguous = _entries(self.ambiguous)
        entries = ambiguous | _entries(self.lexicon)
        for name in _PASSAGES:
            passage = document.passage(name)
            if passage is None:
                continue
            near = _Near(
                against=_starts(self.against, passage),
                lawful=_starts(self.lawful, passage),
                advertising=_starts(self.advertising, passage),
            )
            for match in self._named(document, name):
                word = match.text.lower()
                spared = _spared(entries.get(word), match)
                if word in ambiguous:
                    planted = near.planted(match, spared=spared)
                else:
                    planted = None if spared or near.acted_against(match) else True
                if planted is not None:
                    yield match, planted

    def _named(self, document: Document, passage: str) -> Iterator[Match]:
        yield from matches(document, _pattern((self.lexicon, self.ambiguous)), (passage,))
        yield from matches(document, self.spelt, (passage,))

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
        named = _pattern((self.lexicon, self.ambiguous)).search(link.text)
        right = self.lawful.search(link.text) or self.against.search(link.text)
        return link.hidden and (
            self.hidden_address.search(link.address) is not None
            or (named is not None and right is None)
        )


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


class _Near(Struct, frozen=True, kw_only=True):
    """Where in a passage the words begin that tell what other words are about."""

    against: Sequence[int]
    lawful: Sequence[int]
    advertising: Sequence[int]

    def acted_against(self, match: Match) -> bool:
        """Whether the clause acts against what the words name."""
        return _stands(self.against, _around(match, *_CLAUSE))

    def planted(self, match: Match, *, spared: bool) -> bool | None:
        """Whether a word with lawful uses is planted; None where its clause makes it right."""
        clause, sentence = _around(match, *_CLAUSE), _around(match, *_SENTENCE)
        if _stands(self.against, clause):
            return None
        right = spared or _stands(self.lawful, clause)
        if _stands(self.advertising, clause):
            return not right
        if right:
            return None
        return not (_stands(self.lawful, sentence) or _stands(self.against, sentence))


def _starts(words: re.Pattern[str], passage: Passage) -> list[int]:
    return [found.start() for found in words.finditer(passage.text)]


def _spared(entry: Entry | None, match: Match) -> bool:
    """Whether the clause holds what makes this entry right."""
    clause = match.passage.text[slice(*_around(match, *_CLAUSE))]
    return entry is not None and entry.unless != "" and bool(re.search(entry.unless, clause))


def _stands(starts: Sequence[int], bounds: tuple[int, int]) -> bool:
    """Whether one of the words that begin at these places begins within the bounds."""
    at = bisect_left(starts, bounds[0])
    return at < len(starts) and starts[at] < bounds[1]


def _around(match: Match, ends: re.Pattern[str], reach: int) -> tuple[int, int]:
    """Return the bounds of what stands about the words, up to the marks that end it."""
    text = match.passage.text
    before = text[max(0, match.start - reach) : match.start]
    after = text[match.end : match.end + reach]
    return (
        match.start - len(ends.split(before)[-1]),
        match.end + len(ends.split(after, maxsplit=1)[0]),
    )
