"""What must be the same of one report in whatever format it arrives."""

from collections.abc import Mapping
from typing import Any

from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook

RULEBOOK = load_rulebook()


def facts(document: Document) -> Mapping[str, Any]:
    """Return what is understood of a document: the facts that rules are built upon."""
    title, agency = document.title, document.agency
    return {
        "title": title.value if title else None,
        "agency": agency.value if agency else None,
        "kind": document.agency_kind,
        "year": document.year,
        "region": document.region,
        "parts": [(part.id, part.number, part.title) for part in document.parts],
        "tables": tables(document),
        "figures": [(figure.value, figure.unit) for figure in document.figures],
    }


def tables(document: Document) -> Mapping[str, Any]:
    """Return the tables' cells and how they differ from the form."""
    return {
        name: (
            {key: (cell.state, cell.value) for key, cell in table.cells.items()},
            [(one.kind, one.expected, one.printed) for one in table.deviations],
        )
        for name, table in document.tables.items()
    }


def findings(document: Document) -> set[tuple[str, Outcome]]:
    """Return which rules find something, and of what kind."""
    found = assess(Case(document=document), RULEBOOK).findings
    return {(finding.rule, finding.outcome) for finding in found}
