"""Kind ``attachment-only``: the document is more than a link to a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from govcheck.assessment import Evidence, Remark, Violation
from govcheck.document import Document, Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentOnly:
    """A body of no more than ``most`` characters and no table, beside a link to a file."""

    KIND: ClassVar[str] = "attachment-only"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"attachment"})

    most: int
    file: re.Pattern[str]
    """The address of a file: ends in .pdf, .doc …"""

    def examine(self, document: Document) -> Iterator[Remark]:
        """Count the body's characters, then look for a link to a file."""
        body = document.passage("body")
        if (body and len(body.text) > self.most) or document.parts:
            return
        if any(isinstance(block, Grid) for block in document.body):
            return
        link = next((link for link in document.links if self._to_file(link.address)), None)
        if link:
            name = link.text or link.address
            yield Violation(evidence=(Evidence(quote=name),), values={"attachment": name})

    def _to_file(self, address: str) -> bool:
        return bool(self.file.search(address))
