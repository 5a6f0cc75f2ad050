"""The facts of a document, as much of them as a result tells; its text is not touched."""

from typing import Final

from msgspec.structs import replace

from govcheck.document.found import Found
from govcheck.document.report import Document
from govcheck.document.table import Cell, Table
from govcheck.judging.brevity import FULL, Brevity

_NAME: Final = 200
"""Characters of a title, a name or a heading cell (no report's has 100)."""


def brief_document(document: Document, brevity: Brevity) -> Document:
    """Return the document with bounded names, notes, figures and tables."""
    return replace(
        document,
        title=_found(document.title),
        agency=_found(document.agency),
        source=replace(document.source, name=_name(document.source.name)),
        region=tuple(map(_name, document.region)),
        notes=first_lines(document.notes, brevity),
        figures=document.figures[: FULL.findings],
        tables={name: _table(table, brevity) for name, table in document.tables.items()},
    )


def first_lines(lines: tuple[str, ...], brevity: Brevity) -> tuple[str, ...]:
    """Return the first lines, each cut; a last one counts the rest."""
    told = tuple(map(brevity.words, lines[: brevity.findings]))
    rest = len(lines) - len(told)
    return (*told, f"另有 {rest} 项未列出。") if rest else told


def _found(found: Found[str] | None) -> Found[str] | None:
    if found is None or len(found.value) <= _NAME:
        return found
    return replace(found, value=_name(found.value))


def _name(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[:_NAME]}…"


def _table(table: Table, brevity: Brevity) -> Table:
    deviations = tuple(
        replace(one, expected=_name(one.expected), printed=_name(one.printed))
        for one in table.deviations[: brevity.findings]
    )
    return replace(
        table,
        cells={spot: _cell(cell, brevity) for spot, cell in table.cells.items()},
        labels={line: _name(label) for line, label in table.labels.items()},
        deviations=deviations,
    )


def _cell(cell: Cell, brevity: Brevity) -> Cell:
    if len(cell.written) <= brevity.quote:
        return cell
    return replace(cell, written=brevity.quoted(cell.written))
