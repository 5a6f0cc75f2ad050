"""Kind ``named-body``: where the document names whose report it is, it names this body."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Annotated, ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.search import matches
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.parameters import Group, PassageName


class NamedBody(Struct, frozen=True, kw_only=True):
    """A name that shares place and kind with this body's, and nothing between, is another's.

    A short form (卫健局 for 卫生健康局) shares something, and a name of another place may be a
    higher body's: neither is accused.
    """

    KIND: ClassVar[str] = "named-body"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "agency"})

    find: Annotated[re.Pattern[str], Group(name="name")]
    """Group ``name`` is the name of the body whose report it is."""
    passages: tuple[PassageName, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare every name with the body's."""
        document = case.document
        if document.agency is None:
            yield Inapplicable(reason="机关名称不明")
            return
        own = document.agency.value
        for match in matches(document, self.find, self.passages):
            name = match.group("name")
            if _is_another(name, own):
                place = match.group_place("name")
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
