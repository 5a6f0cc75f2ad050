"""Kind ``told-twice``: what the prose states twice, and no table tells, it states alike."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import ConceptGroup
from govcheck.statements.reading import amounts
from govcheck.statements.scope import is_whole
from govcheck.statements.stated import evidence, this_year


class ToldTwice(Check, Struct, frozen=True, kw_only=True):
    """Two sentences state one amount of the body's whole year alike.

    Where a table tells the amount, each of them is held against it by another rule.  Asked
    about are words that the form lets mean several amounts (受理, with or without what last
    year left), and paragraphs that may speak of two units.
    """

    KIND: ClassVar[str] = "told-twice"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "正文两处写明的同一全年数量相同；表格载有该数量的，由别的规则核对。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"first", "second"})

    about: tuple[ConceptGroup, ...]
    """First words of the concepts that are compared."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Say once of every concept where it is told otherwise than at first."""
        document = case.document
        told: dict[str, Figure] = {}
        twice, wrong = False, set[str]()
        for figure in document.figures:
            concept = figure.concept or ""
            if not concept.startswith(self.about) or not _is_comparable(document, figure):
                continue
            first = told.setdefault(concept, figure)
            if first.sentence == figure.sentence:
                continue
            twice = True
            if first.value != figure.value and concept not in wrong:
                wrong.add(concept)
                yield _remark(document, first, figure)
        if not twice:
            yield Inapplicable(reason="正文没有两处写明同一数量，或者该数量已与表格核对")


def _is_comparable(document: Document, figure: Figure) -> bool:
    exact = not figure.approximate and figure.upper is None
    return (
        this_year(figure)
        and exact
        and is_whole(document, figure.scope)
        and not any(amounts(table, figure) for table in document.form_tables)
    )


def _remark(document: Document, first: Figure, second: Figure) -> Remark:
    shown = evidence(document, first), evidence(document, second)
    values = {"first": shown[0].quote, "second": shown[1].quote}
    if _meanings(document, first) == 1 and _speak_of_one(first, second):
        return Violation(values=values, evidence=shown)
    hint = "两处口径不同的（如一处含上年结转），各自写明口径"
    return Doubt(values=values, evidence=shown, hint=hint)


def _speak_of_one(first: Figure, second: Figure) -> bool:
    """Whether no title between two sentences can make them speak of two units."""
    return first.place.block == second.place.block or first.place.part != second.place.part


def _meanings(document: Document, figure: Figure) -> int:
    """Count what the form lets a figure mean."""
    tables = document.form.tables.values()
    return sum(len(table.readings.concepts.get(figure.concept or "", ())) for table in tables)
