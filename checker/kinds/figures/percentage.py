"""Kind ``percentage``: a percentage is what the figures beside it make."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.figure import Figure
from govcheck.document.naming import plain
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.figures.rate_remarks import beyond_all, differs, unproved_rates
from govcheck.kinds.remark import Inapplicable, Remark
from govcheck.parameters import ConceptGroup
from govcheck.statements.beyond_whole import above_whole, beyond_whole
from govcheck.statements.explicit_rates import (
    ExplicitRate,
    changes,
    is_borne_out,
    quotients,
    share_of_whole,
)
from govcheck.statements.named_wholes import shares_of_named
from govcheck.statements.owed_rates import owed_bases, owed_rate
from govcheck.statements.rate_bases import bases, change_bases, given, grows
from govcheck.statements.rates import (
    Growth,
    NamedRate,
    Share,
    growths,
    named_rates,
    paragraphs,
    shares,
    told_of_last_year,
)
from govcheck.statements.rounding import percent, rounded
from govcheck.statements.scope import is_whole
from govcheck.statements.stated import this_year
from govcheck.statements.stated_shares import come_to_stated, misfitting, untold
from govcheck.statements.table_rates import TabledRate, may_be_tabled, told_by_table
from govcheck.statements.table_shares import changed_bases, is_of_nothing, share_of_all

_ABOVE: Final = "这样的比率不会超过100%"
_TWO_PLACES: Final = Decimal("0.01")


class Percentage(Check, Struct, frozen=True, kw_only=True):
    """Shares of one whole, rates named after a count, and changes against last year.

    A rate that nothing beside it gives is asked about, all of them in one finding; a rate
    whose base stands elsewhere is let be.
    """

    KIND: ClassVar[str] = "percentage"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "百分比与所据的数量相符：占比、比率和较上年的变动。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"words", "rate", "worked_out", "name"}
    )

    yearly: tuple[ConceptGroup, ...]
    """First words of the concepts whose change against last year must be provable."""
    ways: tuple[re.Pattern[str], ...] = ()
    """Names of items of which a case has but one, by way of dividing: 自然人, 法人."""
    tabled: tuple[TabledRate, ...] = ()
    """Rates that the report's own tables tell: asked about where none of their counts does."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Go through the paragraphs that state a percentage."""
        document, words = case.document, case.document.vocabulary
        unproved: list[Figure] = []
        asked = False
        for text, figures in paragraphs(document):
            for run in shares(text, figures, words):
                asked = True
                sure = come_to_stated(text, run, figures, words)
                wrong = list(_judge_shares(document, run, bases(figures), sure=sure))
                yield from wrong or _judge_of_all(document, text, run, figures)
                unproved += [] if wrong else _of_nothing(document, text, run, figures)
                if len(run) == 1 and (one := share_of_whole(text, run[0], figures, words)):
                    yield from _judge_explicit(document, one, bases(figures), run[0].part)
            beyond = list(beyond_whole(text, figures, self.ways, words))
            above = list(above_whole(text, figures, words))
            asked = asked or bool(beyond or above)
            yield from (differs(document, one, _ABOVE, "比率", None) for one in above)
            yield from (beyond_all(document, run) for run in beyond)
            told = [*changes(text, figures, words), *shares_of_named(text, figures, words)]
            for one in told:
                known = *change_bases(figures, one.rate), *changed_bases(document, figures, one)
                yield from _judge_explicit(document, one, known)
            divided = list(quotients(text, figures, words))
            named = list(named_rates(text, figures, words))
            asked = asked or bool(told or divided or named)
            for quotient in divided:
                yield from _judge_explicit(document, quotient, ())
            written_out = [one.rate for one in divided]
            for rate in (one for one in named if one.rate not in written_out):
                yield from self._judge_named(document, rate, figures, unproved)
            for growth in untold(growths(text, figures, words), told):
                asked = True
                yield from self._judge_growth(case, growth, figures, unproved)
        if unproved:
            yield unproved_rates(document, unproved)
        if not asked:
            yield Inapplicable(reason="正文没有可以核算的百分比")

    def _judge_growth(
        self, case: Case, growth: Growth, figures: list[Figure], unproved: list[Figure]
    ) -> Iterator[Remark]:
        concept = growth.amount.concept
        if not concept or not concept.startswith(self.yearly) or growth.amount.approximate:
            return
        value, counts = growth.amount.value, change_bases(figures, growth.rate)
        if any(grows(growth, base) or grows(growth, value - base) for base in counts):
            return
        earlier = case.last_year.figures if case.last_year else ()
        same = [one.value for one in earlier if one.concept == concept and this_year(one)]
        told = sorted(told_of_last_year(case.document.figures, growth.amount))
        if any(grows(growth, base) for base in (*same, *told)):
            return
        alone = told if len(told) == 1 and is_whole(case.document, growth.amount.scope) else []
        known = same or alone
        last = str(case.document.year - 1) if case.document.year else ""
        if not known or not all(known) or growth.since not in {"", last}:
            unproved.append(growth.rate)
            return
        change = percent(value - known[0], known[0])
        way = "增长" if change > 0 else "下降" if change else "变动"
        source = "上年报告" if same else "正文所写上年数"
        worked = (
            f"{source}为{plain(known[0])}，本年{plain(value)}，"
            f"{way} {plain(rounded(abs(change), _TWO_PLACES))}%"
        )
        yield differs(case.document, growth.rate, worked, "较上年变动", growth.amount)

    def _judge_named(
        self,
        document: Document,
        named: NamedRate,
        figures: list[Figure],
        unproved: list[Figure],
    ) -> Iterator[Remark]:
        """Accuse a rate whose part and whole its sentence names; else it may be unproved."""
        if given(named, figures):
            return
        owed = owed_rate(named.rate, figures, document.vocabulary)
        told = told_by_table(document, named.rate, self.tabled)
        if owed and not told:
            yield from _judge_explicit(document, owed, owed_bases(owed, figures))
        elif told is False or (
            named.parts
            and told is None
            and not may_be_tabled(document, named.rate, self.tabled)
        ):
            unproved.append(named.rate)


