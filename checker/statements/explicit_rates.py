"""Rates whose base stands right beside them: 58件，其中30件，占51.7%."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.naming import plain
from govcheck.document.vocabulary import Vocabulary
from govcheck.statements.rates import Share
from govcheck.statements.rounding import percent, stands_for
from govcheck.statements.stated import bounds


class ExplicitRate(Struct, frozen=True, kw_only=True):
    """A rate, the part or the change that it tells of, and the base beside it."""

    rate: Figure
    part: Decimal
    base: Decimal
    name: str

    @property
    def exact(self) -> Decimal:
        """What the rate should be."""
        return self.part / self.base * 100

    @property
    def worked(self) -> str:
        """The division, without its result."""
        return f"{plain(self.part)}÷{plain(self.base)}"


def share_of_whole(
    text: str, share: Share, figures: list[Figure], vocabulary: Vocabulary
) -> ExplicitRate | None:
    """Return a single share with the whole that stands before it, joined by 其中."""
    at = figures.index(share.part)
    whole = figures[at - 1] if at else None
    if whole is None or whole.relation is not Relation.COUNT or whole.approximate:
        return None
    if whole.unit != share.part.unit or whole.value < share.part.value or not whole.value:
        return None
    among = vocabulary.pattern("statements.share_among")
    if not among.fullmatch(text, bounds(whole)[1], bounds(share.part)[0]):
        return None
    return ExplicitRate(rate=share.rate, part=share.part.value, base=whole.value, name="占比")


def is_borne_out(one: ExplicitRate, counts: Iterable[Decimal]) -> bool:
    """Whether the base beside a rate gives it, or another count in its stead."""
    known = list(counts)
    pairs = [(one.part, base) for base in (one.base, *known)]
    pairs += [(abs(count - one.base), one.base) for count in known]
    return any(stands_for(percent(*pair), one.rate) for pair in pairs)


def quotients(
    text: str, figures: list[Figure], vocabulary: Vocabulary
) -> Iterator[ExplicitRate]:
    """Yield the rates that are written with their quotient: 90.5%（38/42）, 38/42（90.5%）."""
    behind = vocabulary.pattern("statements.quotient_behind")
    before = vocabulary.pattern("statements.quotient_before")
    for rate in figures:
        if rate.relation is not Relation.RATE:
            continue
        start, end = bounds(rate)
        found = behind.match(text, end) or before.search(text, max(0, start - 24), start)
        if found:
            part, base = Decimal(found["part"]), Decimal(found["base"])
            yield ExplicitRate(rate=rate, part=part, base=base, name="比率")


def changes(text: str, figures: list[Figure], vocabulary: Vocabulary) -> Iterator[ExplicitRate]:
    """Yield the changes against last year whose base or difference is given beside them."""
    reading = _Reading(text, vocabulary)
    for three in zip(figures, figures[1:], figures[2:], strict=False):
        found = (
            reading.base_before(*three)
            or reading.base_after(*three)
            or reading.base_between(*three)
            or reading.from_to(*three)
        )
        if found and found.base > 0:
            yield found
    for four in zip(figures, figures[1:], figures[2:], figures[3:], strict=False):
        found = reading.base_and_more(*four)
        if found and found.base > 0:
            yield found


class _Reading:
    """One paragraph, and the words that it is read by."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._vocabulary = vocabulary

    def _words(self, name: str) -> re.Pattern[str]:
        return self._vocabulary.pattern(f"statements.{name}")

    def _changed(self, first: Figure, last: Figure) -> re.Match[str] | None:
        """Match what stands between two figures if it says that the first rose or fell."""
        return self._words("changed").fullmatch(self._text, bounds(first)[1], bounds(last)[0])

    def _sign(self, changed: re.Match[str]) -> int:
        return -1 if self._words("fell").fullmatch(changed["word"]) else 1

    def base_before(self, amount: Figure, beside: Figure, rate: Figure) -> ExplicitRate | None:
        """Read 96件，较上年的118件下降18.6%, and 1200条，比上年增加200条，增长20%."""
        text, changed = self._text, self._changed(beside, rate)
        if changed is None or not _are_told(amount, beside, rate):
            return None
        gap = bounds(amount)[1], bounds(beside)[0]
        start = bounds(amount)[0]
        sign = self._sign(changed)
        if self._words("than_last").fullmatch(text, *gap):
            return _change(rate, sign * (amount.value - beside.value), beside.value)
        if not self._words("more").fullmatch(text, *gap):
            return None
        if self._words("of_last").search(text, max(0, start - 12), start):
            return _change(rate, beside.value, amount.value)
        return _change(rate, beside.value, amount.value - sign * beside.value)

    def from_to(self, first: Figure, last: Figure, rate: Figure) -> ExplicitRate | None:
        """Read 由上年的100条增加到120条，增长20%."""
        text, start = self._text, bounds(first)[0]
        changed = self._words("changed_so").fullmatch(text, bounds(last)[1], bounds(rate)[0])
        grown = self._words("to_now").fullmatch(text, bounds(first)[1], bounds(last)[0])
        if not changed or not grown or not _are_told(last, first, rate):
            return None
        if not self._words("from_last").search(text, max(0, start - 12), start):
            return None
        sign = -1 if self._words("fell").search(changed["word"]) else 1
        return _change(rate, sign * (last.value - first.value), first.value)

    def base_after(self, amount: Figure, rate: Figure, beside: Figure) -> ExplicitRate | None:
        """Read 3205件，同比增长11.2%（2024年为2882件）."""
        if beside.period is not Period.LAST_YEAR or not _are_told(amount, beside, rate):
            return None
        gap = self._text[bounds(amount)[1] : bounds(rate)[0]]
        grown = self._words("against_last").fullmatch(gap.lstrip("，,（("))
        was = self._words("last_was")
        if not grown or not was.fullmatch(self._text, bounds(rate)[1], bounds(beside)[0]):
            return None
        sign = -1 if self._words("fell").search(gap) else 1
        return _change(rate, sign * (amount.value - beside.value), beside.value)

    def base_between(self, amount: Figure, beside: Figure, rate: Figure) -> ExplicitRate | None:
        """Read 31件，上年为26件，同比增长19.2%."""
        if beside.period is not Period.LAST_YEAR or not _are_told(amount, beside, rate):
            return None
        was, changed = self._words("last_was"), self._changed(beside, rate)
        if not changed or not was.fullmatch(self._text, bounds(amount)[1], bounds(beside)[0]):
            return None
        change = self._sign(changed) * (amount.value - beside.value)
        return _change(rate, change, beside.value)

    def base_and_more(
        self, amount: Figure, beside: Figure, more: Figure, rate: Figure
    ) -> ExplicitRate | None:
        """Read 96件，比上年的80件增加16件，增长20%."""
        if more.unit != beside.unit or not _are_told(amount, beside, rate):
            return None
        risen, changed = self._changed(beside, more), self._changed(more, rate)
        gap = bounds(amount)[1], bounds(beside)[0]
        if not (risen and changed and self._words("than_last").fullmatch(self._text, *gap)):
            return None
        change = self._sign(changed) * (amount.value - beside.value)
        return _change(rate, change, beside.value)


def _are_told(amount: Figure, beside: Figure, rate: Figure) -> bool:
    """Whether two exact amounts of one unit stand with a percentage."""
    plain_amount = amount.relation is Relation.COUNT and not amount.approximate
    alike = amount.unit == beside.unit and not beside.approximate
    return plain_amount and alike and rate.unit in {"%", "％"}


def _change(rate: Figure, part: Decimal, base: Decimal) -> ExplicitRate:
    return ExplicitRate(rate=rate, part=part, base=base, name="较上年变动")
