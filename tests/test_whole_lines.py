"""Which rows or columns, mended whole, make every broken sum of a table hold."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from govcheck.sums.repair import System
from govcheck.sums.term import Term
from govcheck.sums.whole_lines import WrongLines, likeliest, wrong_lines

COLUMNS = ("natural", "commercial", "research", "total")
RIGHT = {"given": [3, 2, 1, 6], "refused": [4, 0, 2, 6], "total": [7, 2, 3, 12]}
Rows = Mapping[str, Sequence[int | None]]
"""None where a table has no cell."""


def system(rows: Rows) -> System:
    """Add every row up to its last figure, and every column."""
    last = len(COLUMNS) - 1

    def terms(
        cells: Iterable[tuple[str, int]], total: tuple[str | None, int | None]
    ) -> list[Term]:
        return [
            Term(
                table="t",
                row=row,
                column=COLUMNS[at],
                sign=-1 if row == total[0] or at == total[1] else 1,
                value=Decimal(value),
            )
            for row, at in cells
            if (value := rows[row][at]) is not None
        ]

    across = [terms([(row, at) for at in range(last + 1)], (None, last)) for row in rows]
    down = [terms([(row, at) for row in rows], ("total", None)) for at in range(last + 1)]
    return System.of([*across, *down])


def ways(rows: Rows) -> list[WrongLines]:
    sums = system(rows)
    return wrong_lines(sums, sums.residuals)


def told(one: WrongLines) -> dict[tuple[str, str], int]:
    return {cell: int(value) for cell, value in one.repair.items()}


def test_a_table_that_adds_up_has_no_wrong_line() -> None:
    assert ways(RIGHT) == []


def test_a_row_left_at_0_is_due_what_the_columns_lack() -> None:
    blank = likeliest(ways({**RIGHT, "given": [0, 0, 0, 0]}))
    assert blank is not None
    assert (blank.along, blank.lines, blank.is_blank) == ("rows", ("given",), True)
    assert told(blank) == {
        ("given", name): due for name, due in zip(COLUMNS, (3, 2, 1, 6), strict=True)
    }


def test_a_figure_of_a_wrong_row_may_be_due_to_be_0() -> None:
    wrong = ways({**RIGHT, "refused": [1, 3, 5, 9]})
    (row,) = [one for one in wrong if one.lines == ("refused",)]
    assert not row.is_blank
    assert told(row)["refused", "commercial"] == 0


def test_a_row_that_would_have_to_hold_less_than_0_is_not_the_wrong_one() -> None:
    total = [6, 1, 3, 10]
    assert not [
        one
        for one in ways({"given": [6, 2, 1, 9], "refused": [5, 3, 4, 12], "total": total})
        if one.lines == ("refused",)
    ]


def test_a_row_that_another_sum_holds_to_its_figure_is_not_the_wrong_one() -> None:
    def equal(*cells: tuple[str, str, int]) -> list[Term]:
        return [
            Term(table="t", row=row, column=column, sign=sign, value=Decimal(value))
            for sign, (row, column, value) in zip((1, -1), cells, strict=True)
        ]

    sums = [equal(("a", name, 1), ("b", name, 2)) for name in COLUMNS]
    held = System.of([*sums, equal(("a", "total", 1), ("c", "total", 1))])
    assert [one.lines for one in wrong_lines(held, held.residuals)] == [("b",)]


def test_exchanged_rows_need_no_figure_that_is_not_there() -> None:
    rows = {"given": [4, 0, 2, 6], "refused": [3, 2, 1, 6], "total": [7, 2, 3, 12]}
    assert ways(rows) == []  # which of two summands is which no sum tells
    mixed = {"given": [7, 2, 3, 12], "refused": [4, 0, 2, 6], "total": [3, 2, 1, 6]}
    likely = likeliest(ways(mixed))
    assert likely is not None
    assert (likely.along, likely.lines) == ("rows", ("given", "total"))
    assert not likely.is_blank
    assert told(likely)["total", "total"] == 12


def test_a_row_that_lacks_a_cell_is_exchanged_with_no_other() -> None:
    short: Rows = {"asked": [None, 1, 0, 1], "given": [7, 3, 3, 13]}
    rows = {**short, "refused": [4, 0, 2, 6], "total": [3, 2, 1, 6]}
    likely = likeliest(ways(rows))
    assert likely is not None
    assert likely.lines == ("given", "total")


def test_exchanged_columns_are_told_by_the_cells_that_differ() -> None:
    rows = {"given": [3, 2, 6, 1], "refused": [4, 0, 6, 2], "total": [7, 2, 12, 3]}
    likely = likeliest(ways(rows))
    assert likely is not None
    assert (likely.along, likely.lines) == ("columns", ("research", "total"))
    assert told(likely)["given", "research"] == 1


def test_two_broken_sums_are_told_of_cells() -> None:
    assert ways({**RIGHT, "given": [3, 2, 1, 5]}) == []


def _way(*lines: str, blank: bool = False) -> WrongLines:
    return WrongLines(along="rows", lines=lines, repair={}, is_blank=blank)


def test_of_several_ways_one_alone_is_likely_or_none() -> None:
    exchanged, blank, wrong = _way("a", "b"), _way("a", blank=True), _way("c")
    assert likeliest([]) is None
    assert likeliest([wrong]) is wrong
    assert likeliest([wrong, _way("d")]) is None
    assert likeliest([wrong, blank]) is blank
    assert likeliest([wrong, blank, _way("d", blank=True)]) is None
    assert likeliest([wrong, blank, exchanged]) is exchanged
    assert likeliest([exchanged, _way("c", "d"), blank]) is None
