"""Kind ``page-fact``: the page states a fact about the document's publication."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import FormatName


class PageFact(Struct, frozen=True, kw_only=True):
    """The reader found the fact; a file that is no page cannot show it."""

    KIND: ClassVar[str] = "page-fact"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    fact: Literal["published", "issuer"]
    pages: tuple[FormatName, ...]
    """Formats of files that are published pages: html."""
    doubt: str
    """What to say of another file that does not show it."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Accuse only a page."""
        document = case.document
        if getattr(document, self.fact):
            return
        if document.source.format in self.pages:
            yield Violation()
        else:
            yield Doubt(reason=self.doubt)
