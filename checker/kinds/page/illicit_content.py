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
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import Entry, Lexicon

_PASSAGES: Final = ("body", "furniture")
_REACH: Final = 40
"""No clause is followed further than this, to either side."""
_CLAUSE_ENDS: Final = re.compile(r"[，。；：！？,;!?\n]|:(?!\d)")
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
        listed = _pattern((self.lexicon, self.ambiguous))
        ambiguous = _entries(self.ambiguous)
        entries = ambiguous | _entries(self.lexicon)
        for pattern in (listed, self.spelt):
            for match in matches(document, pattern, _PASSAGES):
                clause, name = _clause(match), match.text.lower()
                if self.against.search(clause):
                    continue
                if name in ambiguous:
                    planted = self._advertised(match, clause, ambiguous[name])
                    if planted is not None:
                        yield match, planted
                elif not _spared(entries.get(name), clause):
                    yield match, True

    def _advertised(self, match: Match, clause: str, entry: Entry) -> bool | None:
        """Whether an ambiguous word is planted; None where its clause makes it right."""
        right = self.lawful.search(clause) or _spared(entry, clause)
        if self.advertising.search(clause):
            return not right
        if right:
            return None
        sentence = match.sentence
        return not (self.lawful.search(sentence) or self.against.search(sentence))

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
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _spared(entry: Entry | None, clause: str) -> bool:
    return entry is not None and entry.unless != "" and bool(re.search(entry.unless, clause))


def _clause(match: Match) -> str:
    """Return the clause that the words stand in, the words with it."""
    text = match.passage.text
    before = text[max(0, match.start - _REACH) : match.start]
    after = text[match.end : match.end + _REACH]
    return _CLAUSE_ENDS.split(before)[-1] + match.text + _CLAUSE_ENDS.split(after)[0]
