"""One report gives the same facts and findings in every format that can show them."""

import re
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from functools import cache
from pathlib import Path

import pytest
from agreement import RULEBOOK, facts, findings
from printers import by_chromium, by_libreoffice

from govcheck.checking import read
from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.document.table import CellState
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

EXAMPLES = Path(__file__).parents[1] / "examples"
REPORTS = ["sound", "flawed"]
PRINTERS = {"chromium": by_chromium, "libreoffice": by_libreoffice}

ON_PAGES_ALONE = {"publication/illicit-content", "prose/spacing", "publication/download"}
"""What is hidden on a page, leads out of it, or is spacing: print does not show it."""


def plain(page: str) -> str:
    return page


def single_lines(page: str) -> str:
    style = "<style>table,td{border:1px solid black;border-collapse:collapse}</style>"
    return page.replace("</head>", f"{style}</head>")


def without_lines(page: str) -> str:
    return re.sub("<table[^>]*>", "<table>", page)


def as_mhtml(page: str) -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    whole.attach(MIMEText(page, "html", "utf-8"))
    return whole.as_bytes()


def as_text(page: str) -> bytes:
    """Write a report as people paste it into a text file: a row a line, a tab for a cell."""
    document = original(page)
    lines = []
    for block in document.body:
        if isinstance(block, Paragraph):
            lines.append(block.text.written)
            continue
        rows: dict[int, list[str]] = {}
        for cell in getattr(block, "cells", ()):
            rows.setdefault(cell.row, []).append(cell.text.written)
        lines += ["\t".join(row) for row in rows.values()]
    return "\n".join(lines).encode()


@cache
def original(page: str) -> Document:
    return read(page.encode(), name="report.html", knowledge=RULEBOOK.knowledge)


def page_of(name: str) -> str:
    return (EXAMPLES / f"{name}.html").read_text("utf-8")


@cache
def printed(name: str, printer: str, style: Callable[[str], str]) -> Document:
    content = PRINTERS[printer](style(page_of(name)))
    return read(content, name="report.pdf", knowledge=RULEBOOK.knowledge)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("style", [plain, single_lines])
def test_print_with_lines_gives_the_same(
    name: str, printer: str, style: Callable[[str], str]
) -> None:
    page, pdf = original(page_of(name)), printed(name, printer, style)
    assert facts(pdf) == facts(page)
    differing = {rule for rule, _ in findings(pdf) ^ findings(page)}
    assert differing <= ON_PAGES_ALONE


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("printer", PRINTERS)
def test_print_without_lines_tells_nothing_else(name: str, printer: str) -> None:
    """What a row without borders says is read or left open, and never read otherwise."""
    page, pdf = original(page_of(name)), printed(name, printer, without_lines)
    for table_id, table in page.tables.items():
        for key, cell in pdf.tables[table_id].cells.items():
            if cell.state is not CellState.ABSENT:
                assert cell.value == table.cells[key].value, (table_id, key)
    assert {part.id for part in pdf.parts} <= {part.id for part in page.parts}
    assert pdf.incomplete
    accused = {rule for rule, outcome in findings(pdf) if outcome is Outcome.FAIL}
    assert accused <= {rule for rule, outcome in findings(page) if outcome is Outcome.FAIL}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("printer", PRINTERS)
def test_nothing_passes_for_want_of_lines(name: str, printer: str) -> None:
    page, pdf = original(page_of(name)), printed(name, printer, without_lines)
    wrong = {
        one.rule
        for one in assess(Case(document=page), RULEBOOK).judgements
        if one.outcome is Outcome.FAIL
    }
    passed = {
        one.rule
        for one in assess(Case(document=pdf), RULEBOOK).judgements
        if one.outcome is Outcome.PASS
    }
    assert wrong & passed <= ON_PAGES_ALONE


@pytest.mark.parametrize("name", REPORTS)
def test_a_saved_page_gives_the_same(name: str) -> None:
    page = page_of(name)
    saved = read(as_mhtml(page), name="report.mhtml", knowledge=RULEBOOK.knowledge)
    assert facts(saved) == facts(original(page))
    assert findings(saved) == findings(original(page))


@pytest.mark.parametrize("name", REPORTS)
def test_text_gives_the_same_as_far_as_it_goes(name: str) -> None:
    page = original(page_of(name))
    text = read(as_text(page_of(name)), name="report.txt", knowledge=RULEBOOK.knowledge)
    for fact in ("title", "agency", "kind", "year", "parts"):
        assert facts(text)[fact] == facts(page)[fact]
    for table_id, table in page.tables.items():
        for key, cell in text.tables[table_id].cells.items():
            known = table.cells[key]
            if cell.value is not None or cell.state is CellState.BLANK:
                assert (cell.state, cell.value) == (known.state, known.value), (table_id, key)
    accused = {rule for rule, outcome in findings(text) if outcome is Outcome.FAIL}
    assert accused <= {rule for rule, outcome in findings(page) if outcome is Outcome.FAIL}
