"""The tables of published reports are read to the last figure."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from knowledge import KNOWLEDGE
from printed_pages import differences

from govcheck.checking import read
from govcheck.document.report import Document
from govcheck.understanding.hints import Hints

PUBLISHED = Path(__file__).parent.parent.parent / "shared" / "reports" / "published"

pytestmark = pytest.mark.skipif(
    not PUBLISHED.exists(), reason="published reports are not at hand"
)


def _entries() -> dict[str, Any]:
    if not PUBLISHED.exists():
        return {}
    lines = (PUBLISHED / "index.jsonl").read_text("utf-8").splitlines()
    return {entry["id"]: entry for entry in map(json.loads, lines)}


ENTRIES = _entries()
WITH_TABLES = [
    name
    for name, entry in ENTRIES.items()
    if any(isinstance(entry["facts"].get(part), list) for part in ("t2", "t3", "t4"))
]


def document(name: str) -> Document:
    entry = ENTRIES[name]
    path = PUBLISHED / entry["file"]
    hints = Hints(fiscal_year=entry["fiscal_year"])
    return read(path.read_bytes(), name=path.name, knowledge=KNOWLEDGE, hints=hints)


def _written(value: object) -> Decimal | None:
    return None if value in {"", None} else Decimal(str(value))


def _second(facts: list[Any]) -> Iterator[tuple[str, str, list[object]]]:
    for row, values in zip(("rules", "normative_docs"), facts, strict=False):
        yield "proactive-1", row, values
    others = (
        ("proactive-5", "license"),
        ("proactive-6", "penalty"),
        ("proactive-6", "coercion"),
        ("proactive-8", "fees"),
    )
    for (table, row), value in zip(others, facts[2:], strict=False):
        if value is not None:
            yield table, row, [value]


def _facts(
    document: Document, facts: Mapping[str, Any]
) -> Iterator[tuple[str, str, list[object]]]:
    """Yield table, row and figures as they were taken down by hand."""
    if isinstance(facts.get("t2"), list):
        yield from _second(facts["t2"])
    if isinstance(facts.get("t3"), list):
        rows = document.tables["applications"].rows
        for row, values in zip(rows, facts["t3"], strict=False):
            yield "applications", row, values
    if isinstance(facts.get("t4"), list):
        yield "review-litigation", "count", facts["t4"]


@pytest.mark.parametrize("name", WITH_TABLES)
def test_figures_are_read_as_published(name: str) -> None:
    found = document(name)
    for table_id, row, values in _facts(found, ENTRIES[name]["facts"]):
        table = found.tables[table_id]
        cells = [table.cells[row, column] for column in table.columns]
        lost = all(cell.state.value == "absent" for cell in cells)
        if lost and found.source.format == "text":
            continue
        assert [cell.value for cell in cells] == [_written(value) for value in values], row


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("gh-suqian-2023", "form-2021"),
        ("gh-suqian-2024", "form-2021"),
        ("gh-huaian-2024", "form-2021"),
        ("gh-hangzhou-2025", "form-2021"),
        ("gh-shuyang-fgj-2023", "form-2021"),
        ("gh-shanghai-office-2019", "form-2019"),
    ],
)
def test_lawful_tables_show_no_difference(name: str, form: str) -> None:
    for table in document(name).tables.values():
        assert (table.form, differences(table)) == (form, [])


@pytest.mark.parametrize("name", ["gh-hongze-2023", "gh-hongze-2024"])
def test_a_slip_and_a_row_of_the_form_on_trial_are_all_that_differs(name: str) -> None:
    found = {
        (table.id, kind, printed)
        for table in document(name).tables.values()
        for kind, _, printed in differences(table)
    }
    assert found == {
        ("applications", "renamed-row", "2.其他法律行政止公开"),
        (
            "applications",
            "edition-row",
            "中华人民共和国政府信息公开工作年度报告格式（试行）：（六）其他处理",
        ),
    }
