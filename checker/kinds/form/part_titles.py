"""Kind ``part-titles``: the parts bear the titles that the form gives them."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.torn_blocks import is_stump
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Inapplicable, Remark, Violation


class PartTitles(Check, Struct, frozen=True, kw_only=True):
    """A part that was recognised by its number or its content has another title."""

    KIND: ClassVar[str] = "part-titles"
    TITLE: ClassVar[str] = "各部分用统一格式规定的标题。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"printed", "expected"})

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare the titles of the parts that the form knows."""
        document = case.document
        titles = {part.id: part.title for part in document.form.parts}
        known = [part for part in document.parts if part.id in titles]
        if not known:
            yield Inapplicable(reason="未识别到统一格式的任何部分")
        for part in known:
            if part.known_by in {"title", "variant"} or is_stump(document, part):
                continue
            expected = titles[part.id or ""]
            place = Place(part=part.id, block=part.start)
            yield Violation(
                evidence=(Evidence(quote=part.title, place=place, expected=expected),),
                values={"printed": part.title, "expected": expected},
            )
