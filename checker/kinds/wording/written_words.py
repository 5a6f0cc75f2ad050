"""Kind ``written-words``: what must not stand in the text as written, spaces and all."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import FormatName

_MOST_PLACES: Final = 10


class WrittenWords(Check, Struct, frozen=True, kw_only=True):
    """One finding for all places where the pattern stands in the written paragraphs.

    Only paragraphs whose normal form dropped something are searched: what this kind looks
    for is what the normal form leaves out.
    """

    KIND: ClassVar[str] = "written-words"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "照原样（连同空格和排印符号）看，正文没有不该有的字符（pattern）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "count"})

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Around the words (twelve characters on either side), this makes them right."""
    headings: bool = False
    """Search headings too; they are often letter-spaced."""
    most_of: int | None = None
    """With more places than this the spacing is the file's own, and nothing is said."""
    unseen_in: tuple[FormatName, ...] = ()
    """Formats of files that do not show what the pattern looks for: pdf."""
    doubt: str = ""
    """What to say of such a file in which nothing is found."""
    doubted_in: tuple[FormatName, ...] = ()
    """Formats of files (text) that may have lost or added what the pattern looks at."""
    doubted: str = ""
    """What to say of such a file in which something is found."""
    within: re.Pattern[str] | None = None
    """Only paragraphs that hold this are prose; others are headings, labels, bylines."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Gather the places of the body."""
        document = case.document
        found = list(self._found(document))
        if not found and document.source.format in self.unseen_in:
            yield Doubt(reason=self.doubt)
        if not found or (self.most_of is not None and len(found) > self.most_of):
            return
        evidence = tuple(
            Evidence(quote=document.quote(place), place=place)
            for place in islice(found, _MOST_PLACES)
        )
        if document.source.format in self.doubted_in:
            yield Doubt(reason=f"“{evidence[0].quote}”{self.doubted}", evidence=evidence)
            return
        yield Violation(
            evidence=evidence,
            values={"words": evidence[0].quote, "count": str(len(found))},
            more=len(found) - len(evidence),
        )

    def _found(self, document: Document) -> Iterator[Place]:
        for index, block in enumerate(document.body):
            if not isinstance(block, Paragraph) or block.text.origin is None:
                continue
            if block.heading is not None and not self.headings:
                continue
            written = block.text.written
            if self.within and not self.within.search(written):
                continue
            for match in self.pattern.finditer(written):
                around = written[max(0, match.start() - 12) : match.end() + 12]
                if not (self.unless and self.unless.search(around)):
                    start, end = block.text.normal_span(match.start(), match.end())
                    yield document.block_place(index, start, end)
