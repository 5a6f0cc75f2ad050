"""What the figures of a line say of its sum, and how a sum is written out."""

from decimal import Decimal

import pytest
from ledgers import Values, table
from msgspec.structs import replace

from govcheck.document.table import CellState, Table
from govcheck.sums.line_sums import table_sums
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
