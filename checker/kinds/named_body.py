"""Kind ``named-body``: where the document names whose report it is, it names this body."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import ClassVar

from msgspec import Struct

from govcheck.assessment import Evidence, Inapplicable, Remark, Violation
from govcheck.document import Document
from govcheck.parameters import PassageName
from govcheck.search import matches


class NamedBody(Struct, frozen=True, kw_only=True):
    """A name that shares place and kind with this body's, and nothing between, is another's.

    A short form (卫健局 for 卫生健康局) shares something, and a name of another place may be a
    higher body's: neither is accused.
    """

    KIND: ClassVar[str] = "named-body"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "agency"})

    find: re.Pattern[str]
    """Group ``name`` is the name of the body whose report it is."""
    passages: tuple[PassageName, ...]

    def examine(self, document: Document) -> Iterator[Remark]:
        """Compare every name with the body's."""
        if document.agency is None:
            yield Inapplicable(reason="机关名称不明")
            return
        own = document.agency.value
        for match in matches(document, self.find, self.passages):
            name = match.words["name"]
            if _is_another(name, own):
                # RE2, which rules from elsewhere run on, gives spans by number alone.
                span = match.words.span(match.words.re.groupindex["name"])
                place = document.place(match.passage, *span)
                evidence = Evidence(quote=name, place=place, expected=own, actual=name)
                yield Violation(evidence=(evidence,), values={"words": name, "agency": own})


def _is_another(name: str, own: str) -> bool:
    place, kind = _alike(name, own), _alike(name[::-1], own[::-1])
    between, ours = name[place : len(name) - kind], own[place : len(own) - kind]
    return bool(place and kind and between and ours) and not set(between) & set(ours)


def _alike(name: str, own: str) -> int:
    """Return how many characters both begin with."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, own, strict=False))
    )
