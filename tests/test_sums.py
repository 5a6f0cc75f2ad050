"""What the figures of a line say of its sum, and how a sum is written out."""

from decimal import Decimal

import pytest
from ledgers import Values, table
from msgspec.structs import replace

from govcheck.document.table import CellState, Table
from govcheck.sums.line_sums import (
    decided_sums,
    is_compared,
    is_whole,
    left_out,
    lines_of,
    suspect_sums,
    table_sums,
)
from govcheck.sums.sum import Balance, worked_out

DONE, TOTAL = "r3_1", "r3_7_total"
HOLDS, BROKEN, UNDECIDED = Balance.HOLDS, Balance.BROKEN, Balance.UNDECIDED


def _balance(of: Table) -> Balance:
    """Return the balance of the results of one column against their total."""
    (one,) = (
        one for one in table_sums(of) if one.line == "natural" and one.asked.right == (TOTAL,)
    )
    return one.balance


@pytest.mark.parametrize(
    ("done", "total", "balance"),
    [
        (3, 3, HOLDS),
        (3, 2, BROKEN),
        (2, 3, BROKEN),
        (0, None, HOLDS),
        (None, 0, HOLDS),
        (1, None, UNDECIDED),
        (None, 1, UNDECIDED),
        (0, "若干", UNDECIDED),
        ("若干", 0, UNDECIDED),
        (1, "若干", UNDECIDED),
    ],
)
def test_a_line_says_no_more_than_its_figures(
    done: int | str | None, total: int | str | None, balance: Balance
) -> None:
    rows = {DONE: {"natural": done}, TOTAL: {"natural": total}}
    assert _balance(table("applications", rows)) is balance


@pytest.mark.parametrize("other", [1, None])
def test_a_blank_mends_no_line_that_has_too_much_on_its_side(other: int | None) -> None:
    rows: Values = {DONE: {"natural": 2}, "r3_2": {"natural": other}, TOTAL: {"natural": 1}}
    assert _balance(table("applications", rows)) is BROKEN


def test_what_was_not_read_may_be_anything() -> None:
    rows: Values = {DONE: {"natural": 2}, "r3_2": {"natural": None}, TOTAL: {"natural": 1}}
    blank = table("applications", rows)
    cell = ("r3_2", "natural")
    unread = {**blank.cells, cell: replace(blank.cells[cell], state=CellState.UNREAD)}
    assert _balance(replace(blank, cells=unread)) is UNDECIDED


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([30, 2], "30＋2＝32"),
        ([30, 0], "30＋0＝30"),
        ([30, 0, 2], "30＋2＝32"),
        ([0, 0, 3], "3"),
    ],
)
def test_a_sum_is_written_as_a_clerk_checks_it(numbers: list[int], said: str) -> None:
    assert worked_out([*map(Decimal, numbers)]) == said


OF_RESULTS = next(one for one in table("applications", {}).sums if one.right == (TOTAL,))


def _without(of: Table, *cells: tuple[str, str]) -> Table:
    return replace(of, cells={at: one for at, one in of.cells.items() if at not in cells})


def _suspect_lines(of: Table) -> list[str]:
    return [one.line for one in suspect_sums(of, OF_RESULTS)]


@pytest.mark.parametrize(
    ("rows", "suspect"),
    [
        ({DONE: {"natural": 2}, TOTAL: {"natural": 2}}, []),
        ({DONE: {"natural": 2}, TOTAL: {"natural": 1}}, ["natural"]),
        ({DONE: {"natural": 1}, TOTAL: {"natural": 2}}, ["natural"]),
        ({DONE: {"natural": "若干"}}, ["natural"]),
        ({DONE: {"natural": None}}, []),
        ({TOTAL: {"research": 1}}, ["research"]),
    ],
)
def test_a_sum_is_suspect_that_does_not_certainly_hold(
    rows: Values, suspect: list[str]
) -> None:
    assert _suspect_lines(table("applications", rows)) == suspect


def test_a_cell_that_is_not_there_does_not_end_a_sum() -> None:
    of = table(
        "applications", {DONE: {"natural": 2}, "r3_2": {"natural": 3}, TOTAL: {"natural": 3}}
    )
    assert _suspect_lines(_without(of, (DONE, "natural"))) == []
    assert _suspect_lines(_without(of, ("r3_2", "natural"))) == ["natural"]


def test_what_was_not_read_makes_a_sum_suspect() -> None:
    of, cell = table("applications", {}), ("r3_2", "natural")
    unread = {**of.cells, cell: replace(of.cells[cell], state=CellState.UNREAD, value=None)}
    assert _suspect_lines(replace(of, cells=unread)) == ["natural"]


def test_only_a_sum_that_its_figures_decide_is_decided() -> None:
    def decided(rows: Values) -> bool:
        found = decided_sums(table("applications", rows))
        return any(one.asked == OF_RESULTS and one.line == "natural" for one in found)

    assert decided({DONE: {"natural": 1}})
    assert not decided({DONE: {"natural": 1}, TOTAL: {"natural": None}})


def test_a_sum_is_whole_whose_cells_are_all_printed() -> None:
    of = table("applications", {DONE: {"natural": None}})
    assert is_whole(of, OF_RESULTS)
    assert not is_whole(_without(of, (DONE, "natural")), OF_RESULTS)
    cell = replace(of.cells[DONE, "natural"], state=CellState.ABSENT)
    assert not is_whole(replace(of, cells={**of.cells, (DONE, "natural"): cell}), OF_RESULTS)


def test_a_sum_is_compared_where_both_sides_have_a_figure_in_one_line() -> None:
    of = table("applications", {})
    summands = [(row, column) for row in OF_RESULTS.left for column in of.columns]
    totals = [(TOTAL, column) for column in of.columns]
    assert is_compared(of, OF_RESULTS)
    assert is_compared(_without(of, *summands[1:]), OF_RESULTS)
    assert not is_compared(_without(of, *summands), OF_RESULTS)
    assert not is_compared(_without(of, *totals), OF_RESULTS)
    first = next(iter(of.columns))
    elsewhere = [cell for cell in summands if cell[1] != first]
    assert not is_compared(_without(of, (TOTAL, first), *elsewhere), OF_RESULTS)


def _optional(of: Table) -> set[tuple[str, str]]:
    """Return the cells of the side that a form lets a body leave blank."""
    return {
        asked.cell(line, term)
        for asked in of.sums
        if asked.optional
        for line in asked.lines or of.columns
        for term in (asked.left if asked.optional == "left" else asked.right)
    }


def test_a_side_that_may_be_left_blank_is_left_out_only_where_all_of_it_is() -> None:
    of = table("applications", {}, "form-2019")
    side = _optional(of)
    assert side
    assert left_out(of) == frozenset()
    blank = {
        at: replace(one, state=CellState.BLANK, value=None) if at in side else one
        for at, one in of.cells.items()
    }
    assert left_out(replace(of, cells=blank)) == side
    (asked,) = (one for one in of.sums if one.optional == "left")
    assert lines_of(of, asked)
    assert lines_of(replace(of, cells=blank), asked) == ()
    one = asked.cell(lines_of(of, asked)[0], asked.left[0])
    unread = {**blank, one: replace(blank[one], state=CellState.UNREAD)}
    assert one not in left_out(replace(of, cells=unread))
    assert lines_of(replace(of, cells=unread), asked)
