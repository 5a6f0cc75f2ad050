"""Kind ``narrative``: what the prose states of a table's matter, some reading of it yields."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.blank_tables import is_blank
from govcheck.document.case import Case
from govcheck.document.figure import UNSAID, Figure
from govcheck.document.known_losses import BLANK_TABLES
from govcheck.document.naming import why_unread
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.kinds.check import Check
from govcheck.kinds.figures.against_table import compared
from govcheck.kinds.remark import Doubt, Inapplicable, Remark
from govcheck.parameters import ConceptGroup, ConceptId, TableId
from govcheck.statements.applicants import by_applicant, by_proposer
from govcheck.statements.applicants_listed import Listed, differing_kinds
from govcheck.statements.divided import states_whole
from govcheck.statements.each_kind import of_each_kind
from govcheck.statements.reading import amounts, fits, scope_columns
from govcheck.statements.reading_words import counted_cells, listed
from govcheck.statements.scope import (
    is_clearly_of_others,
    is_part,
    is_whole,
    may_be_of_others,
)
from govcheck.statements.stated import by_year_end, evidence, this_year


class Narrative(Check, Struct, frozen=True, kw_only=True):
    """Every figure of this body's whole year agrees with a lawful way to count the table.

    The form says what a figure may mean (``readings``).  A figure that only a loose reading
    yields is asked about, of the total and not again of each kind of applicant.
    A figure that its words limit is held against no more than the whole, which it may not
    exceed: where the prose states none that is not limited, one question asks.  What is
    limited to a cause has a row of its own, which ``named-rows`` looks at.
    """

    KIND: ClassVar[str] = "narrative"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文所写的数，与法定表格按某一合法口径（格式所列）计出的数一致。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"quote", "figure", "readings"})

    table: TableId
    about: tuple[ConceptGroup, ...]
    """First words of the concepts that the table counts."""
    bodies: re.Pattern[str]
    """Limits that name a body or a role: it may be asked whether that is the whole."""
    alike: tuple[tuple[ConceptId, ...], ...] = ()
    """Sets of concepts of which one, stated of the whole, answers for all of its set."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare, once for every concept and value."""
        document = case.document
        figures = {
            (figure.concept, figure.scope, figure.value): figure
            for figure in reversed(document.figures)
            if (this_year(figure) or by_year_end(figure))
            and (figure.concept or "").startswith(self.about)
        }
        table = document.table(self.table)
        told = _told(document, table, self.about)
        listed = [one for one in _listed(document, table) if one.figure not in told]
        if not figures and not told and not listed:
            yield Inapplicable(reason="正文未写明该表所列的数量")
            return
        unread = why_unread(document, self.table)
        if table is None or unread:
            yield Doubt(reason=f"{unread}，正文所写数量无法与表核对", loss=unread)
            return
        if is_blank(table):
            yield Doubt(reason=BLANK_TABLES.reason, loss=BLANK_TABLES)
            return
        told += [one.figure for one in listed if one.of_total]
        stated = [*reversed(figures.values()), *told]
        limited = _limited(document, table, stated)
        for figure in stated:
            if figure not in limited:
                yield from compared(document, table, figure, self.bodies)
        for one in listed:
            if not one.of_total:
                yield _untold(document, table, one.figure)
        yield from self._ask(document, table, limited, stated)

    def _ask(
        self, document: Document, table: Table, limited: list[Figure], stated: list[Figure]
    ) -> Iterator[Remark]:
        """Ask once about what limited figures leave unsaid of the whole."""
        told = {figure.concept for figure in stated if figure not in limited}
        for alike in self.alike:
            found = [one for one in limited if one.concept in alike]
            asked = [one for one in found if _is_asked(document, table, one, self.bodies)]
            if alike != self.alike[0] and not told.isdisjoint(self.alike[0]):
                continue
            if asked and told.isdisjoint(alike) and not states_whole(document, table, found):
                yield _doubt(document, table, asked[0])
                return
        if (
            limited
            and limited == stated
            and not any(_is_counted(table, one) for one in limited)
        ):
            quote = evidence(document, limited[0]).quote
            yield Inapplicable(reason=f"正文只写了一部分的数量（如“{quote}”），没有全部的数量")


def _limited(document: Document, table: Table, stated: list[Figure]) -> list[Figure]:
    """Return the figures that are not held against the table.

    What limits the answers to as many as all were limits their results to none but all:
    经审查后办结88件，其中予以公开12件.
    """
    limited = [figure for figure in stated if not _is_held(document, table, figure)]
    of_all = {
        (one.sentence, one.scope)
        for one in stated
        if one.concept == "applications.answered"
        and not (is_part(document, one.scope) or scope_columns(table, one))
        and one.value == max((of.value for of in amounts(table, one)), default=None)
    }
    return [one for one in limited if (one.sentence, one.scope) not in of_all]


def _is_held(document: Document, table: Table, figure: Figure) -> bool:
    """Whether a figure is to be held against the table: its whole, or columns of it.

    So is a part that is more than all that there was, unless it may be a part of something
    else, counted right before it: 受理各类申请12800件，按时办结12798件.  What is as much as
    the whole tells of it, whoever it is said of.
    """
    if is_part(document, figure.scope) and not may_be_of_others(document, figure):
        counted = amounts(table, figure)
        return bool(counted) and all(
            one.certain and one.value < figure.value for one in counted
        )
    told = is_whole(document, figure.scope) or bool(scope_columns(table, figure))
    return told or (figure.scope != UNSAID and _is_counted(table, figure, plainly=True))


def _is_asked(
    document: Document, table: Table, figure: Figure, bodies: re.Pattern[str]
) -> bool:
    """Whether what limits a figure may name the body itself, or nothing less than its whole."""
    if figure.scope == UNSAID:
        return True
    most = max((one.value for one in amounts(table, figure)), default=figure.value)
    named = bodies.search(figure.scope) is not None
    return named and not is_clearly_of_others(document, figure, most)


def _is_counted(table: Table, figure: Figure, *, plainly: bool = False) -> bool:
    counted = amounts(table, figure)
    return any(fits(figure, one) for one in counted if not (plainly and one.reading.loose))


def _told(document: Document, table: Table | None, about: tuple[str, ...]) -> list[Figure]:
    """Return what the prose counts of these concepts without naming them at the number."""
    told = [one for one in of_each_kind(document) if (one.concept or "").startswith(about)]
    return (
        [*by_applicant(document, table), *by_proposer(document, table), *told]
        if table
        else told
    )


def _listed(document: Document, table: Table | None) -> list[Listed]:
    return list(differing_kinds(document, table)) if table else []


def _untold(document: Document, table: Table, figure: Figure) -> Doubt:
    counted = amounts(table, figure)
    said, readings = evidence(document, figure), listed(table, counted)
    reason = f"正文“{said.quote}”与表内数据（{readings}）不同，正文未写明是哪一项申请，请核实"
    return Doubt(reason=reason, evidence=(said, *counted_cells(table, counted[0])))


def _doubt(document: Document, table: Table, figure: Figure) -> Doubt:
    counted = amounts(table, figure)
    said, readings = evidence(document, figure).quote, listed(table, counted)
    differs = f"正文“{said}”与表内数据（{readings}）不同"
    reason = (
        f"{differs}：正文此处只写一部分或者另有所指的，并无不符；写的是全部的，须更正，请核实"
    )
    if figure.scope == UNSAID:
        reason = f"{differs}，正文未写明是否因政府信息公开，请核实"
    return Doubt(
        reason=reason, evidence=(evidence(document, figure), *counted_cells(table, counted[0]))
    )
