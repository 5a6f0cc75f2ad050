"""Kinds of applicants listed behind a total, or by themselves: 申请人为自然人的24件."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table
from govcheck.statements.applicants import borne_out, lists_of_applications
from govcheck.statements.reading import amounts, fits, scope_columns
from govcheck.statements.scope import ALL_APPLICATIONS
from govcheck.statements.stated import bounds, figures_by_block, text_of, this_year

_PART: Final = "applications"
_UNTOLD: Final = "applications.received"


class Listed(Struct, frozen=True, kw_only=True):
    """A number of applications by one kind of applicant."""

    figure: Figure
    counted: bool
    """Whether the table counts as many, by some reading of all applications."""
    of_total: bool
    """Whether it stands behind the total, or another kind, that it is told with."""


def listed_kinds(document: Document, table: Table) -> Iterator[list[Listed]]:
    """Yield the lists of kinds, each up to where something else is counted."""
    for block in figures_by_block(document).values() if table.readings.scopes else ():
        found: list[Listed] = []
        last: Figure | None = None
        total: Figure | None = None
        for item in block:
            kind = _kind(document, last, item)
            if not found:
                total = _total(document, table, last) if last else None
            known = total is None or total.unit == item.unit
            if kind and known and (found or total or last is None):
                found.append(_listed(table, item, kind, total))
            elif found:
                yield found
                found = []
            last = item
        if found:
            yield found


def differing_kinds(document: Document, table: Table) -> Iterator[Listed]:
    """Yield what the table does not count so; by itself, where it counts another of the list.

    Lists that the total itself announces are told by ``by_applicant``.
    申请人为自然人的24件 alone says enough of what is counted.
    """
    told = document.vocabulary.pattern("statements.applicants_told")
    ends = document.vocabulary.pattern("statements.kind_ends")
    known = {item.place for one in lists_of_applications(document) for item in one.items}
    for kinds in listed_kinds(document, table):
        text = text_of(document, kinds[0].figure)
        said = told.search(text, 0, bounds(kinds[0].figure)[0])
        if any(
            one.figure.place in known or not ends.match(text, bounds(one.figure)[1])
            for one in kinds
        ):
            continue
        for one in kinds:
            if not one.counted and (
                one.of_total or said or any(also.counted for also in kinds)
            ):
                yield one


def _kind(document: Document, last: Figure | None, item: Figure) -> str:
    """Return the kind of applicant that no more than stands right before a number."""
    words = document.vocabulary
    counts = item.unit in words.words["concepts.case_units"] and this_year(item)
    if item.concept or not counts:
        return ""
    text, begin = text_of(document, item), bounds(last)[1] if last else 0
    found = words.pattern("statements.kind_alone").fullmatch(text, begin, bounds(item)[0])
    if found is None or found["rest"] or found["some"]:
        return ""
    asked = (
        last
        or item.place.part == _PART
        or words.pattern("statements.of_asking").search(found[0])
    )
    return found["kind"] if asked else ""


def _total(document: Document, table: Table, last: Figure) -> Figure | None:
    """Return what a list of kinds goes on with: all applications, or those of one kind."""
    kind = last.concept in ALL_APPLICATIONS and scope_columns(table, last)
    if kind:
        return last if any(fits(last, one) for one in amounts(table, last)) else None
    return borne_out(document, table, last)


def _listed(table: Table, item: Figure, kind: str, total: Figure | None) -> Listed:
    concept = (total.concept if total else None) or _UNTOLD
    read = (replace(item, concept=one, scope=kind) for one in ALL_APPLICATIONS)
    return Listed(
        figure=replace(item, concept=concept, scope=kind),
        counted=any(fits(one, counted) for one in read for counted in amounts(table, one)),
        of_total=total is not None,
    )
