"""Totals that the prose breaks down: 主动公开信息100条，其中网站80条，公示栏20条."""

import re
from decimal import Decimal
from enum import Enum
from typing import Final

from msgspec import Struct

from govcheck.document.figure import Figure
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.statements.rounded_sums import half_unit, half_units, sums_to
from govcheck.statements.stated import this_year
from govcheck.statements.totals import first_sums, most_of, neighbour_sums, topic, whole_times

_CLAUSES: Final = late_pattern(r"[，,：:；;]")
_DIMENSIONS: Final = ("applicants", "times", "channels")
_APPLICANTS, _TIMES = range(2)
"""Places of the divisions that leave nothing out, and so overlap with every other."""
_RESULTS: Final = frozenset(
    f"applications.{result}" for result in ("denied", "unavailable", "not_processed", "other")
)
_SETTLED: Final = frozenset(
    ("applications.handled", "applications.answered", "review.total", "litigation.total")
)
"""Totals that hold what last year left over: none of their results can be more."""


class Claim(Enum):
    """Whether the list says of itself that it is the whole."""

    WHOLE = "whole"
    """分别, （甲1件、乙2件）, a last item 其他."""
    SILENT = "silent"
    """其中, 包括: it may leave something out."""
    LISTED = "listed"
    """共120件：甲30件、乙90件: a colon alone shows the whole, and says so of none."""
    SUMMED = "summed"
    """网站50条，新媒体43条，合计99条: perhaps of more, or of what is in two of them."""
    DIVIDED = "divided"
    """按渠道分, 各占: they come to the total, unless some are counted twice."""
    PARTIAL = "partial"
    """主要, 等: it does leave something out."""


class Breakdown(Struct, frozen=True, kw_only=True):
    """A total and the items that the same sentence, or the next, lists under it."""

    total: Figure
    """The nearest before the list, or the widest of a list that is of a whole sentence."""
    totals: tuple[Figure, ...]
    """All that the list may be of, alone or together: 建议12件、提案17件，其中主办20件."""
    items: tuple[Figure, ...]
    claim: Claim
    names: tuple[str, ...]
    """What each item is called, before its amount and after: 1266件逾期不补正."""
    sure: int
    """How many of the first items surely belong: after a comma may come another total."""
    said: str
    """What the sentence says after the total."""
    vocabulary: Vocabulary
    """By whose words it is understood."""

    def _words(self, name: str) -> re.Pattern[str]:
        return self.vocabulary.pattern(f"quantities.{name}")

    @property
    def sum(self) -> Decimal:
        """What the items come to."""
        return sum((item.value for item in self.items), Decimal(0))

    @property
    def exact(self) -> bool:
        """Whether every item is an exact number."""
        return all(not item.approximate and item.upper is None for item in self.items)

    @property
    def adds_up(self) -> bool:
        """Whether the items, or those of the total's own unit, come to the total."""
        own = [item.value for item in self.items if item.unit == self.total.unit]
        whole = {self.sum, sum(own, Decimal(0))}
        return self.total.value in whole or not whole.isdisjoint(neighbour_sums(self.totals))

    @property
    def may_add_up(self) -> bool:
        """Whether the items can, as far as they and the totals are rounded: 2.3万 of 1.26万."""
        sets = self.items, tuple(item for item in self.items if item.unit == self.total.unit)
        wholes = {(self.total.value, half_unit(self.total))} | {
            (come, half_units(self.totals)) for come in neighbour_sums(self.totals)
        }
        return any(sums_to(parts, *whole) for parts in sets for whole in wholes)

    @property
    def most(self) -> Decimal:
        """What the totals come to that the list may be of; nested ones are not added."""
        return max(self.total.value, most_of(self.totals))

    @property
    def adds_up_without_some(self) -> bool:
        """Whether it does without one item, or without the first or last few.

        They may be counted in the others: 投诉120件，其中重复30件，供水80件、排水40件.
        """
        total, values = self.total.value, [item.value for item in self.items]
        ends = first_sums(values) | first_sums(values[::-1])
        return self.sum > total and (total in ends or self.sum - total in values)

    @property
    def holds_whole(self) -> bool:
        """Whether items are the total over again: 公开20条，其中网站20条，微信12条.

        So it is where it is divided twice, 20人，其中男12人、女8人，线上15人、线下5人, or
        divided and then told more of: 其中男12人、女8人，党员9人; or told of and then divided:
        其中规范性文件7件，主动公开52件，依申请公开41件，不予公开93件.
        """
        values = [item.value for item in self.items]
        divided = sum(values[: self.sure], Decimal(0)) == self.total.value
        twice = whole_times(values, self.total.value) > 1
        behind = len(values) > 3 and sum(values[1:]) == self.total.value  # noqa: PLR2004
        told_first = behind and self.claim is Claim.SILENT
        return divided or twice or told_first or self.total.value in values

    @property
    def exceeding(self) -> tuple[Figure, ...]:
        """The items that are more than the total of which they are said to be."""
        return tuple(
            item
            for place, item in enumerate(self.items)
            if (place < self.sure or self._continues(place))
            and item.unit == self.total.unit
            and item.value - half_unit(item) > self._most_for(place)
            and this_year(item)
            and self._words("own_name").match(item.subject)
            and topic(item) in {"", topic(self.total)}
            and self._acts(item.subject) <= self._acts(self.total.subject)
        )

    def _most_for(self, place: int) -> Decimal:
        """Return what an item can be of: of the nearest total alone, where both say 补正."""
        if self._continues(place):
            return self.total.value + half_unit(self.total)
        return self.most + half_units(self.totals)

    def _continues(self, place: int) -> bool:
        return not self._acts(self.names[place]).isdisjoint(self._acts(self.total.subject))

    def _acts(self, said: str) -> frozenset[str]:
        """Return what is said to have been done with what is counted: 答复, 补正."""
        return frozenset(self._words("process").findall(said))

    def may_exceed(self, item: Figure) -> bool:
        """Whether an item may count what came before its total did: results of 新收申请."""
        same = item.concept in {None, self.total.concept}
        return not same and self.total.concept not in _SETTLED

    @property
    def by_channel(self) -> bool:
        """Whether the items are applications by the way in which they were made."""
        return all(
            item.concept in {None, self.total.concept}
            and self._words("channel").fullmatch(_CLAUSES.split(item.subject)[-1])
            for item in self.items
        )

    @property
    def overlaps(self) -> bool:
        """Whether one may be counted in two items: by mail and through a site, both 网上."""
        if not (self.total.concept or "").startswith("applications"):
            return self.by_channel
        return (
            sum(self._words("online").search(item.subject) is not None for item in self.items)
            > 1
        )

    @property
    def by_reason(self) -> bool:
        """Whether the items are the reasons of one result, of which each case has one."""
        return self.total.concept in _RESULTS

    @property
    def comparable(self) -> bool:
        """Whether the items are shares of the total by one and the same division."""
        if len(self.items) < 2 or any(  # noqa: PLR2004 - a list
            item.unit != self.total.unit or item.value > self.most for item in self.items
        ):
            return False
        others = self._words("others")
        names = [item.subject for item in self.items if not others.fullmatch(item.subject)]
        if self.by_channel:
            return True
        if not self.by_reason and any(self._words("process").search(name) for name in names):
            return False
        pieces = self._words("pieces").fullmatch(self.total.unit)
        apart = {_TIMES} if pieces else {_APPLICANTS, _TIMES}
        ways = [
            frozenset(i for i, way in enumerate(_DIMENSIONS) if self._words(way).search(name))
            for name in names
        ]
        return len(set(ways)) == 1 or not any(apart & way for way in ways)
