"""Small tables that tell some rows of a statutory one again, under headings of their own."""

from collections.abc import Sequence

from govcheck.understanding.tables.known_labels import Glossary
from govcheck.understanding.tables.labels import key
from govcheck.understanding.tables.printed_rows import PrintedRow


def without_extracts(rows: Sequence[PrintedRow], glossary: Glossary) -> list[PrintedRow]:
    """Leave out the grids with headings of their own that tell again what a fuller one does."""
    labels: dict[int, set[str]] = {}
    named: dict[int, bool] = {}
    for row in rows:
        labels.setdefault(row.block, set()).update(map(key, row.labels))
        headings = {text for texts in row.zone.heads.values() for text in texts}
        known = any(glossary.meaning(text).columns for text in headings)
        named[row.block] = named.get(row.block, False) or known or not headings
    extracts = {
        block
        for block, own in labels.items()
        if not named[block]
        and any(_tells_more(labels[one], own) for one in labels if named[one])
    }
    return [row for row in rows if row.block not in extracts]


def _tells_more(labels: set[str], others: set[str]) -> bool:
    return len(labels) > len(others) and not labels.isdisjoint(others)
