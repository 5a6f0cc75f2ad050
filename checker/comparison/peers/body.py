"""A report as others are held against it, made from its document."""

import re
from datetime import date

from govcheck.comparison.identity import is_sound
from govcheck.comparison.peers.imprint import imprint
from govcheck.comparison.sentences import Selection
from govcheck.document.bodies import Body, Figures, Imprint
from govcheck.document.naming import is_unread
from govcheck.document.report import Document
from govcheck.document.search import says
from govcheck.document.table import Table


def body_of(
    document: Document,
    *,
    file: str,
    selection: Selection | None = None,
    excused: re.Pattern[str] | None = None,
) -> Body:
    """Return what of a report is held against others; no imprint without a selection.

    ``excused`` are words that tell of a reorganised body, of another way to count, or of a
    report that was corrected.
    """
    told = ("body", "furniture")
    return Body(
        name=document.agency.value if document.agency else "",
        file=file,
        kind=document.agency_kind,
        region=document.region,
        year=document.year,
        published=_published(document),
        imprint=imprint(document, selection) if selection else Imprint(),
        figures={
            name: _figures(table)
            for name, table in document.tables.items()
            if name in document.form.tables and not is_unread(table)
        },
        excused=bool(excused and says(document, excused, told)),
    )


def _published(document: Document) -> date | None:
    return document.published[0].value if document.published else None


def _figures(table: Table) -> Figures:
    return Figures(
        form=table.form,
        whole=is_sound(table) and not table.doubted,
        values={at: cell.value for at, cell in table.cells.items() if cell.value},
        unread=frozenset(at for at, cell in table.cells.items() if cell.value is None),
    )