def _judge_shares(
    document: Document, run: list[Share], wholes: Iterator[Decimal], *, sure: bool
) -> Iterator[Remark]:
    """Accuse the shares of a run that its whole does not yield."""
    parts = [share.part.value for share in run]
    whole, wrong = misfitting(run, wholes, sure=sure)
    for index in wrong:
        exact = percent(parts[index], whole)
        worked = f"{plain(parts[index])}÷{plain(whole)}＝{plain(rounded(exact, _TWO_PLACES))}%"
        yield differs(document, run[index].rate, worked, "占比", run[index].part)


def _judge_of_all(
    document: Document, text: str, run: list[Share], figures: list[Figure]
) -> Iterator[Remark]:
    """Accuse shares of all applications that no total yields, of the prose or of the table."""
    for share in run:
        if one := share_of_all(document, text, share):
            yield from _judge_explicit(document, one, bases(figures), share.part)


def _of_nothing(
    document: Document, text: str, run: list[Share], figures: list[Figure]
) -> Iterator[Figure]:
    """Yield the shares that are of no amount of their paragraph or of the table."""
    for share in run:
        if is_of_nothing(document, text, share, bases(figures)):
            yield share.rate


def _judge_explicit(
    document: Document, one: ExplicitRate, known: Iterable[Decimal], part: Figure | None = None
) -> Iterator[Remark]:
    """Accuse a rate that neither the base beside it gives nor another count in its stead."""
    if is_borne_out(one, known):
        return
    worked = f"{one.worked}＝{plain(rounded(one.exact, _TWO_PLACES))}%"
    yield differs(document, one.rate, worked, one.name, part)
