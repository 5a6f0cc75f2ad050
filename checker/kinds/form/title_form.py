"""Kind ``title-form``: the title names the agency, the year and the kind of document."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.losses import is_lossy, lost_opening
from govcheck.document.report import Document
from govcheck.document.titles import agency_in_title
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation

_LONGEST_LINE: Final = 50
"""A line that names the agency for the title is no sentence of the introduction."""
_LEAST_AGENCY: Final = 2
"""The shortest name of an agency has two characters: 我市 has none."""

_FURNITURE: Final = "furniture"
_RECORDED: Final = (
    "文本没有标题，页面登记的名称“{title}”缺少{missing}，报告本身的标题如何，请对照原件核实"
)


class TitleForm(Check, Struct, frozen=True, kw_only=True):
    """One finding says what the title lacks; the agency may stand in the line above it."""

    KIND: ClassVar[str] = "title-form"
    TITLE: ClassVar[str] = "标题写明机关名称、年度和规定的文件名称。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"title", "missing"})

    year: re.Pattern[str]
    name: re.Pattern[str]
    """The statutory name of the document."""
    name_said: str
    other_name: re.Pattern[str]
    """Names that such documents bear by mistake, so as to know what is the agency."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look for the three parts of the title."""
        document = case.document
        if document.title is None:
            yield _untitled(document)
            return
        title = "".join(document.title.value.split())
        missing = [
            *([] if self._names_agency(document, title) else ["机关名称"]),
            *([] if self.year.search(title) else ["年度"]),
            *([] if self.name.search(title) else [f"规定名称“{self.name_said}”"]),
        ]
        if missing:
            evidence = Evidence(quote=document.title.quote or title, place=document.title.place)
            values = {"title": title, "missing": "、".join(missing)}
            if is_lossy(document) and document.title.place.part == _FURNITURE:
                yield Doubt(reason=_RECORDED.format_map(values), evidence=(evidence,))
            else:
                yield Violation(evidence=(evidence,), values=values)

    def _names_agency(self, document: Document, title: str) -> bool:
        name = self.name if self.name.search(title) else self.other_name
        agency = agency_in_title(title, document.vocabulary, year=self.year, name=name)
        if len(agency) >= _LEAST_AGENCY:
            return True
        return document.agency is not None and document.agency.value in _around_title(document)


def _untitled(document: Document) -> Doubt:
    """Ask for the title; a body's name that stands first, in its stead, is shown."""
    first = document.agency if document.agency and document.agency.place.block == 0 else None
    head = document.body[0] if document.body else None
    if first and isinstance(head, Paragraph) and head.text.normal == first.quote:
        evidence = (Evidence(quote=first.quote, place=first.place),)
        return Doubt(reason="未识别到标题，只见机关名称", evidence=evidence)
    return Doubt(reason="未识别到标题", loss=lost_opening(document))


def _around_title(document: Document) -> str:
    """Return the short lines over and right under the title, without spaces."""
    at = document.title.place.block if document.title else None
    lines = document.body[: at + 2] if at is not None else ()
    return "".join(
        "".join(block.text.normal.split())
        for block in lines
        if isinstance(block, Paragraph) and len(block.text.normal) <= _LONGEST_LINE
    )
