"""Kind ``title-words``: words that the title should not have."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Inapplicable, Remark, Violation


class TitleWords(Check, Struct, frozen=True, kw_only=True):
    """The pattern does not match the title (without its spaces)."""

    KIND: ClassVar[str] = "title-words"
    TITLE: ClassVar[str] = "标题没有不该有的字词（pattern）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"title"})

    pattern: re.Pattern[str]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Search the title."""
        document = case.document
        if document.title is None:
            yield Inapplicable(reason="未识别到标题")
            return
        title = "".join(document.title.value.split())
        if self.pattern.search(title):
            evidence = Evidence(quote=document.title.quote or title, place=document.title.place)
            yield Violation(evidence=(evidence,), values={"title": title})
