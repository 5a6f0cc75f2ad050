"""Kind ``declared-parts``: the parts that the introduction announces are those of the body."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.known_losses import UNREAD
from govcheck.document.losses import cut_off
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.late_pattern import late_pattern
from govcheck.parameters import Group, Holds, PartId, PassageName

_DIGITS: Final = {char: value for value, char in enumerate("一二三四五六七八九十", 1)}

_TOLD: Final = 2
"""With fewer parts told apart, the body does not tell how many it has."""
_ASIDE: Final = late_pattern("[（(][^（()）]*[）)]")

_Announcement = Annotated[
    re.Pattern[str],
    Group(name="count", holds=Holds.NUMERAL, needed=False),
    Group(name="list", needed=False),
]


class DeclaredParts(Check, Struct, frozen=True, kw_only=True):
    """The number announced is the number there, and no part goes unannounced.

    Whether the document has the parts that the form asks for is another rule's question.  Of a
    body that was not read whole it is only asked.
    """

    KIND: ClassVar[str] = "declared-parts"
    TITLE: ClassVar[str] = "导语所称报告由哪些部分、几个部分组成，与正文一致。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "problem"})

    find: _Announcement
    """A sentence that announces; group ``count`` is the number, ``list`` the names."""
    names: Mapping[PartId, re.Pattern[str]]
    """What announces each part."""
    enough: int
    """So many names make a list of parts."""
    passages: tuple[PassageName, ...] = (PassageName("introduction"), PassageName("overview"))
    open_end: re.Pattern[str] | None = None
    """What ends a list that leaves names out: 等六个部分."""
    and_so_on: re.Pattern[str]
    """What may leave names out: 等."""
    counted: _Announcement | None = None
    """Likewise, in other words; asked where ``find`` finds no announcement."""
    foreign: re.Pattern[str] | None = None
    """Names of parts that another form has and this one has not."""
    unless: re.Pattern[str] | None = None
    """Words in the sentence that show that it speaks of something else."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Judge the first announcement."""
        document = case.document
        said = self._said(document, self.find) or self._said(document, self.counted)
        if said is None:
            yield Inapplicable(reason="导语未说明报告由哪些部分组成")
            return
        there = {part.id or part.title for part in document.parts}
        lost = cut_off(document) or (UNREAD if document.incomplete else None)
        for remark in self._faults(document, said, 0 if lost else len(there)):
            if isinstance(remark, Violation) and (lost or len(there) < _TOLD):
                problem = remark.values["problem"]
                reason = f"导语所列各部分：{problem}；正文未能读全，是否与正文一致请核实"
                yield Doubt(reason=reason, evidence=remark.evidence, loss=lost)
            else:
                yield remark

    def _faults(self, document: Document, said: Match, there: int) -> Iterator[Remark]:
        """Yield how what is announced differs from the form, and from so many parts there."""
        count = _number(said)
        if count is None or count in {len(self.names), there}:
            yield from self._foreign(said) or self._unnamed(document, said, count)
            return
        full = f"正文有 {there} 个" if there >= _TOLD else f"统一格式有 {len(self.names)} 个"
        yield self._violation(said, f"称有 {count} 个部分，{full}")

    def _said(self, document: Document, words: re.Pattern[str] | None) -> Match | None:
        found = matches(document, words, self.passages) if words else ()
        return next((one for one in found if self._announces(one)), None)

    def _announces(self, said: Match) -> bool:
        if self.unless and self.unless.search(said.sentence):
            return False
        listed = said.group("list")
        named = sum(bool(words.search(listed)) for words in self.names.values())
        return bool(said.group("count")) or named >= self.enough

    def _foreign(self, said: Match) -> list[Remark]:
        names = _ASIDE.sub("", said.group("list"))
        listed = self.foreign.finditer(names) if self.foreign else ()
        foreign = "".join(f"“{name[0]}”" for name in listed)
        return [self._violation(said, f"统一格式没有{foreign}这一部分")] if foreign else []

    def _unnamed(self, document: Document, said: Match, count: int | None) -> Iterator[Remark]:
        listed = said.group("list")
        missing = [part for part, words in self.names.items() if not words.search(listed)]
        if not missing or len(self.names) - len(missing) < self.enough:
            return
        to_the_last = tuple(self.names)[-1] not in missing
        shortened = self.open_end is not None and self.open_end.search(said.text) is not None
        if count is not None and shortened and not to_the_last:
            return
        titles = {part.id: part.title for part in document.form.parts}
        names = "、".join(f"“{titles.get(part, part)}”" for part in missing)
        if shortened or (count is None and self.and_so_on.search(said.text)):
            listed = "列举至最后一部分，" if to_the_last else "列举各部分时"
            reason = f"导语{listed}没有{names}，是否以“等”字省略，请核实"
            yield Doubt(reason=reason, evidence=(said.evidence,))
        elif count is None:
            yield self._violation(said, f"没有列出{names}")
        elif count == len(self.names):
            yield self._violation(said, f"称有 {count} 个部分，所列名称中没有{names}")

    def _violation(self, said: Match, problem: str) -> Violation:
        values = {"words": said.evidence.quote, "problem": problem}
        return Violation(values=values, evidence=(said.evidence,))


def _number(said: Match) -> int | None:
    number = said.number("count")
    return _DIGITS.get(said.group("count")) if number is None else int(number)
