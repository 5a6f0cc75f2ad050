"""Kind ``year-relation``: figures that last year's report and this year's changes come to."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from msgspec import Struct

from govcheck.comparison.identity import is_sound, uncertainty
from govcheck.comparison.readable import unread_in_either
from govcheck.comparison.relation import Held, Relation, held
from govcheck.document.case import Case
from govcheck.document.naming import cell_evidence, line_name, plain
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import LineId, TableId


class YearRelation(Check, Struct, frozen=True, kw_only=True):
    """``stated`` is what ``last_year`` was, with what was ``added`` and without the ``taken``.

    A line is asked only where all of its figures stand in both reports, and, unless it is
    certain, where the other sums that they stand in come out.
    """

    KIND: ClassVar[str] = "year-relation"
    TITLE: ClassVar[str] = "本年的数与上年度报告的数和本年增减相衔接，合计以外的请人核实。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"lines"})

    table: TableId
    along: Literal["columns", "rows"]
    """``columns``: asked of each column, and the terms are rows; ``rows``: the reverse."""
    lines: tuple[LineId, ...] = ()
    """The columns (rows) that it is asked of; all of the table's if none is named."""
    stated: LineId
    last_year: tuple[LineId, ...]
    added: tuple[LineId, ...] = ()
    taken: tuple[LineId, ...] = ()
    at_most: bool = False
    certain: tuple[LineId, ...] = ()
    """In these lines a difference shows that one of the two reports is wrong …"""
    excused: re.Pattern[str] | None = None
    """… unless words of either report explain it: a reorganised body, a corrected report …"""
    scope: re.Pattern[str] | None = None
    """… or words that say whom a report counts stand in sentences that differ."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare line by line; the lines that differ are one finding."""
        earlier, later = case.last_year, case.document
        if earlier is None:
            yield Inapplicable(reason="未提供上年度报告")
        elif self.table not in later.form.tables or self.table not in earlier.form.tables:
            yield Inapplicable(reason="两年的统一格式没有都设这张表")
        elif unread := unread_in_either(earlier, later, self.table):
            yield Doubt(reason=f"{unread}，无法与上年度报告比较", loss=unread)
        else:
            yield from self._compared(earlier, later)

    def _compared(self, earlier: Document, later: Document) -> Iterator[Remark]:
        now, compared = later.tables[self.table], self.held(earlier, later)
        broken = [one for one in compared if not one.holds and self.counts(one)]
        if not broken and not any(one.holds for one in compared):
            yield Inapplicable(reason="两份报告没有可以相互比较的数字，或者所在的勾稽不平")
        if not broken:
            return
        cells = [cell for one in broken for cell in self._relation.mine(one.line)]
        shown = tuple(cell_evidence(now, *cell) for cell in cells)
        values = {"lines": "；".join(_words(now, one) for one in broken)}
        excuse = self._excuse(earlier, later, broken)
        if excuse is None:
            yield Violation(evidence=shown, values=values)
        else:
            yield Doubt(evidence=shown, values=values, hint=excuse)

    def held(self, earlier: Document, later: Document) -> tuple[Held, ...]:
        """Return the lines whose figures all stand in both reports."""
        past, now = earlier.table(self.table), later.table(self.table)
        if past is None or now is None:
            return ()
        crossing = now.columns if self.along == "columns" else now.rows
        return tuple(held(self._relation, self.lines or crossing, past, now))

    def counts(self, one: Held) -> bool:
        """Whether a difference says anything: not where another sum says what is wrong."""
        return (one.sound_before and one.sound_now) or one.line in self.certain

    @property
    def _relation(self) -> Relation:
        return Relation(
            along=self.along,
            stated=self.stated,
            last_year=self.last_year,
            added=self.added,
            taken=self.taken,
            at_most=self.at_most,
        )

    def _excuse(self, earlier: Document, later: Document, broken: Sequence[Held]) -> str | None:
        """Say why the difference may be right, if only in that such may be; else None."""
        sure = [one for one in broken if one.line in self.certain]
        if not sure:
            return ""
        if not all(one.sound_now for one in sure):
            return "本报告这一格所在的勾稽也不平，请先改正"
        if not all(is_sound(one.tables[self.table]) for one in (earlier, later)):
            return "表格的行列未能完整对应，请先核对读出的数字"
        return uncertainty(earlier, later, excused=self.excused, scope=self.scope) or None


def _words(table: Table, one: Held) -> str:
    """Say what a line should come to and what it has: “总计”应为 35＋3－1＝37，本报告为 40."""
    name = line_name(table, one.line)
    lead = f"“{name}”" if name else ""
    return f"{lead}上年度报告 {one.worked_out}，本报告 {plain(one.stated)}"
