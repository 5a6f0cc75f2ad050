"""What the kinds say of statutory tables that are blank, wrong, foreign or not there."""

from collections.abc import Mapping

import pytest
from ledgers import BOOK, document, table
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.document.source import Source
from govcheck.document.table import CellState, Deviation, DeviationKind, Table
from govcheck.judging.assessment import Finding
from govcheck.judging.engine import judge
from govcheck.kinds.figures.table_sums import TableSums
from govcheck.kinds.remark import Outcome, Severity

APPLICATIONS = ("balance", "row-total", "subtotal")


def said(document: Document, rule_id: str) -> tuple[Outcome, tuple[Finding, ...]]:
    rule = BOOK.rule(rule_id)
    assert rule is not None
    judgement, findings = judge(Case(document=document), rule)
    return judgement.outcome, findings


def absent(name: str, *kinds: DeviationKind) -> Table:
    """Return a table of which nothing could be read."""
    empty = table(name, {})
    cells = {
        place: replace(cell, written="", state=CellState.ABSENT, value=None)
        for place, cell in empty.cells.items()
    }
    return replace(empty, cells=cells, deviations=tuple(Deviation(kind=kind) for kind in kinds))


def test_all_undecided_lines_are_one_doubt() -> None:
    lines = {row: {"natural": None, "total": 5} for row in ("r3_1", "r3_2", "r3_4_1")}
    outcome, findings = said(
        document(table("applications", lines)), "format/applications-row-total"
    )
    assert outcome is Outcome.OPEN
    (finding,) = findings
    assert "“（一）予以公开×自然人”" in finding.message


@pytest.mark.parametrize("rule", APPLICATIONS)
def test_a_table_of_blanks_is_one_doubt(rule: str) -> None:
    zeros = table("applications", {})
    blanks = {row: dict.fromkeys(zeros.columns) for row in zeros.rows}
    outcome, findings = said(
        document(table("applications", blanks)), f"format/applications-{rule}"
    )
    assert (outcome, len(findings)) == (Outcome.OPEN, 1)


@pytest.mark.parametrize(
    ("mark", "outcome"),
    [(None, Outcome.PASS), ("/", Outcome.PASS), ("若干", Outcome.OPEN), (1, Outcome.FAIL)],
)
def test_a_cell_without_a_figure_does_not_break_what_holds_without_it(
    mark: str | int | None, outcome: Outcome
) -> None:
    new = {"natural": 26, "commercial": mark, "total": 26}
    given = document(table("applications", {"r1_new": new}))
    assert said(given, "format/applications-row-total")[0] is outcome


@pytest.mark.parametrize("rule", [*APPLICATIONS, "structure"])
@pytest.mark.parametrize(
    ("kind", "words"),
    [(DeviationKind.PICTURE, "为图片"), (DeviationKind.MISSING_TABLE, "未见")],
)
def test_a_table_that_is_not_there_never_passes(
    rule: str, kind: DeviationKind, words: str
) -> None:
    given = document(absent("applications", kind))
    outcome, (finding,) = said(given, f"format/applications-{rule}")
    missing = rule == "structure" and kind is DeviationKind.MISSING_TABLE
    assert outcome is (Outcome.FAIL if missing else Outcome.OPEN)
    assert words in finding.message


def test_text_may_have_lost_its_tables() -> None:
    given = document(
        absent("applications", DeviationKind.MISSING_TABLE),
        source=Source(name="report.txt", format="text"),
    )
    outcome, (finding,) = said(given, "format/applications-structure")
    assert outcome is Outcome.OPEN
    assert "提取" in finding.message


@pytest.mark.parametrize(
    ("kind", "rule", "severity"),
    [
        (DeviationKind.MISSING_ROW, "applications-structure", Severity.MAJOR),
        (DeviationKind.EDITION, "applications-structure", Severity.MAJOR),
        (DeviationKind.EXTRA_ROW, "applications-structure", Severity.MAJOR),
        (DeviationKind.SUBTOTAL_ROW, "applications-structure", Severity.ADVICE),
    ],
)
def test_differences_weigh_by_their_kind(
    kind: DeviationKind, rule: str, severity: Severity
) -> None:
    deviation = Deviation(kind=kind, expected="甲", printed="乙{0}")
    given = document(table("applications", {}, deviations=(deviation,)))
    _, (finding,) = said(given, f"format/{rule}")
    assert finding.severity is severity


def test_rows_that_a_province_adds_are_allowed() -> None:
    extra = Deviation(kind=DeviationKind.EXTRA_ROW, printed="其他主动公开文件")
    given = document(table("proactive-1", {}, deviations=(extra,)))
    assert said(given, "format/proactive-structure") == (Outcome.PASS, ())


def test_a_table_read_in_scraps_leaves_its_structure_open() -> None:
    given = document(table("applications", {}, partial=True))
    assert said(given, "format/applications-structure")[0] is Outcome.OPEN


@pytest.mark.parametrize("rule", APPLICATIONS)
def test_a_table_read_in_scraps_leaves_its_sums_open(rule: str) -> None:
    lost = absent("applications")
    kept = table("applications", {"r1_new": {"natural": 1, "total": 1}})
    cells = {
        **lost.cells,
        **{place: kept.cells[place] for place in kept.cells if "r1_new" in place},
    }
    given = document(replace(lost, cells=cells, partial=True))
    assert said(given, f"format/applications-{rule}")[0] is Outcome.OPEN


def test_many_blanks_are_listed_and_counted() -> None:
    zeros = table("applications", {})
    blanks = {row: {"research": None} for row in zeros.rows}
    _, (finding,) = said(document(table("applications", blanks)), "format/cells-filled")
    assert "等 25 处" in finding.message
    assert len(finding.evidence) == 12


def test_the_earlier_edition_may_leave_totals_of_results_blank() -> None:
    zeros = table("applications", {}, form="form-2019")
    results = [row for row in zeros.rows if row.startswith("r3") and row != "r3_7_total"]
    lines: Mapping[str, Mapping[str, int | None]] = {
        **{row: {"total": None} for row in results},
        "r3_1": {"natural": 4, "total": None},
        "r3_7_total": {"natural": 4, "total": 4},
        "r1_new": {"natural": 4, "total": 4},
    }
    given = document(table("applications", lines, form="form-2019"), year=2019)
    for rule in APPLICATIONS:
        assert said(given, f"format/applications-{rule}") == (Outcome.PASS, ())
    _, (finding,) = said(given, "format/cells-filled")
    assert finding.severity is Severity.ADVICE


def test_a_foreign_edition_is_added_up_by_its_own_rows() -> None:
    lines = {"r3_6": {"natural": 4, "total": 4}, "r3_7_total": {"natural": 5, "total": 5}}
    given = document(table("applications", lines, form="form-2019"), year=2024)
    outcome, findings = said(given, "format/applications-subtotal")
    assert outcome is Outcome.FAIL
    assert [finding.message[:5] for finding in findings] == ["“自然人”", "“总计”列"]


def test_every_sum_that_a_rule_asks_for_stands_in_every_edition() -> None:
    asked = {
        (use.check.table, use.check.sum)
        for rule in BOOK.rules
        for use in rule.checks
        if isinstance(use.check, TableSums)
    }
    for form in BOOK.forms.values():
        known = {(one.id, asked.id) for one in form.tables.values() for asked in one.sums}
        assert known == asked
