"""What is said of a figure of the prose that is held against a table."""

import re
from collections.abc import Iterator
from typing import Final

from govcheck.document.figure import Figure, Leaning
from govcheck.document.known_losses import PARTLY_READ
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.document.unread_cells import unread_cells
from govcheck.kinds.remark import Doubt, Remark, Severity, Violation
from govcheck.statements.causes import of_some_causes
from govcheck.statements.divided import counted_part, is_told_apart, leads_to_whole
from govcheck.statements.reading import Amount, amounts, fits, is_unread, scope_columns
from govcheck.statements.reading_words import causes, counted_cells, hint, listed, nearest_first
from govcheck.statements.stated import (
    bounds,
    by_year_end,
    evidence,
    sentence_of,
    text_of,
    written,
)

_ASKED: Final = "正文的措辞可能另有所指（如含未作决定的），口径与表不同的，在正文写明口径"

_AT_LEAST: Final = "“{word}”只写明不少于该数，而表中的数远多于此，写准数或者更近的约数"
_MOVING: Final = (".in_force", ".repealed")
"""What documents there are changes from day to day."""
_BY_THEN: Final = "“截至”之后的数可能是历年累计，是累计的，在正文写明"


def compared(
    document: Document, table: Table, figure: Figure, bodies: re.Pattern[str]
) -> Iterator[Remark]:
    """Yield what is wrong or doubtful where the table counts something else; else nothing.

    ``bodies`` are words for those of whom a figure may speak alone.
    """
    counted = amounts(table, figure)
    fitting = [one for one in counted if fits(figure, one)]
    grouped = bool(scope_columns(table, figure))
    if any(
        grouped or not one.reading.loose or is_told_apart(document, table, figure, one)
        for one in fitting
    ):
        return
    if is_unread(table, figure):
        yield _unread(document, table, figure)
        return
    plainly = [one for one in counted if not one.reading.loose]
    if not counted or leads_to_whole(document, figure, plainly):
        return
    some = of_some_causes(document, table, figure, plainly)
    part = counted_part(document, figure, plainly, bodies)
    if some:
        yield _of_some(document, table, figure, some, counted)
    elif part:
        yield _of_one_body(document, table, figure, part, counted)
    else:
        yield _differing(document, table, figure, counted, fitting)


def _differing(
    document: Document,
    table: Table,
    figure: Figure,
    counted: list[Amount],
    fitting: list[Amount],
) -> Violation | Doubt:
    """Accuse a figure that no reading yields; doubt what a blank cell or looser words may.

    80余件 says no more than that there were not fewer.
    """
    plainly = fitting or [one for one in counted if not one.reading.loose]
    nearest = min(plainly, key=lambda one: abs(one.value - figure.value))
    values = {
        "quote": evidence(document, figure).quote,
        "figure": written(document, figure),
        "readings": listed(table, nearest_first(figure, counted)),
    }
    told = hint(table, figure, sentence_of(document, figure), fitting, counted)
    shown = (evidence(document, figure), *counted_cells(table, nearest))
    if any(not one.certain and one.value < figure.value for one in counted):
        return Doubt(values=values, evidence=shown, hint=told)
    if all(one.reading.asked for one in counted) or _is_loose(document, figure):
        hint_given = _BY_THEN if by_year_end(figure) else _ASKED
        return Doubt(values=values, evidence=shown, severity=Severity.MINOR, hint=hint_given)
    if fitting:
        reason = f"正文“{values['quote']}”的措辞与口径不完全对应（表内{values['readings']}）"
        return Doubt(reason=reason, evidence=shown, severity=Severity.ADVICE, hint=told)
    if figure.leaning is Leaning.ABOVE and any(one.value > figure.value for one in plainly):
        told = _AT_LEAST.format(word=figure.approximate)
        return Doubt(values=values, evidence=shown, severity=Severity.MINOR, hint=told)
    return Violation(values=values, evidence=shown, hint=told)


def _is_loose(document: Document, figure: Figure) -> bool:
    """Whether its words may count otherwise than the table: of all years, 件次, 目前, 新增."""
    words = document.vocabulary.pattern
    times = words("quantities.in_times").fullmatch(figure.unit)
    made_known = words("statements.made_known").fullmatch(figure.scope)
    added = words("statements.perhaps_increase").search(evidence(document, figure).quote)
    other = by_year_end(figure) or _is_of_another_day(document, figure)
    return other or any((times, made_known, added))


def _is_of_another_day(document: Document, figure: Figure) -> bool:
    """Whether documents are counted as of the day that the report was written, or another."""
    if not (figure.concept or "").endswith(_MOVING):
        return False
    words = document.vocabulary.pattern
    said = text_of(document, figure)[: bounds(figure)[0]].rpartition("。")[2]
    now = words("statements.of_now").search(said)
    return bool(now or words("statements.of_another_day").search(figure.subject))


def _of_some(
    document: Document, table: Table, figure: Figure, some: Amount, counted: list[Amount]
) -> Doubt:
    shown, readings = evidence(document, figure), listed(table, counted)
    return Doubt(
        reason=f"正文“{shown.quote}”可指全部原因（表内{readings}），也可指所举的几种，请核实",
        evidence=(shown, *counted_cells(table, some)),
        hint=f"该数等于{causes(table, some)}",
    )


def _of_one_body(
    document: Document, table: Table, figure: Figure, part: Figure, counted: list[Amount]
) -> Doubt:
    whole, own = evidence(document, figure), evidence(document, part)
    reason = (
        f"正文“{whole.quote}”与表内数据（{listed(table, counted)}）不同，"
        f"表内只计“{own.quote}”，口径是否应当如此，请核实"
    )
    return Doubt(reason=reason, evidence=(whole, own))


def _unread(document: Document, table: Table, figure: Figure) -> Doubt:
    shown = evidence(document, figure)
    return Doubt(
        reason=f"正文“{shown.quote}”所对应的单元格未能全部读取",
        evidence=(shown,),
        loss=(None if table.partial else unread_cells([table])) or PARTLY_READ,
    )
