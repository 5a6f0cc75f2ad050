"""Which few cells, corrected, make every broken sum of a table hold and break no other."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from govcheck.sums.repair import System, repairs
from govcheck.sums.term import Term


def system(values: Mapping[str, int], *sums: str) -> System:
    """Return a system of sums such as ``a+b=c``."""

    def terms(side: str, sign: int) -> list[Term]:
        cells = side.split("+")
        return [
            Term(table="t", row=cell, column="", sign=sign, value=Decimal(values[cell]))
            for cell in cells
        ]

    sides = [one.split("=") for one in sums]
    return System.of([[*terms(left, 1), *terms(right, -1)] for left, right in sides])


def ways(values: Mapping[str, int], *sums: str) -> list[tuple[list[int], list[dict[str, int]]]]:
    """Return the broken sums of each group, and how they may be mended."""
    return [
        (
            sorted(broken),
            [{row: int(value) for (row, _), value in way.items()} for way in solutions],
        )
        for broken, solutions in repairs(system(values, *sums))
    ]


def test_sums_that_hold_are_not_mended() -> None:
    assert ways({"a": 1, "b": 2, "S": 3}, "a+b=S") == []


def test_one_broken_sum_is_mended_in_any_of_its_cells() -> None:
    assert ways({"a": 1, "b": 2, "S": 4}, "a+b=S") == [([0], [{"S": 3}, {"a": 2}, {"b": 3}])]


def test_no_cell_is_mended_to_less_than_0_but_one_may_be_to_0() -> None:
    assert ways({"a": 1, "b": 3, "S": 2}, "a+b=S") == [([0], [{"S": 4}, {"b": 1}])]
    assert ways({"a": 2, "b": 3, "S": 3}, "a+b=S") == [([0], [{"S": 5}, {"a": 0}, {"b": 1}])]


def test_a_cell_that_would_be_due_less_than_0_leaves_its_sums_to_others() -> None:
    values = {"a": 5, "b": 3, "S": 2, "c": 4, "T": 3}
    assert ways(values, "a+b=S", "a+c=T") == [([0], [{"S": 8}]), ([1], [{"T": 9}])]


def test_the_cell_that_mends_all_its_sums_is_the_one_at_fault() -> None:
    crossed = {"a": 9, "b": 2, "S": 3, "d": 4, "T": 5}
    assert ways(crossed, "a+b=S", "a+d=T") == [([0, 1], [{"a": 1}])]


def test_sums_that_share_no_cell_are_mended_apart() -> None:
    values = {"a": 1, "S": 2, "b": 3, "T": 5}
    assert ways(values, "a=S", "b=T") == [
        ([0], [{"S": 1}, {"a": 2}]),
        ([1], [{"T": 3}, {"b": 5}]),
    ]


def test_a_repair_breaks_no_other_sum() -> None:
    values = {"a": 2, "b": 2, "S": 5, "d": 1, "T": 3}
    assert ways(values, "a+b=S", "a+d=T") == [([0], [{"S": 4}, {"b": 3}])]


RIGHT = {"a": 3, "b": 2, "c": 5, "d": 4, "r": 14, "e": 6, "f": 1, "g": 2, "h": 8, "s": 17}
TOTALS = {"w": 9, "x": 3, "y": 7, "z": 12, "t": 31}
GRID = ("a+b+c+d=r", "e+f+g+h=s", "w+x+y+z=t", "a+e=w", "b+f=x", "c+g=y", "d+h=z", "r+s=t")
"""Two rows of four columns, and the totals of all of them."""


def mended(**wrong: int) -> list[list[dict[str, int]]]:
    return [found for _, found in ways({**RIGHT, **TOTALS, **wrong}, *GRID)]


@pytest.mark.parametrize("cell", [*RIGHT, *TOTALS])
def test_a_wrong_cell_of_a_grid_is_the_one_way(cell: str) -> None:
    right = {**RIGHT, **TOTALS}[cell]
    assert mended(**{cell: right + 100}) == [[{cell: right}]]


@pytest.mark.parametrize("count", [2, 3])
def test_as_many_as_three_cells_of_a_row_are_mended_together(count: int) -> None:
    wrong = {name: 100 * 3**at for at, name in enumerate("abc"[:count])}
    assert mended(**wrong) == [[{name: RIGHT[name] for name in wrong}]]


def test_four_wrong_cells_would_explain_anything_and_are_not_told() -> None:
    assert mended(a=100, b=300, c=900, d=2700) == []


def test_two_broken_sums_are_told_of_no_two_cells() -> None:
    """Whether a and b or e and f were exchanged, or w and x, no sum tells."""
    assert mended(a=2, b=3) == []


def test_wrong_cells_far_apart_are_mended_each_by_itself() -> None:
    found = mended(a=103, g=302)
    assert sorted(found, key=str) == [[{"a": 3}], [{"g": 2}]]


def test_a_group_holds_all_the_sums_that_its_repair_mends() -> None:
    (told,) = ways({**RIGHT, **TOTALS, "a": 103}, *GRID)
    assert told == ([0, 3], [{"a": 3}])
