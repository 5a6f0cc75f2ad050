"""Kind ``question``: what no document can prove; a person must look."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.report import AgencyKind, Document
from govcheck.document.search import says
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import FormatName, PassageName

_BODY = PassageName("body")


class Question(Check, Struct, frozen=True, kw_only=True):
    """Open, unless a link or the text gives the answer."""

    KIND: ClassVar[str] = "question"
    TITLE: ClassVar[str] = (
        "文件本身证明不了的事，请人核实；链接（linked）或正文（answered）已有答案的除外。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    reason: str
    linked: re.Pattern[str] | None = None
    """The address of a link that answers it: of a file to download."""
    answered: re.Pattern[str] | None = None
    """Words of the body that answer it."""
    asked_of: tuple[FormatName, ...] = ()
    """Formats of files that show what is asked about (html); all if none is named."""
    agencies: tuple[AgencyKind, ...] = ()
    """It is asked only of bodies known to be of these kinds …"""
    named: re.Pattern[str] | None = None
    """… and of such names …"""
    places: int | None = None
    """… and of no more places in their region: 2 are a province and a prefecture."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at the links first."""
        document, linked = case.document, self.linked
        if not self._is_asked(document):
            yield Inapplicable(reason="所问的事与这类机关或这种格式的文件无关")
            return
        if linked and any(linked.search(link.address) for link in document.links):
            return
        if not (self.answered and says(document, self.answered, (_BODY,))):
            yield Doubt(reason=self.reason, question=True)

    def _is_asked(self, document: Document) -> bool:
        if self.asked_of and document.source.format not in self.asked_of:
            return False
        if self.agencies and document.agency_kind not in self.agencies:
            return False
        if self.places is not None and len(document.region) > self.places:
            return False
        if self.named is None:
            return True
        return document.agency is not None and bool(self.named.search(document.agency.value))
