"""Published PDF files give the facts and the findings of the same reports as HTML."""

from pathlib import Path

import pytest
from agreement import RULEBOOK, facts, findings

from govcheck.checking import read
from govcheck.document.report import Document

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

PUBLISHED = Path(__file__).parents[2] / "shared" / "reports" / "published"
NAMES = ["gh-hongze-2023", "gh-hongze-2024", "gh-huaian-2024"]

pytestmark = pytest.mark.skipif(
    not (PUBLISHED / "pdf").exists(), reason="no published reports beside us"
)

EXPLAINED = {
    "publication/date-and-source",
    "prose/spacing",
}
"""A PDF file is no page: that no date stands on it is no fault.  The HTML was made of its
text with a space wherever justified lines are stretched; none of them is in the file."""


def document(name: str, suffix: str) -> Document:
    path = PUBLISHED / suffix / f"{name}.{suffix}"
    return read(path.read_bytes(), name=path.name, knowledge=RULEBOOK.knowledge)


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_are_the_same(name: str) -> None:
    pdf = document(name, "pdf")
    assert facts(pdf) == facts(document(name, "html"))
    assert not pdf.incomplete
    assert pdf.notes == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_are_the_same_but_for_the_explained(name: str) -> None:
    pdf, html = (findings(document(name, suffix)) for suffix in ("pdf", "html"))
    assert {rule for rule, _ in pdf ^ html} <= EXPLAINED


@pytest.mark.parametrize("name", NAMES)
def test_blocks_know_their_pages(name: str) -> None:
    pages = [block.page for block in document(name, "pdf").body]
    assert None not in pages
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert max(page or 0 for page in pages) >= 5
