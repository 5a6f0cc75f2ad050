"""Kind ``illicit-content``: text or links that somebody else has planted in the page."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Link
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import Lexicon

_AROUND: Final = 16
_MOST_PLACES: Final = 10


class IllicitContent(Struct, frozen=True, kw_only=True):
    """One finding for the whole page: words of the list, and hidden links to elsewhere."""

    KIND: ClassVar[str] = "illicit-content"
    TITLE: ClassVar[str] = "页面没有被人植入的文字和链接：词表所列的词、异常地址、隐藏链接。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "count"})

    lexicon: Lexicon
    unless: re.Pattern[str]
    """Around the words, this shows a lawful context: 打击, 福利彩票管理."""
    address: re.Pattern[str]
    """What the address of an illicit link looks like …"""
    hidden_address: re.Pattern[str]
    """… and that of one which gives itself away by being hidden."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Search the body, what stands around it, and the links."""
        document = case.document
        found = list(chain(self._words(document), self._links(document)))
        if found:
            values = {"words": found[0].quote, "count": str(len(found))}
            yield Violation(evidence=tuple(found[:_MOST_PLACES]), values=values)

    def _words(self, document: Document) -> Iterator[Evidence]:
        words = (re.escape(entry.text) for entry in self.lexicon.entries)
        pattern = re.compile("|".join(words))
        for match in matches(document, pattern, ("body", "furniture")):
            if not self.unless.search(_around(match)):
                yield match.evidence

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
        return link.hidden and (
            self.hidden_address.search(link.address) is not None
            or any(entry.text in link.text for entry in self.lexicon.entries)
        )


def _around(match: Match) -> str:
    """Return what stands near the words in the same sentence; a menu has none."""
    text = match.passage.text
    before = text[max(0, match.start - _AROUND) : match.start].rpartition("。")[2]
    after = text[match.end : match.end + _AROUND].partition("。")[0]
    return f"{before}{match.text}{after}".replace("\n", "　")
