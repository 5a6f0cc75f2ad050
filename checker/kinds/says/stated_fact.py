"""Kind ``stated-fact``: document or page states a fact about the document itself."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.known_losses import UNDATED
from govcheck.document.losses import lost_in
from govcheck.document.report import Document
from govcheck.document.search import first_match, says
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import FormatName, PassageName


class StatedFact(Check, Struct, frozen=True, kw_only=True):
    """The reader found the fact, or words that state it.

    Words that hint at it are a doubt, and so is a file that could not show it.
    """

    KIND: ClassVar[str] = "stated-fact"
    TITLE: ClassVar[str] = (
        "写明编报本身的一项事实（fact）：统计期限、联系方式、编制依据、发布日期、来源。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"local"})

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
        elsewhere = self.shown_in and (
            document.source.format not in self.shown_in
            or _is_bare(document)
            or (self.fact == "published" and document.undated)
        )
        hints = self._hints(document)
        if hints or elsewhere:
            loss = UNDATED if elsewhere else None
            yield Doubt(reason=self.doubt, evidence=hints, loss=loss)
        elif lost := lost_in(document, self.passages):
            yield Doubt(reason=str(lost), loss=lost)
        else:
            yield Violation(values={"local": self._local(document)})

    def _hints(self, document: Document) -> tuple[Evidence, ...]:
        """Return what attempts to state it: of a day of publication, the day of signature."""
        signed = document.signed if self.fact == "published" else None
        if signed:
            return (Evidence(quote=signed.quote, place=signed.place),)
        hint = first_match(document, self.hinted, self.passages) if self.hinted else None
        return (hint.sentence_evidence,) if hint else ()

    def _local(self, document: Document) -> str:
        """Return what the body's place says of the statistics period, to follow a message."""
        said = [demand for demand in document.demands if demand.period]
        if self.fact != "period":
            return ""
        return "".join(f"（{one.title}：“{one.period}”）" for one in said)


def _is_bare(document: Document) -> bool:
    """Whether a page has nothing around the report: it was cut out of the page it stood on."""
    return not document.furniture and not document.links and not document.published
