"""What is read in the published reports, and what is found, one line each.

``python tests/published.py`` writes both tables anew; read the difference before committing.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from golden import COLUMNS, finding_lines

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
FACTS = Path(__file__).parent / "published-facts.tsv"
FINDINGS = Path(__file__).parent / "published-findings.tsv"


def files() -> Iterator[tuple[str, Path]]:
    """Yield the name and the file of every report at hand."""
    for line in (REPORTS / "published" / "index.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        yield entry["id"], REPORTS / "published" / entry["file"]
    yield "kunming-2020-html", REPORTS / "kunming-2020.html"
    yield "kunming-2020-txt", REPORTS / "kunming-2020.txt"


@cache
def assessments() -> dict[str, Assessment]:
    """Judge every report."""
    book = load_rulebook()
    return {
        name: assess(
            Case(document=read(path.read_bytes(), name=path.name, knowledge=book.knowledge)),
            book,
        )
        for name, path in files()
    }


def facts() -> Iterator[str]:
    """Yield what was understood of each report."""
    yield "report\tagency\tkind\tregion\tyear\tform\tpublished\tissuer\tparts\ttables"
    for name, assessment in assessments().items():
        document = assessment.document
        published = document.published[0] if document.published else None
        tables = {
            table.id: table.form
            for table in document.tables.values()
            if any(cell.value is not None for cell in table.cells.values())
        }
        yield "\t".join(
            (
                name,
                document.agency.value if document.agency else "-",
                document.agency_kind or "-",
                "/".join(document.region) or "-",
                str(document.year or "-"),
                document.form.id,
                f"{published.value} {published.origin}" if published else "-",
                document.issuer.value if document.issuer else "-",
                " ".join(part.id or "?" for part in document.parts) or "-",
                " ".join(f"{table}={form}" for table, form in tables.items()) or "-",
            )
        )


def findings() -> Iterator[str]:
    """Yield every finding, the open ones with them."""
    yield f"report\t{COLUMNS}"
    for name, assessment in assessments().items():
        yield from (f"{name}\t{line}" for line in finding_lines(assessment))


if __name__ == "__main__":
    FACTS.write_text("\n".join(facts()) + "\n", "utf-8")
    FINDINGS.write_text("\n".join(findings()) + "\n", "utf-8")
