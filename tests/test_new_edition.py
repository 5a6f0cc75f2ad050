"""A new edition of the form is data: its file and its instrument are all that it takes."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from govcheck.document.case import Case
from govcheck.document.source import Source
from govcheck.document.table import CellState
from govcheck.drafting.template.blank_report import blank_report
from govcheck.judging.assessment import Assessment
from govcheck.judging.bearing import bearing
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.reports import render
from govcheck.reports.coverage_text import coverage_text
from govcheck.rulebook.lawbook import load_instruments
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.rulebook.rule_files import rule_files, shipped_rules
from govcheck.trials.documents import example_case, example_document
from govcheck.understanding.hints import Hints
from govcheck.understanding.understand import understand

BEFORE, AFTER = 2025, 2026
NEW = "public_institution"
Sets = tuple[Path, list[Path]]


def _edition(root: Path, law: str, old: str) -> None:
    """End the edition of 2021, and write one of 2026 with a column more."""
    forms, instruments = root / "forms", root / "instruments"
    forms.mkdir(parents=True, exist_ok=True)
    instruments.mkdir(exist_ok=True)
    new = old.replace("form-2021", "form-2026").replace("2021〕30号", "2026〕8号")
    new = new.replace("years: {from: 2021}", "years: {from: 2026}")
    other = "{id: other_org, label: 其他}"
    new = new.replace(other, f"{{id: {NEW}, label: 事业单位}}\n              - {other}")
    new = new.replace("legal_service, other_org]", f"legal_service, {NEW}, other_org]")
    assert new.count(NEW) == 6
    (forms / "form-2026.yaml").write_text(new, "utf-8")
    ended = old.replace("years: {from: 2021}", "years: {from: 2021, to: 2025}")
    (forms / "form-2021.yaml").write_text(ended, "utf-8")
    law = law.replace("id: form-2021", "id: form-2026").replace("2021〕30号", "2026〕8号")
    (instruments / "form-2026.yaml").write_text(law, "utf-8")


@pytest.fixture(scope="module", params=["in the shipped rules", "in a set from elsewhere"])
def sets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sets:
    """Return the folder of the rules, and of what is laid over them."""
    shipped = shipped_rules()
    top = tmp_path_factory.mktemp("edition") / "rules"
    shutil.copytree(shipped, top, ignore=shutil.ignore_patterns("__pycache__"))
    own = top.parent / "mine" if request.param == "in a set from elsewhere" else top
    law = (shipped / "instruments" / "form-2021.yaml").read_text("utf-8")
    _edition(own, law, (shipped / "forms" / "form-2021.yaml").read_text("utf-8"))
    return top, [] if own == top else [own]


@pytest.fixture(scope="module")
def book(sets: Sets) -> Rulebook:
    root, extra = sets
    return load_rulebook(root, extra)


def _judged(book: Rulebook, year: int, tables: Mapping[str, Any] | None = None) -> Assessment:
    told = {"complete": True, "year": year, "tables": tables or {}}
    return assess(example_case(told, book.knowledge), book)


def test_every_rule_of_the_last_edition_judges_the_new_one(book: Rulebook) -> None:
    before, after = _judged(book, BEFORE), _judged(book, AFTER)
    assert after.document.form.id == "form-2026"
    assert after.judgements == before.judgements
    assert {finding.message.replace("2026", "2025") for finding in after.findings} == {
        finding.message for finding in before.findings
    }


def test_every_rule_cites_the_instrument_of_the_new_edition(book: Rulebook) -> None:
    before, after = _judged(book, BEFORE).document, _judged(book, AFTER).document
    renewed = {"form-2021": "form-2026"}
    for rule in book.rules:
        last = [(one.instrument, one.clause) for one in bearing(rule, before)]
        now = [(one.instrument, one.clause) for one in bearing(rule, after)]
        assert now == [(renewed.get(name, name), clause) for name, clause in last], rule.id
    cited = {one.instrument for rule in book.rules for one in bearing(rule, after)}
    assert "form-2026" in cited


@pytest.mark.parametrize(
    ("rows", "rule", "message"),
    [
        (
            {"r1_new": {NEW: 3, "total": 2}, "r3_1": {NEW: 3, "total": 3}}
            | {"r3_7_total": {NEW: 3, "total": 3}},
            "format/applications-row-total",
            "“一、本年新收政府信息公开申请数量”一行各类申请人之和为 3，总计填 2",
        ),
        (
            {"r1_new": {NEW: 3, "total": 3}, "r3_1": {NEW: 3, "total": 3}}
            | {"r3_7_total": {NEW: 2, "total": 3}},
            "format/applications-subtotal",
            "“事业单位”列办理结果各项之和为 3，（七）总计填 2",
        ),
    ],
)
def test_the_new_column_is_added_up_and_its_wrong_cell_named(
    book: Rulebook, rows: Mapping[str, Any], rule: str, message: str
) -> None:
    said = _judged(book, AFTER, {"applications": rows}).findings
    grave = [finding for finding in said if finding.outcome is Outcome.FAIL]
    roots = [finding for finding in grave if finding.root is None]
    assert {finding.rule for finding in grave} > {rule}
    assert message in "".join(finding.message for finding in grave)
    assert len(roots) == 1
    assert "据各勾稽反推" in roots[0].message


def test_a_report_in_the_last_edition_is_told_the_new_one(book: Rulebook) -> None:
    page = blank_report(
        book.forms["form-2021"], book.vocabulary, year=AFTER, agency="云岭市教育局"
    ).page
    document = understand(
        page,
        source=Source(name="旧格式", format="html"),
        knowledge=book.knowledge,
        hints=Hints(),
    )
    said = assess(Case(document=document), book).findings
    (found,) = [one for one in said if one.rule == "format/applications-structure"]
    assert found.outcome is Outcome.FAIL
    assert "缺少列“法人或其他组织·事业单位”" in found.message


def test_template_views_and_coverage_follow(book: Rulebook, sets: Sets) -> None:
    page = blank_report(
        book.forms["form-2026"], book.vocabulary, year=AFTER, agency="云岭市教育局"
    ).page
    cells = [
        cell.text for block in page.blocks if hasattr(block, "cells") for cell in block.cells
    ]
    assert "事业单位" in cells
    assert any("2026〕8号" in block.text for block in page.blocks if hasattr(block, "text"))
    shown = render("html", _judged(book, AFTER), book).decode()
    assert "事业单位" in shown
    files = [file for file in rule_files(*sets) if file.folder == "instruments"]
    instruments, unsound = load_instruments(sets[0], files)
    assert not unsound
    covered = coverage_text(book, instruments).split("合计：")
    (own,) = [part for part in covered if "报告格式（国办公开办函〔2026〕8号）" in part]
    assert "format/applications-balance" in own


def test_an_absent_cell_of_the_new_column_is_not_read_as_nothing(book: Rulebook) -> None:
    document = example_document(
        {"complete": True, "year": AFTER, "tables": {"applications": None}}, book.knowledge
    )
    cell = document.tables["applications"].cells["r1_new", NEW]
    assert cell.state is CellState.ABSENT
