"""Kind ``attachment``: the page offers the document as a file."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import says
from govcheck.kinds.remark import Doubt, Remark


class Attachment(Struct, frozen=True, kw_only=True):
    """A link leads to a file, or the text says where one is; else a person must look."""

    KIND: ClassVar[str] = "attachment"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    address: re.Pattern[str]
    """What the address of such a file looks like."""
    statement: re.Pattern[str]
    """What the text says of such a file."""
    reason: str

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at the links first."""
        document = case.document
        if any(self.address.search(link.address) for link in document.links):
            return
        if not says(document, self.statement, ("body",)):
            yield Doubt(reason=self.reason)
