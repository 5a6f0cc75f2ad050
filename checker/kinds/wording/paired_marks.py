"""Kind ``paired-marks``: every opening bracket or quotation mark has its closing one."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.holes import is_whole
from govcheck.document.report import Document
from govcheck.document.torn_blocks import torn_blocks
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation

_WIDTHS: Final = tuple(zip("()［］[]", "（）〔〕〔〕", strict=True))
_MOST_PLACES: Final = 10
_CONTEXT: Final = 12


class PairedMarks(Check, Struct, frozen=True, kw_only=True):
    """Within each paragraph, the marks of every pair open and close by turns.

    A quotation that runs over several paragraphs is spared: the marks of the paragraphs
    that follow up to the next balance are counted together.
    """

    KIND: ClassVar[str] = "paired-marks"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "括号、引号、书名号成对。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "mark", "count"})

    pairs: tuple[str, ...]
    """Two characters each: 《》, （）, “”."""
    list_marks: re.Pattern[str]
    """What looks like a lone closing bracket and is the mark of a list item: 1）."""
    reach: int
    """How many paragraphs a pair may span."""
    within_sentence: tuple[str, ...] = ()
    """Pairs that no sentence ends in: 《》. They span paragraphs only where a line was torn."""

    def __post_init__(self) -> None:
        """Raise ValueError for a pair that is none."""
        if wrong := [pair for pair in self.pairs if len(set(pair)) != 2 or len(pair) != 2]:  # noqa: PLR2004
            raise ValueError(f"“{wrong[0]}”不是一对标点；应写两个不同的字符，如《》")

    def examine(self, case: Case) -> Iterator[Remark]:
        """Count first: most paragraphs have as many opening as closing marks."""
        document = case.document
        torn = torn_blocks(document)
        wrong = [
            evidence
            for index, block in enumerate(document.body)
            if isinstance(block, Paragraph) and index not in torn
            for evidence in self._wrong(document, index, block)
        ]
        if wrong:
            marks = dict.fromkeys(evidence.actual or "" for evidence in wrong)
            values = {
                "words": wrong[0].quote,
                "mark": "”“".join(marks),
                "count": str(len(wrong)),
            }
            shown = tuple(wrong[:_MOST_PLACES])
            yield Violation(evidence=shown, values=values, more=len(wrong) - len(shown))

    def _wrong(self, document: Document, index: int, block: Paragraph) -> Iterator[Evidence]:
        text = _widened(block.text.normal)
        for pair in self.pairs:
            opening, closing = pair[0], pair[1]
            if text.count(opening) == text.count(closing):
                continue
            at = _lone(self._without_list_marks(text), opening, closing)
            if at is None or self._spans(document, index, opening, closing):
                continue
            yield _evidence(document, index, block, at)

    def _without_list_marks(self, text: str) -> str:
        return self.list_marks.sub(lambda match: " " * len(match[0]), text)

    def _spans(self, document: Document, index: int, opening: str, closing: str) -> bool:
        """Whether the paragraphs before or after bring the missing mark."""
        before = document.body[max(0, index - self.reach) : index][::-1]
        after = document.body[index : index + self.reach + 1]
        lines_before, lines = (
            [block.text.normal for block in blocks if isinstance(block, Paragraph)]
            for blocks in (before, after)
        )
        if opening + closing in self.within_sentence:
            lines_before = list(takewhile(lambda line: not is_whole(line), lines_before))
            torn = sum(1 for _ in takewhile(lambda line: not is_whole(line), lines))
            lines = lines[: torn + 1]
        near = _widened("".join((*lines_before[::-1], *lines)))
        return near.count(opening) == near.count(closing)


def _widened(text: str) -> str:
    """Write every bracket in one way; a replacement for each is faster than one table."""
    for narrow, wide in _WIDTHS:
        text = text.replace(narrow, wide)
    return text


def _lone(text: str, opening: str, closing: str) -> int | None:
    """Return the index of the first mark without its partner."""
    opened: list[int] = []
    for match in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if match[0] == opening:
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            return match.start()
    return opened[0] if opened else None


def _evidence(document: Document, index: int, block: Paragraph, at: int) -> Evidence:
    length = len(block.text.normal)
    place = document.block_place(index, max(0, at - _CONTEXT), min(length, at + _CONTEXT))
    return Evidence(
        quote=document.quote(place), place=place, actual=block.text.quote(at, at + 1)
    )
