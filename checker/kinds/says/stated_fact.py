"""Kind ``stated-fact``: document or page states a fact about the document itself."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.losses import lost_in
from govcheck.document.search import first_match, says
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import FormatName, PassageName


class StatedFact(Struct, frozen=True, kw_only=True):
    """The reader found the fact, or words that state it.

    Words that hint at it are a doubt, and so is a file that could not show it.
    """

    KIND: ClassVar[str] = "stated-fact"
    TITLE: ClassVar[str] = (
        "写明编报本身的一项事实（fact）：统计期限、联系方式、编制依据、发布日期、来源。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    fact: Literal["period", "contact", "legal_basis", "published", "issuer"]
    passages: tuple[PassageName, ...] = (PassageName("body"),)
    stated: re.Pattern[str] | None = None
    """Words that state the fact in a way that the reader does not take apart."""
    hinted: re.Pattern[str] | None = None
    """Words that attempt to state it: 统计期限自20241月1日."""
    shown_in: tuple[FormatName, ...] = ()
    """Formats of files that can show the fact (html); all if none is named."""
    doubt: str = ""
    """What to say of a hint, or of a file that cannot show the fact."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Believe the reader first, then look for words."""
        document = case.document
        if getattr(document, self.fact):
            return
        if self.stated and says(document, self.stated, self.passages):
            return
        hint = first_match(document, self.hinted, self.passages) if self.hinted else None
        if hint:
            yield Doubt(reason=self.doubt, evidence=(hint.sentence_evidence,))
        elif self.shown_in and document.source.format not in self.shown_in:
            yield Doubt(reason=self.doubt)
        elif lost := lost_in(document, self.passages):
            yield Doubt(reason=lost)
        else:
            yield Violation()
