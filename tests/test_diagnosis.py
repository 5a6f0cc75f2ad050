"""One wrong cell is one finding, and the finding names it."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from knowledge import FORMS
from ledgers import document, rulebook, sums, table

from govcheck.document.case import Case
from govcheck.document.table import Table
from govcheck.judging.assessment import Finding
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome

LAYOUT = FORMS["form-2021"].tables["applications"]
RESULTS = [row.id for row in LAYOUT.rows if row.id.startswith("r3") and row.id != "r3_7_total"]
APPLICANTS = [column.id for column in LAYOUT.columns if column.id != "total"]
Ledger = dict[str, dict[str, int | str | None]]


def findings(*tables: Table, year: int = 2024) -> tuple[Finding, ...]:
    return assess(Case(document=document(*tables, year=year)), rulebook(*sums())).findings


def balanced(results: dict[tuple[str, str], int], carried_out: list[int]) -> Ledger:
    """Fill the applications table so that every sum holds."""
    ledger: Ledger = {row.id: dict.fromkeys(APPLICANTS, 0) for row in LAYOUT.rows}
    for (row, column), value in results.items():
        ledger[row][column] = value
    for column, left_over in zip(APPLICANTS, carried_out, strict=True):
        done = sum(int(ledger[row][column] or 0) for row in RESULTS)
        ledger["r3_7_total"][column] = done
        ledger["r4_carried_out"][column] = left_over
        ledger["r2_carried_in"][column] = (done + left_over) // 3
        ledger["r1_new"][column] = done + left_over - (done + left_over) // 3
    for line in ledger.values():
        line["total"] = sum(int(value or 0) for value in line.values())
    return ledger


ledgers = st.builds(
    balanced,
    st.dictionaries(
        st.tuples(st.sampled_from(RESULTS), st.sampled_from(APPLICANTS)),
        st.integers(0, 900),
        max_size=30,
    ),
    st.lists(st.integers(0, 60), min_size=len(APPLICANTS), max_size=len(APPLICANTS)),
)
cells = st.tuples(
    st.sampled_from([row.id for row in LAYOUT.rows]),
    st.sampled_from([column.id for column in LAYOUT.columns]),
)
patient = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@patient
@given(ledgers)
def test_a_balanced_table_has_no_findings(ledger: Ledger) -> None:
    assert findings(table("applications", ledger)) == ()


@patient
@given(ledgers, cells, st.integers(0, 2000))
def test_a_wrong_cell_is_named_with_its_right_figure(
    ledger: Ledger, cell: tuple[str, str], wrong: int
) -> None:
    row, column = cell
    right = ledger[row][column]
    assume(wrong != right)
    ledger[row][column] = wrong
    found = findings(table("applications", ledger))
    (root,) = [finding for finding in found if finding.root is None]
    assert all(finding.root == found.index(root) for finding in found if finding is not root)
    first = root.evidence[0]
    assert (first.place.row, first.place.column) == cell
    assert (first.actual, first.expected) == (str(wrong), str(right))
    assert f"由{wrong}改为{right}" in root.message


@patient
@given(
    ledgers,
    st.sampled_from(RESULTS[:10]),
    st.sampled_from(RESULTS[10:]),
    st.integers(1, 50),
    st.integers(51, 99),
)
def test_two_wrong_cells_far_apart_are_two_roots(
    ledger: Ledger, upper: str, lower: str, one: int, other: int
) -> None:
    right = {ledger[upper]["natural"], ledger[lower]["research"]}
    ledger[upper]["natural"] = int(ledger[upper]["natural"] or 0) + one
    ledger[lower]["research"] = int(ledger[lower]["research"] or 0) + other
    found = findings(table("applications", ledger))
    roots = [finding for finding in found if finding.root is None]
    named = {(f.evidence[0].place.row, f.evidence[0].place.column) for f in roots}
    assert named == {(upper, "natural"), (lower, "research")}
    assert {f.evidence[0].expected for f in roots} == {str(value) for value in right}


def test_many_wrong_cells_far_apart_are_as_many_roots() -> None:
    cells = [*zip(RESULTS[2:7], APPLICANTS, strict=False)]
    ledger = balanced(dict(zip(cells, range(5), strict=True)), [0] * 6)
    right = [(*cell, str(ledger[cell[0]][cell[1]])) for cell in cells]
    for more, (row, column) in enumerate(cells, 11):
        ledger[row][column] = int(ledger[row][column] or 0) + more
    roots = [one for one in findings(table("applications", ledger)) if one.root is None]
    places = [(one.evidence[0].place, one.evidence[0].expected) for one in roots]
    assert sorted((place.row, place.column, due) for place, due in places) == sorted(right)


@patient
@given(st.data())
def test_any_scramble_is_told_once_and_in_order(data: st.DataObject) -> None:
    ledger = data.draw(ledgers)
    for row, column in data.draw(st.lists(cells, max_size=12)):
        ledger[row][column] = data.draw(st.one_of(st.none(), st.integers(0, 99)))
    found = findings(table("applications", ledger))
    assert found == findings(table("applications", ledger))
    assert len({(finding.rule, finding.message) for finding in found}) == len(found)
    for index, finding in enumerate(found):
        if finding.root is not None:
            assert finding.root < index
            assert found[finding.root].root is None


def test_a_wrong_total_breaks_three_sums_and_is_one_finding() -> None:
    ledger = balanced({("r3_1", "natural"): 9, ("r3_2", "other_org"): 2}, [1, 0, 0, 0, 0, 0])
    ledger["r3_7_total"]["natural"] = 12
    found = findings(table("applications", ledger))
    assert [finding.root for finding in found] == [None, 0, 0]
    assert found[0].rule == "format/applications-balance"
    assert "即可使“自然人”列、“（七）总计”行3处勾稽同时成立" in found[0].message


def test_a_total_carried_into_the_total_column_is_one_slip_in_two_cells() -> None:
    ledger = balanced({("r3_1", "natural"): 9}, [0, 0, 0, 0, 0, 0])
    ledger["r3_7_total"] |= {"natural": 12, "total": 12}
    found = findings(table("applications", ledger))
    assert len(found) == 4
    assert [finding.root for finding in found] == [None, 0, 0, 0]
    assert [one.expected for one in found[0].evidence[:2]] == ["9", "9"]
    assert found[0].message.count("据各勾稽反推") == 1


def test_an_error_carried_along_its_row_is_one_finding() -> None:
    ledger = balanced({("r3_1", "natural"): 9, ("r3_2", "natural"): 4}, [0] * 6)
    ledger["r3_1"] |= {"natural": 7, "total": 7}
    found = findings(table("applications", ledger))
    assert [finding.root for finding in found] == [None, 0]
    assert "“总计”同样相差" in found[0].hint
    assert all(evidence.expected is None for evidence in found[1].evidence)


def test_a_figure_in_the_neighbouring_column_is_one_finding() -> None:
    ledger = balanced({("r3_1", "natural"): 9, ("r3_2", "natural"): 9}, [0] * 6)
    ledger["r3_1"] |= {"natural": 0, "commercial": 9}
    found = findings(table("applications", ledger))
    assert [finding.root for finding in found] == [None, 0]
    assert "“商业企业”反向相差同数" in found[0].hint


def test_where_figures_do_not_tell_all_ways_are_named() -> None:
    count = {"rev_upheld": 2, "rev_total": 1}
    (finding,) = findings(table("review-litigation", {"count": count}))
    assert "有2种改法" in finding.hint
    assert "“结果维持”由2改为1" in finding.hint
    assert "“总计”由1改为2" in finding.hint


@pytest.mark.parametrize(
    ("parts", "ways"), [({"rev_corrected": 1}, 3), ({"rev_corrected": 1, "rev_other": 1}, 0)]
)
def test_three_ways_are_named_and_four_are_none(parts: dict[str, int], ways: int) -> None:
    count = {"rev_upheld": 2, **parts, "rev_total": 1 + sum(parts.values())}
    (finding,) = findings(table("review-litigation", {"count": count}))
    assert (f"有{ways}种改法" in finding.hint) == ("改法" in finding.hint) == bool(ways)


def test_a_cell_that_would_have_to_be_negative_is_not_accused() -> None:
    ledger = balanced({("r3_1", "natural"): 2}, [0, 0, 0, 0, 0, 0])
    ledger["r3_1"]["natural"] = 0
    ledger["r3_1"]["commercial"] = 2
    found = findings(table("applications", ledger))
    assert all(
        Decimal(evidence.expected or 0) >= 0
        for finding in found
        for evidence in finding.evidence
    )


def test_figures_from_a_picture_are_doubted_not_failed() -> None:
    ledger = balanced({("r3_1", "natural"): 9}, [1, 0, 0, 0, 0, 0])
    ledger["r3_7_total"]["natural"] = 12
    found = findings(table("applications", ledger, recognised=True))
    assert {finding.outcome for finding in found} == {Outcome.OPEN}
    assert all("图片识别" in finding.message for finding in found)


@pytest.mark.parametrize("year", [2019, 2020])
def test_the_earlier_edition_is_diagnosed_too(year: int) -> None:
    ledger: Ledger = {
        "r1_new": {"natural": 5, "total": 5},
        "r3_6": {"natural": 4, "total": 5},
        "r3_7_total": {"natural": 5, "total": 5},
    }
    found = findings(table("applications", ledger, form="form-2019"), year=year)
    assert [finding.root for finding in found] == [None, 0]
    assert found[0].evidence[0].expected == "5"


FILLED = {
    **{("r3_1", column): 7 + at for at, column in enumerate(APPLICANTS)},
    **{("r3_4_1", column): 1 + at for at, column in enumerate(APPLICANTS[:4])},
}


def _root(ledger: Ledger) -> Finding:
    """Return the one finding under which all others stand."""
    found = findings(table("applications", ledger))
    assert [one.root for one in found] == [None, *[0] * (len(found) - 1)]
    return found[0]


@pytest.mark.parametrize("row", ["r3_7_total", "r4_carried_out"])
def test_a_row_left_at_0_is_one_finding_that_says_what_is_due(row: str) -> None:
    ledger = balanced(FILLED, [3, 0, 2, 1, 0, 4])
    due = [str(ledger[row][column]) for column in ledger[row] if ledger[row][column]]
    ledger[row] = dict.fromkeys(ledger[row], 0)
    root = _root(ledger)
    assert "行各格均为0，疑为整行漏填" in root.message
    assert [one.expected for one in root.evidence if one.place.row == row] == due


def test_a_total_column_left_at_0_is_one_finding() -> None:
    ledger = balanced(FILLED, [3, 0, 2, 1, 0, 4])
    for line in ledger.values():
        line["total"] = 0
    assert "“总计”列各格均为0，疑为整列漏填" in _root(ledger).message


def test_exchanged_rows_are_one_finding() -> None:
    ledger = balanced(FILLED, [3, 0, 2, 1, 0, 4])
    ledger["r3_7_total"], ledger["r4_carried_out"] = (
        ledger["r4_carried_out"],
        ledger["r3_7_total"],
    )
    root = _root(ledger)
    assert "“（七）总计”、“四、结转下年度继续办理”两行的数疑为互换" in root.message


def test_a_row_that_several_could_mend_is_not_accused() -> None:
    ledger = balanced(FILLED, [3, 1, 2, 1, 1, 4])
    for column in (*APPLICANTS[:3], "total"):
        ledger["r1_new"][column] = int(ledger["r1_new"][column] or 0) + (
            3 if column == "total" else 1
        )
    found = findings(table("applications", ledger))
    assert {one.root for one in found} == {None}
    assert all(e.expected is None for one in found for e in one.evidence)
