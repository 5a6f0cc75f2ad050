"""What was read of a report, as JSON holds it: tables and figures."""

from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from govcheck.document.figure import Figure
from govcheck.document.report import Document
from govcheck.document.table import Table

_NUMBERS: Final = 1024
"""So many are remembered: tables hold the same few over and over."""
_GREATEST: Final = Decimal(10) ** 300
"""Beyond it a program that reads the file has no number for the figure."""


def facts(document: Document) -> dict[str, Any]:
    """Return the statutory tables by id, and the quantities in the prose."""
    return {
        "tables": {name: _table(table) for name, table in document.tables.items()},
        "figures": [_figure(figure) for figure in document.figures],
    }


def _table(table: Table) -> dict[str, Any]:
    cells: dict[str, dict[str, Any]] = {}
    for (row, column), cell in table.cells.items():
        cells.setdefault(row, {})[column] = {
            "written": cell.written,
            "value": number(cell.value),
            "state": cell.state,
        }
    return {
        "form": table.form,
        "recognised": table.recognised,
        "doubted": table.doubted,
        "labels": dict(table.labels),
        "cells": cells,
        "deviations": [
            {"kind": one.kind, "expected": one.expected or None, "printed": one.printed or None}
            for one in table.deviations
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": number(figure.value),
        "upper": number(figure.upper),
        "step": number(figure.step),
        "unit": figure.unit or None,
        "approximate": figure.approximate or None,
        "subject": figure.subject or None,
        "concept": figure.concept,
        "relation": figure.relation,
        "period": figure.period,
        "section": figure.place.part,
        "line": figure.place.line,
    }


@lru_cache(_NUMBERS)
def number(value: Decimal | None) -> int | float | None:
    """Return an integer where the value is whole; the greatest float for what exceeds it."""
    if value is None:
        return None
    if abs(value) > _GREATEST:
        return float(_GREATEST.copy_sign(value))
    return int(value) if value == value.to_integral_value() else float(value)
