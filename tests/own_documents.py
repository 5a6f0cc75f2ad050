"""Our own documents: what is read in each, and what is found, in two tables beside it.

``python tests/own_documents.py`` writes the tables of every ``tests/documents/*/document.*``
anew; read the difference before committing.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from golden import COLUMNS, finding_lines

from govcheck.checking import read
from govcheck.document.blocks import Image
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/document.*"))
BOOK = load_rulebook()


@cache
def judged(name: str) -> Assessment:
    """Judge a document."""
    (path,) = (FOLDER / name).glob("document.*")
    return assess(
        Case(document=read(path.read_bytes(), name=path.name, knowledge=BOOK.knowledge)), BOOK
    )


def findings(name: str) -> Iterator[str]:
    """Yield every finding, under a line of headings."""
    yield COLUMNS
    yield from finding_lines(judged(name))


def facts(name: str) -> Iterator[str]:
    """Yield what is understood: who and when, the parts, what the tables hold but 0."""
    document = judged(name).document
    yield f"kind\t{document.agency_kind or '-'}"
    yield f"agency\t{document.agency.value if document.agency else '-'}"
    yield f"region\t{'/'.join(document.region) or '-'}"
    yield f"year\t{document.year or '-'}\t{document.form.id}"
    yield from (f"published\t{one.value}\t{one.origin}" for one in document.published)
    for part in document.parts:
        yield f"part\t{part.id or '-'}\t{part.number or '-'}\t{part.title}"
    for block in document.body:
        if isinstance(block, Image):
            yield f"picture\t{block.table or '-'}\t{block.line}"
    yield from _cells(document)
    for figure in document.figures:
        if figure.concept:
            scope = f"\t{figure.scope}" if figure.scope else ""
            yield f"figure\t{figure.concept}\t{figure.value:f}{figure.unit}{scope}"


def _cells(document: Document) -> Iterator[str]:
    for table in document.tables.values():
        for (row, column), cell in table.cells.items():
            if cell.value != 0 and cell.state.value != "absent":
                yield f"cell\t{table.id}\t{table.form}\t{row}\t{column}\t{cell.written or '空'}"


if __name__ == "__main__":
    for document_name in NAMES:
        for table in (facts, findings):
            path = FOLDER / document_name / f"{table.__name__}.tsv"
            path.write_text("\n".join(table(document_name)) + "\n", "utf-8")
