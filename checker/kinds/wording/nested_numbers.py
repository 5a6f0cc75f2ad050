"""Kind ``nested-numbers``: items within a part are numbered one level below its heading."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document, Part
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import Group, Holds, PartId

_NUMERALS: Final = "零一二三四五六七八九十"
_FEWEST: Final = 2
"""One paragraph that begins with a number is no list."""


class NestedNumbers(Check, Struct, frozen=True, kw_only=True):
    """One finding for all items of the document that bear the numbers of its parts' level."""

    KIND: ClassVar[str] = "nested-numbers"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "部分之内的小标题不用与部分标题同级的序号（marker）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "part", "count"})

    marker: Annotated[re.Pattern[str], Group(name="number", holds=Holds.NUMERAL)]
    """A number of the level that headings of parts have, at the beginning of a paragraph."""
    parts: tuple[PartId, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look through these parts, where their own headings are so numbered."""
        document = case.document
        found = [
            (part, each)
            for part in document.parts
            if part.id in self.parts and self._marked(document, part.start)
            for each in self._items(document, part)
        ]
        if not found:
            return
        evidence = tuple(shown for _, shown in found)
        values = {
            "words": evidence[0].quote,
            "part": found[0][0].title,
            "count": str(len(found)),
        }
        yield Violation(evidence=evidence, values=values)

    def _items(self, document: Document, part: Part) -> list[Evidence]:
        """Return the items of a part that count on from 一."""
        items: list[Evidence] = []
        for index in range(part.start + 1, part.end):
            marked = self._marked(document, index)
            if marked and _NUMERALS.find(marked["number"]) == len(items) + 1:
                place = document.block_place(index, *marked.span())
                items.append(Evidence(quote=document.quote(place), place=place))
        return items if len(items) >= _FEWEST else []

    def _marked(self, document: Document, index: int) -> re.Match[str] | None:
        block = document.block(Place(block=index))
        return self.marker.match(block.text.normal) if isinstance(block, Paragraph) else None
