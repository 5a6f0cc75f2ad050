"""What was checked and written goes at once: no circle keeps it for the garbage collector.

A document and its views are thousands of objects; a batch checks many thousand documents.
"""

import gc
from pathlib import Path

import pytest

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.mark.parametrize("name", ["sound.html", "flawed.html"])
@pytest.mark.parametrize("form", ["json", "html"])
def test_nothing_of_a_report_is_left(name: str, form: str) -> None:
    book, content = load_rulebook(), (EXAMPLES / name).read_bytes()
    _write(content, form, book)
    gc.collect()
    gc.disable()
    try:
        _write(content, form, book)
        assert gc.collect() == 0
    finally:
        gc.enable()


def _write(content: bytes, form: str, book: Rulebook) -> None:
    document = read(content, name="report.html", knowledge=book.knowledge)
    render(form, assess(Case(document=document), book), book)
