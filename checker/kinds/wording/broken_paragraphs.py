"""Kind ``broken-paragraphs``: a paragraph ends inside a word and goes on in the next."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Image, Paragraph
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import FormatName

_CONTEXT: Final = 8


class BrokenParagraphs(Check, Struct, frozen=True, kw_only=True):
    """The end of one paragraph and the beginning of the next belong to one word or clause."""

    KIND: ClassVar[str] = "broken-paragraphs"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "一段不在词句中间断开：以 ends 结尾、下一段以 continues 开头的，视为断开。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"before", "after"})

    ends: re.Pattern[str]
    """How a paragraph ends that may be broken: without a closing mark."""
    continues: re.Pattern[str]
    """How a paragraph begins that cannot begin a sentence."""
    or_heading: bool = False
    """Whether the heading of a part, too, shows that the paragraph before it was broken."""
    shortest: int
    """A broken paragraph has so many characters; a shorter line is a heading or a list."""
    doubted_in: tuple[FormatName, ...] = ()
    """Formats of files (text) that may have lost or added the borders of paragraphs."""
    doubt: str = ""
    """What to say of such a file."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare every paragraph with the next one; pictures between them do not count."""
        document = case.document
        before: tuple[int, Paragraph] | None = None
        for index, block in enumerate(document.body):
            if isinstance(block, Image):
                continue
            if before and isinstance(block, Paragraph) and self._broken(before[1], block):
                found = _violation(document, *before, index, block)
                yield self._judged(document, found)
            before = None
            if isinstance(block, Paragraph) and block.heading is None:
                before = (index, block)

    def _judged(self, document: Document, found: Violation) -> Remark:
        if document.source.format not in self.doubted_in:
            return found
        words = "”与下一段的“".join(found.values[name] for name in ("before", "after"))
        return Doubt(reason=f"“{words}”{self.doubt}", evidence=found.evidence)

    def _broken(self, before: Paragraph, after: Paragraph) -> bool:
        if after.heading is None and not self.continues.match(after.text.normal):
            return False
        if after.heading is not None and not self.or_heading:
            return False
        written = before.text.normal
        return len(written) >= self.shortest and self.ends.search(written) is not None


def _violation(
    document: Document, at: int, before: Paragraph, next_at: int, after: Paragraph
) -> Violation:
    length = len(before.text.normal)
    evidence = (
        _evidence(document, at, before, max(0, length - _CONTEXT), length),
        _evidence(document, next_at, after, 0, min(_CONTEXT, len(after.text.normal))),
    )
    return Violation(
        evidence=evidence, values={"before": evidence[0].quote, "after": evidence[1].quote}
    )


def _evidence(
    document: Document, index: int, block: Paragraph, start: int, end: int
) -> Evidence:
    place = document.block_place(index, start, end)
    return Evidence(quote=block.text.quote(start, end), place=place)
