"""Kind ``cover-letter``: what is published is the report, not the letter that hands it in."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import PassageName


class Sign(Struct, frozen=True, kw_only=True):
    """Words by which one knows a letter to a superior."""

    name: str
    """What a finding calls it: 呈报用语."""
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Words in the sentence that show that it speaks to the public, or of something else."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)
    titles: bool = False
    """Looked for in the titles of document and page as well."""
    alone: Literal["fail", "open", "pass"]
    """What it shows by itself; two signs of other names, of which one is not
    ``pass``, show a letter."""


class CoverLetter(Check, Struct, frozen=True, kw_only=True):
    """No sign of a letter, or one that proves nothing by itself."""

    KIND: ClassVar[str] = "cover-letter"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "没有把报送年报的函发布出来：有一个确切的迹象（signs）或者两个迹象的判为不符，"
        "只有一个迹象的请人核实。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"signs", "words"})

    signs: tuple[Sign, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Gather the signs, the first place of each, and weigh them together."""
        found = [
            (sign, seen)
            for sign in self.signs
            if (seen := _first_seen(case.document, sign)) is not None
        ]
        weight = [sign.alone for sign, _ in found]
        if not weight or set(weight) == {"pass"}:
            return
        names = list(dict.fromkeys(sign.name for sign, _ in found))
        sure = "fail" in weight or len(names) > 1
        remark = Violation if sure else Doubt
        yield remark(
            evidence=tuple(seen for _, seen in found),
            values={
                "signs": "、".join(names),
                "words": found[0][1].quote,
            },
        )


def _first_seen(document: Document, sign: Sign) -> Evidence | None:
    match = next(_counting(document, sign), None)
    if match:
        return match.evidence
    titles = (document.title, *document.page_titles) if sign.titles else ()
    for title in titles:
        if title and sign.pattern.search(title.value):
            return Evidence(quote=title.quote, place=title.place)
    return None


def _counting(document: Document, sign: Sign) -> Iterator[Match]:
    for match in matches(document, sign.pattern, sign.passages):
        if not (sign.unless and sign.unless.search(match.sentence)):
            yield match
