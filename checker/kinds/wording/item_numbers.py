"""Kind ``item-numbers``: the numbers of a list run on without gap or change of style."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, ClassVar, Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.losses import is_damaged
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import Group, Holds, PassageName
from govcheck.understanding.prose.numerals import han_number

_DIGITS: Final = "零一二三四五六七八九"
_HUNDRED: Final = 100
_NO_NUMBER: Final = -1


_Marker = Annotated[
    re.Pattern[str],
    Group(name="number", holds=Holds.NUMERAL),
    Group(name="style", needed=False),
]


class ItemNumbers(Check, Struct, frozen=True, kw_only=True):
    """In each passage, the items that ``marker`` finds count 1, 2, 3 …, again and again.

    ``marker`` has a group ``number`` and, where styles may mix, a group ``style``.  A run
    begins at 1; what comes before the first 1 of a passage may belong to a list that the
    reader cannot see whole, and is left alone unless ``begun`` is given.
    """

    KIND: ClassVar[str] = "item-numbers"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = (
        "列项的序号依次连续；写 styles 时，改问序号后的标点是否一致；写 begun 时，改问一列是否"
        "从一数起（其前有 begun 的不问）。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "expected", "before"})

    marker: _Marker
    passages: tuple[PassageName, ...]
    styles: bool = False
    """Judge the marks' style instead of their numbers."""
    resets: re.Pattern[str] | None = None
    """What begins a new list: a heading of a higher level."""
    begun: re.Pattern[str] | None = None
    """Judge only where a passage's first list begins: at 1, or behind one of these words."""

    def __post_init__(self) -> None:
        """Raise ValueError for marks whose style cannot be told."""
        if self.styles and "<style>" not in self.marker.pattern:
            raise ValueError("styles: true 要求 marker 有名为 style 的组：(?P<style>[.．、])")

    def examine(self, case: Case) -> Iterator[Remark]:
        """Walk through every list of every passage."""
        for name in self.passages:
            found = list(matches(case.document, self.marker, (name,)))
            if self.begun:
                yield from self._beginning(case.document, found[:2])
                continue
            for items in self._lists(found):
                wrong = _mixed(items) if self.styles else _skipped(items)
                if wrong:
                    yield self._judged(case.document, wrong, items)

    def _judged(self, document: Document, wrong: Violation, items: Sequence[Match]) -> Remark:
        """Doubt a gap in a text that has lost more; a number that goes back is wrong."""
        steps = (_number(after) - _number(before) for before, after in pairwise(items))
        skips = next((step for step in steps if step != 1), 1) > 1
        if self.styles or not skips or not is_damaged(document):
            return wrong
        values = wrong.values
        reason = f"“{values['before']}”之后是“{values['words']}”，其间的内容可能在提取时丢失"
        return Doubt(reason=reason, evidence=wrong.evidence)

    def _beginning(self, document: Document, found: Sequence[Match]) -> Iterator[Remark]:
        """Judge the first item of a passage by its number and by what stands before it."""
        if not found or _number(found[0]) <= 1 or self._begins(found[0]):
            return
        first = found[0]
        if len(found) > 1 and _number(found[1]) != _number(first) + 1:
            return
        wrong = _violation(first, _written(1, first), first, sure=False)
        if is_damaged(document):
            words, expected = wrong.values["words"], wrong.values["expected"]
            reason = f"“{words}”之前没有“{expected}”，可能在提取时丢失"
            yield Doubt(reason=reason, evidence=wrong.evidence)
        else:
            yield wrong

    def _begins(self, first: Match) -> bool:
        """Whether the list begins in other words, in its part's heading if not in its text."""
        part = first.document.part(first.passage.part or "")
        heading = f"{part.title}\n" if part else ""
        said = heading + first.passage.text[: first.start]
        return self.begun is not None and self.begun.search(said) is not None

    def _lists(self, found: Sequence[Match]) -> Iterator[list[Match]]:
        """Cut the items of a passage where the count begins anew."""
        items: list[Match] = []
        for match in found:
            if items and (_number(match) == 1 or self._reset(items[-1], match)):
                yield items
                items = []
            items.append(match)
        if items:
            yield items

    def _reset(self, before: Match, match: Match) -> bool:
        between = match.passage.text[before.end : match.start]
        return self.resets is not None and self.resets.search(between) is not None


def _skipped(items: list[Match]) -> Violation | None:
    """Return the first number that does not follow the one before it."""
    if len(items) < 2 or _number(items[0]) != 1:  # noqa: PLR2004 - one item is no list
        return None
    for before, match in pairwise(items):
        number, expected = _number(match), _number(before) + 1
        if number != expected:
            sure = number < expected
            return _violation(match, _written(expected, match), before, sure=sure)
    return None


def _mixed(items: list[Match]) -> Violation | None:
    """Return the first mark in another style than the first item's."""
    for match in items[1:]:
        usual = items[0].group("style")
        if match.group("style") != usual:
            return _violation(match, match.group("number") + usual, items[0])
    return None


def _violation(match: Match, expected: str, before: Match, *, sure: bool = True) -> Violation:
    """Say what should stand there, unless (not ``sure``) an item may be missing instead."""
    quote = match.evidence.quote.strip()
    evidence = Evidence(quote=quote, place=match.place)
    if sure:
        evidence = replace(evidence, expected=expected, actual=quote)
    values = {"words": quote, "expected": expected, "before": before.evidence.quote.strip()}
    return Violation(evidence=(evidence,), values=values)


def _number(match: Match) -> int:
    written = match.group("number")
    if written.isdecimal():
        number = match.number("number")
        return _NO_NUMBER if number is None else int(number)
    said = han_number(written)
    return _NO_NUMBER if said is None else said


def _written(number: int, like: Match) -> str:
    """Write a number as the list writes its own."""
    written = like.group("number")
    if written.isdecimal() or not 0 < number < _HUNDRED:
        text = str(number)
    else:
        tens, ones = divmod(number, 10)
        text = ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
            _DIGITS[ones] if ones else ""
        )
    return like.text.strip().replace(written, text, 1)
