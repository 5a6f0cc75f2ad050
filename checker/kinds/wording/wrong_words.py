"""Kind ``wrong-words``: words that must not stand in the document."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.losses import lost_opening
from govcheck.document.report import Document
from govcheck.document.search import matches, says
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import FormatName, PassageName

_MOST_PLACES: Final = 10
"""One finding shows no more places than this."""


class WrongWords(Check, Struct, frozen=True, kw_only=True):
    """One finding for all places where the pattern stands; it names the first words found."""

    KIND: ClassVar[str] = "wrong-words"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "正文没有不该有的词句（pattern）；上下文说明无误的（unless、declared）除外。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "count"})

    pattern: re.Pattern[str]
    passages: tuple[PassageName, ...]
    unless: re.Pattern[str] | None = None
    """Words in the same sentence that make it right: 原, 修订前."""
    right: str | None = None
    """What should stand instead."""
    declared: re.Pattern[str] | None = None
    """Words that, anywhere in the passages, make it right: 以下简称《信息公开条例》."""
    spare_quoted: bool = False
    """Spare what stands inside 《》 or “”."""
    doubted_in: tuple[FormatName, ...] = ()
    """Formats of files (text) that may have lost or added what the pattern looks at."""
    doubted_from: str = ""
    """A day (2021-09-26); a report that came out on it or later may be right after all."""
    doubt: str = ""
    """What to say of such a file, or of such a report."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Gather the places; a passage that is not there has none."""
        document = case.document
        wrong = [
            match
            for match in matches(document, self.pattern, self.passages)
            if not (self.unless and self.unless.search(match.sentence))
            and not (self.spare_quoted and match.quoted)
        ]
        if not wrong or (self.declared and says(document, self.declared, self.passages)):
            return
        evidence = tuple(
            Evidence(quote=match.evidence.quote, place=match.place, expected=self.right)
            for match in wrong[:_MOST_PLACES]
        )
        if self.declared and (lost := lost_opening(document)):
            yield Doubt(
                reason=f"“{evidence[0].quote}”是否另有说明无法判断：{lost}",
                evidence=evidence,
                loss=lost,
            )
        elif document.source.format in self.doubted_in or self._is_late(document):
            yield Doubt(reason=f"“{evidence[0].quote}”{self.doubt}", evidence=evidence)
        else:
            values = {"words": evidence[0].quote, "count": str(len(wrong))}
            more = len(wrong) - len(evidence)
            yield Violation(evidence=evidence, values=values, more=more)

    def _is_late(self, document: Document) -> bool:
        days = [found.value.isoformat() for found in document.published]
        return bool(self.doubted_from and days) and min(days) >= self.doubted_from
