"""Kind ``aggregated``: a government's tables are the sums of those that report into it."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.naming import cell_evidence, cell_name, plain, table_name
from govcheck.document.peers import Aggregate, CellSum, TableOfSums
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.peers.near_copies import ALONE
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import TableId

_MOST_TERMS: Final = 6
_MOST_CELLS: Final = 8
_MOST_NAMES: Final = 6
_UNLISTED: Final = "清单没有注明所属机关已全部列入，差额可能出自清单以外的机关"
_EXCUSED: Final = "有报告写到机构、统计口径变动或者报告更正"
_OWN: Final = "清单没有列出本级政府办公室（厅），差额可能是政府自身的数据"
_JOINT: Final = "联合制发的文件、共同应诉的案件各机关都会计入，汇总时只计一次"
_BLANK: Final = "有的报告这一格没有填数"


class Aggregated(Check, Struct, frozen=True, kw_only=True):
    """Each cell is the sum of the same cells of all that report into the government.

    It is told as wrong only where the roster leaves nobody out and every cell was read.
    """

    KIND: ClassVar[str] = "aggregated"
    TITLE: ClassVar[str] = (
        "政府的统计表逐格等于清单所列所属机关各表之和，有一份、一格未读的请人核实（只在批量检查时问）。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"table", "bodies", "cells"})

    table: TableId
    certain: bool = False
    """What one body counts no other does, so that a difference shows an error …"""
    office: re.Pattern[str]
    """… unless no body of such a name reports into the government: it has its own figures."""
    excused: re.Pattern[str]
    """Words of a report that tell of a reorganised body, another way to count, a correction."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare cell by cell; the cells that differ are one finding."""
        found = case.peers.aggregate if case.peers else None
        if case.peers is None:
            yield Inapplicable(reason=ALONE)
        elif found is None:
            yield Inapplicable(reason="清单没有列出数据汇入本报告的机关")
        else:
            for one in found.tables:
                if one.table == self.table:
                    yield from self._held(case.document, found, one)

    def _held(self, document: Document, found: Aggregate, one: TableOfSums) -> Iterator[Remark]:
        unseen = (*found.missing, *one.unread)
        # What is not in hand can only add: only a figure that is too small tells anything.
        shown = [each for each in one.differing if not unseen or each.stated < each.due]
        values = {
            "table": table_name(document, one.table),
            "bodies": str(len(found.bodies) - len(unseen)),
            "cells": _cells(document, one.table, shown),
        }
        if not shown:
            if unseen:
                what = "" if found.missing else f"{values['table']}的"
                # Where a report is missing, all tables say the same, and it is said once.
                names = found.missing or unseen
                yield Doubt(reason=f"{_unseen(names)}，{what}汇总数未能逐格核对")
            return
        table = document.tables[one.table]
        evidence = tuple(cell_evidence(table, *each.cell) for each in shown)
        if doubt := self._doubt(found, one, shown):
            yield Doubt(evidence=evidence, values=values, hint=doubt)
        else:
            yield Violation(evidence=evidence, values=values)

    def _doubt(self, found: Aggregate, one: TableOfSums, shown: Sequence[CellSum]) -> str:
        """Say why the difference may be right, or return an empty string."""
        unseen = (*found.missing, *one.unread)
        reasons = (
            (bool(unseen), f"{_unseen(unseen)}；已读到的几份之和就已超过本报告"),
            (not found.complete, _UNLISTED),
            (not any(map(self.office.search, found.bodies)), _OWN),
            (found.excused, _EXCUSED),
            (not all(each.read for each in shown), _BLANK),
            (not self.certain, _JOINT),
        )
        return "；".join(words for holds, words in reasons if holds)


def _unseen(names: Sequence[str]) -> str:
    shown = "、".join(names[:_MOST_NAMES])
    rest = f"等 {len(names)} 个机关" if len(names) > _MOST_NAMES else ""
    return f"未见{shown}{rest}的报告，或者表格未能读全"


def _cells(document: Document, table: str, shown: Sequence[CellSum]) -> str:
    words = [_words(document, table, each) for each in shown[:_MOST_CELLS]]
    more = [f"等 {len(shown)} 格"] if len(shown) > _MOST_CELLS else []
    return "；".join((*words, *more))


def _words(document: Document, table: str, one: CellSum) -> str:
    """Say a cell with the arithmetic: “总计”本报告 40，之和 20＋17＝37."""
    name = cell_name(document.tables[table], *one.cell)
    terms = [f"{plain(value)}（{body}）" for body, value in one.terms[:_MOST_TERMS]]
    more = ["…"] if len(one.terms) > _MOST_TERMS else []
    worked = f"{'＋'.join((*terms, *more))}＝" if len(one.terms) > 1 else ""
    return f"“{name}”本报告 {plain(one.stated)}，各机关 {worked}{plain(one.due)}"
