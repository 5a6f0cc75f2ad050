"""The same report is understood the same, however a site lays it out."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from knowledge import KNOWLEDGE
from layout_variants import LAYOUTS
from layouts import AGENCY, INTRODUCTION, TEXTS, VALUES
from pages import IDS, texts

from govcheck.checking import read
from govcheck.document.blocks import Grid
from govcheck.document.report import AgencyKind, Document


@pytest.fixture(params=LAYOUTS, scope="module")
def document(request: pytest.FixtureRequest) -> Document:
    return read(LAYOUTS[request.param].page, name="report.html", knowledge=KNOWLEDGE)


def test_title_agency_year_and_form(document: Document) -> None:
    assert document.title is not None
    assert document.agency is not None
    assert document.agency.value == AGENCY
    assert document.agency_kind is AgencyKind.DEPARTMENT
    assert document.year == 2024
    assert document.form.id == "form-2021"


def test_dates_issuer_and_basis(document: Document) -> None:
    assert [found.value for found in document.published] == [date(2025, 1, 20)]
    assert document.issuer is not None
    assert document.issuer.value == AGENCY
    assert document.period is not None
    assert document.period.value == (date(2024, 1, 1), date(2024, 12, 31))
    assert document.contact is not None
    assert len(document.legal_basis) == 2


def test_parts(document: Document) -> None:
    assert [part.id for part in document.parts] == IDS
    assert {part.known_by for part in document.parts} == {"title"} | {
        part.known_by for part in document.parts if part.id == "review-litigation"
    }


def test_text(document: Document) -> None:
    assert document.passages["introduction"].text == INTRODUCTION
    assert document.passages["overview"].text.split("\n") == list(TEXTS["一"])
    assert document.passages["problems"].text.split("\n") == list(TEXTS["五"])
    assert document.passages["other"].text.split("\n")[0] == TEXTS["六"][0]
    assert not set(texts(document.furniture)) & {
        line for text in TEXTS.values() for line in text
    }


def test_tables(document: Document) -> None:
    assert sum(isinstance(block, Grid) for block in document.body) == 6
    for table_id, rows in VALUES.items():
        table = document.tables[table_id]
        assert not table.deviations
        for row, column, value in _cells(rows):
            assert table.value(row, column) == value


def _cells(rows: object) -> Iterator[tuple[str, str, Decimal]]:
    assert isinstance(rows, dict)
    for row, columns in rows.items():
        for column, value in columns.items():
            yield row, column, Decimal(value)
