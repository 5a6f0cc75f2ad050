"""Numbers in a paragraph with what they count, when, and in what relation.

One pass over a paragraph: its numerals and the words that govern them (topic, time, end of
a sentence) are walked through together in reading order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from govcheck.document.figure import Period, Relation
from govcheck.understanding.prose.concepts import (
    CASE_UNITS,
    NOTHING,
    TOPIC,
    application,
    case,
    scope_of,
)
from govcheck.understanding.prose.document_counts import document
from govcheck.understanding.prose.ellipses import elided
from govcheck.understanding.prose.numerals import Numeral
from govcheck.understanding.prose.relations import relation_of

_MARK: Final = re.compile(
    r"(?=[。！？!?《20去上下一二三四第截自今以依申公信行复诉应起规留热来咨建提投工曝纠案权事问培会备意舆])"
    r"(?:(?P<stop>[。！？!?])|(?P<title>《[^》\n]{0,80}》)"
    r"|(?P<whole>1月1日起?[至到—－-]+(?:20[0-9]{2}年)?12月31日)"
    r"|(?<![较比与同转至到])(?:(?P<year>20[0-9]{2})年|(?P<last>去年|上一?年))"
    r"(?!度?(?:的|未办结的?)?(?:结转|转结|转入|遗留|顺延))"
    r"|(?P<part>[上下]半年|[一二三四]季度)|(?P<since>截[至止]|以来)|" + TOPIC + ")"
)
_BEFORE: Final = 60
_AFTER: Final = re.compile(r"[^，。；、\n]{0,30}")


class Quantity(NamedTuple):
    """A numeral and what the words around it make of it."""

    numeral: Numeral
    subject: str
    concept: str | None
    scope: str
    relation: Relation
    period: Period
    sentence: int
    """Running number within the paragraph, from 0."""


@dataclass(slots=True)
class _QuantityWalk:
    """What holds at the point that the walk has come to."""

    text: str
    year: int | None
    topic: str = ""
    period: Period = Period.THIS_YEAR
    sentence: int = 0
    clause: int = 0
    """Where the words that belong to the next numeral begin."""
    unsearched: int = 0
    """From where on in the sentence it has not been looked for what it is about."""
    disclosure: bool = False
    """Whether it is known that cases spoken of are about disclosure."""
    account: str = ""
    """The words that limit the account (received, handled, …) that is being given."""
    named: list[str] = field(default_factory=list[str])
    """The concepts of the sentence so far; none for a figure that is part of another."""
    last: tuple[str, str] | None = None
    """The unit and scope of the figure right before, if it has a concept."""

    def mark(self, match: re.Match[str]) -> None:
        """Take note of a governing word."""
        kind = match.lastgroup
        if kind == "stop":
            self.sentence += 1
            self.period, self.account = Period.THIS_YEAR, ""
            self.last = None
            if self.named:
                self.named = []
            self.clause = self.unsearched = match.end()
        elif kind == "year":
            same = self.year is None or int(match["year"]) == self.year
            last = self.year is not None and int(match["year"]) == self.year - 1
            self.period = (
                Period.THIS_YEAR if same else Period.LAST_YEAR if last else Period.OTHER_YEAR
            )
        elif kind in _PERIODS:
            self.period = _PERIODS[kind]
        elif kind != "title" and kind is not None:
            self.topic = kind
            self._note_disclosure(match)

    def _note_disclosure(self, match: re.Match[str]) -> None:
        """Look for 信息公开 in what the sentence has said since it was last looked for."""
        if self.disclosure:
            return
        said = self.text.find(_ABOUT, self.unsearched, match.start()) >= 0
        self.disclosure = said or match.lastgroup == "applications"
        self.unsearched = max(self.unsearched, match.start() - len(_ABOUT))

    def read(self, numeral: Numeral) -> Quantity:
        """Make a quantity of the next numeral."""
        begin = max(self.clause, numeral.start - _BEFORE)
        before = self.text[begin : numeral.start].replace(" ", "")
        relation = relation_of(before, numeral.unit)
        concept = self._concept(before, numeral) if relation is Relation.COUNT else None
        scope = ""
        if concept:
            scope = self._scope(before, concept)
        elif self.last and relation is Relation.COUNT and numeral.unit == self.last[0]:
            concept = elided(before, self.named)
            scope = self.last[1] if concept else ""
        self.last = None
        if concept:
            self.last = numeral.unit, scope
            self.named.append("" if _WITHIN.search(before) else concept)
        self.clause = numeral.end
        if concept and not before.strip(NOTHING):
            self.clause += len(self._after(numeral))
        return Quantity(
            numeral=numeral,
            subject=before.lstrip("，；：、（）"),
            concept=concept,
            scope=scope,
            relation=relation,
            period=self.period,
            sentence=self.sentence,
        )

    def _concept(self, before: str, numeral: Numeral) -> str | None:
        if not self.topic or self.topic == "other":
            return None
        if self.topic == "fee":
            return "fee.received" if numeral.unit == "元" else None
        if numeral.unit not in CASE_UNITS:
            return None
        if self.topic == "applications":
            return application(before, self._after(numeral).replace(" ", ""), self.year)
        if self.topic in {"documents", "rules"}:
            return document(self.topic, before)
        return case(self.topic, before) if self.disclosure else None

    def _scope(self, before: str, concept: str) -> str:
        """Return what limits the figure; an account stays with the body that it opens with."""
        own = scope_of(before, self.topic)
        if concept.endswith(_OPENING):
            self.account = own
        elif "；" in before:
            self.account = ""
        return own or self.account

    def _after(self, numeral: Numeral) -> str:
        """Return the words between a numeral and the next comma."""
        match = _AFTER.match(self.text, numeral.end)
        return match[0] if match else ""


_WITHIN: Final = re.compile("其中|含|包括")
_PERIODS: Final = {
    "whole": Period.THIS_YEAR,
    "last": Period.LAST_YEAR,
    "part": Period.PART_OF_YEAR,
    "since": Period.CUMULATIVE,
}
_OPENING: Final = (".new", ".received", ".handled", ".total")
_ABOUT: Final = "信息公开"
_DISCLOSURE: Final = frozenset({"applications", "review-litigation"})
"""Parts that speak of nothing else."""


def read_quantities(
    text: str,
    numerals: Sequence[Numeral],
    *,
    year: int | None,
    span: tuple[int, int],
    part: str | None = None,
) -> Iterator[Quantity]:
    """Yield the quantities of the paragraph at ``span``, which holds these numerals."""
    topic = "applications" if part == "applications" else ""
    reader = _QuantityWalk(
        text=text,
        year=year,
        topic=topic,
        clause=span[0],
        unsearched=span[0],
        disclosure=part in _DISCLOSURE,
    )
    marks = _MARK.finditer(text, *span)
    pending = next(marks, None)
    for numeral in numerals:
        while pending is not None and pending.start() < numeral.start:
            reader.mark(pending)
            pending = next(marks, None)
        yield reader.read(numeral)
