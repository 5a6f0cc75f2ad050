"""Rates whose base stands right beside them: 58件，其中30件，占51.7%."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.document.figure import Figure, Period, Relation
from govcheck.document.naming import plain
from govcheck.late_pattern import late_pattern
from govcheck.statements.rates import AGAINST_LAST, Share
from govcheck.statements.stated import bounds

_AMONG: Final = late_pattern(
    r"[^，,。；;0-9]{0,6}[，,：:（(]?其中[：:，,]?[^，,。；;0-9]{0,14}"
    r"|[^，,。；;0-9]{0,14}中[，,：:][^，,。；;0-9]{0,14}"
)
_LAST_YEAR: Final = late_pattern(
    r"[^。；;0-9]{0,8}[较比与](?:上一?年度?|去年|20[0-9]{2}年度?)(?:同期)?的?"
)
_MORE: Final = late_pattern(
    r"[^。；;0-9]{0,8}(?:同比|[较比与]上一?年度?(?:同期|相比)?|[较比与]去年(?:同期|相比)?|相比)[^，,。；;0-9]{0,4}"
    "(?:增加|减少|多|少)了?"
)
_OF_LAST_YEAR: Final = late_pattern(
    r"[较比与](?:上一?年度?|去年|20[0-9]{2}年度?)(?:同期)?的?[约近超]?$"
)
_LAST_YEAR_WAS: Final = late_pattern(
    r"[（(，,；;](?:上一?年度?|去年|20[0-9]{2}年度?)(?:同期)?[为是有]?"
)
_CHANGED: Final = late_pattern(
    r"(?:相比)?[，,、]?(?:同比)?(?P<word>增长|增加|增幅|上升|下降|减少|降低|降幅|提高)[了为达约]{0,2}"
)
_FALLING: Final = frozenset(("下降", "减少", "降低", "降幅"))


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


def share_of_whole(text: str, share: Share, figures: list[Figure]) -> ExplicitRate | None:
    """Return a single share with the whole that stands before it, joined by 其中."""
    at = figures.index(share.part)
    whole = figures[at - 1] if at else None
    if whole is None or whole.relation is not Relation.COUNT or whole.approximate:
        return None
    if whole.unit != share.part.unit or whole.value < share.part.value or not whole.value:
        return None
    if not _AMONG.fullmatch(text, bounds(whole)[1], bounds(share.part)[0]):
        return None
    return ExplicitRate(rate=share.rate, part=share.part.value, base=whole.value, name="占比")


def changes(text: str, figures: list[Figure]) -> Iterator[ExplicitRate]:
    """Yield the changes against last year whose base or difference is given beside them."""
    for three in zip(figures, figures[1:], figures[2:], strict=False):
        found = _base_before(text, *three) or _base_after(text, *three)
        if found and found.base > 0:
            yield found


def _base_before(
    text: str, amount: Figure, beside: Figure, rate: Figure
) -> ExplicitRate | None:
    """Read 96件，较上年的118件下降18.6%, and 1200条，比上年增加200条，增长20%."""
    changed = _CHANGED.fullmatch(text, bounds(beside)[1], bounds(rate)[0])
    if changed is None or not _are_told(amount, beside, rate):
        return None
    sign = -1 if changed["word"] in _FALLING else 1
    gap = bounds(amount)[1], bounds(beside)[0]
    start = bounds(amount)[0]
    if _LAST_YEAR.fullmatch(text, *gap):
        return _change(rate, sign * (amount.value - beside.value), beside.value)
    if not _MORE.fullmatch(text, *gap):
        return None
    if _OF_LAST_YEAR.search(text, max(0, start - 12), start):
        return _change(rate, beside.value, amount.value)
    return _change(rate, beside.value, amount.value - sign * beside.value)


def _base_after(text: str, amount: Figure, rate: Figure, beside: Figure) -> ExplicitRate | None:
    """Read 3205件，同比增长11.2%（2024年为2882件）."""
    if beside.period is not Period.LAST_YEAR or not _are_told(amount, beside, rate):
        return None
    gap = text[bounds(amount)[1] : bounds(rate)[0]]
    grown = AGAINST_LAST.fullmatch(gap.lstrip("，,（("))
    if not grown or not _LAST_YEAR_WAS.fullmatch(text, bounds(rate)[1], bounds(beside)[0]):
        return None
    sign = -1 if any(word in gap for word in _FALLING) else 1
    return _change(rate, sign * (amount.value - beside.value), beside.value)


def _are_told(amount: Figure, beside: Figure, rate: Figure) -> bool:
    """Whether two exact amounts of one unit stand with a percentage."""
    plain_amount = amount.relation is Relation.COUNT and not amount.approximate
    alike = amount.unit == beside.unit and not beside.approximate
    return plain_amount and alike and rate.unit in {"%", "％"}


def _change(rate: Figure, part: Decimal, base: Decimal) -> ExplicitRate:
    return ExplicitRate(rate=rate, part=part, base=base, name="较上年变动")
