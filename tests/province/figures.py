"""Figures that agree: within a report, between two years, and with the bodies below."""

from collections.abc import Iterable, Mapping
from random import Random
from typing import Final

COLUMNS: Final = (
    "natural",
    "commercial",
    "research",
    "public_welfare",
    "legal_service",
    "other_org",
)
RESULTS: Final = ("r3_1", "r3_2", "r3_3_5", "r3_3_6", "r3_4_1", "r3_4_2", "r3_5_1")
"""Rows that both editions have."""

_OUTCOMES: Final = ("upheld", "corrected", "other", "pending")
_OFTEN: Final = 0.1
Values = dict[str, dict[str, dict[str, int]]]
"""Table to row to column to figure; what is not named is 0."""


def leaf(dice: Random, edition: str, kind: str, carried_in: Mapping[str, int]) -> Values:
    """Return the figures of a body that nobody reports into."""
    department = kind == "department"
    values: Values = {"applications": _applications(dice, carried_in, busy=department)}
    if not department:
        return values
    issued, repealed = dice.randint(0, 4), dice.randint(0, 2)
    licences, penalties = dice.randint(0, 900), dice.randint(0, 120)
    if edition == "form-2019":
        docs = {
            "made": issued,
            "newly_public": issued,
            "public_total": issued + dice.randint(1, 40),
        }
        values["proactive-1"] = {"normative_docs": docs}
        values["proactive-5"] = {
            "license": {"prev_items": dice.randint(1, 30), "decisions": licences}
        }
        values["proactive-6"] = {
            "penalty": {"prev_items": dice.randint(1, 90), "decisions": penalties}
        }
    else:
        docs = {
            "issued": issued,
            "repealed": repealed,
            "in_force": issued + dice.randint(1, 40),
        }
        values["proactive-1"] = {"normative_docs": docs}
        values["proactive-5"] = {"license": {"decisions": licences}}
        values["proactive-6"] = {"penalty": {"decisions": penalties}}
    values["review-litigation"] = {"count": _reviews(dice, values)}
    return values


def _applications(
    dice: Random, carried_in: Mapping[str, int], *, busy: bool
) -> dict[str, dict[str, int]]:
    """Return a table in which every column balances."""
    rows: dict[str, dict[str, int]] = {"r2_carried_in": dict(carried_in)}
    for column in COLUMNS[:2]:
        new = dice.randint(0, (9 if busy else 2) if column == "natural" else 1)
        due = new + carried_in.get(column, 0)
        left = dice.randint(0, min(new, 2))
        rows.setdefault("r1_new", {})[column] = new
        rows.setdefault("r4_carried_out", {})[column] = left
        for _ in range(due - left):
            row = rows.setdefault(dice.choice(RESULTS), {})
            row[column] = row.get(column, 0) + 1
    return with_totals(rows)


def with_totals(rows: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Return an applications table with what its other cells come to."""
    handled: dict[str, int] = {}
    for name, row in rows.items():
        if name in RESULTS:
            for column in COLUMNS:
                handled[column] = handled.get(column, 0) + row.get(column, 0)
    whole = {**rows, "r3_7_total": handled}
    return {
        name: {**row, "total": sum(row.get(column, 0) for column in COLUMNS)}
        for name, row in whole.items()
    }


def _reviews(dice: Random, values: Values) -> dict[str, int]:
    """Return cases that requests led to; none goes to court after review without one."""
    requests = values["applications"]["r3_7_total"]["total"]
    counts: dict[str, int] = {}
    for block in ("rev", "lit_direct", "lit_after"):
        most = counts["rev_total"] if block == "lit_after" else min(requests, len(_OUTCOMES))
        drawn = [dice.choice(_OUTCOMES) for _ in range(most) if dice.random() < _OFTEN]
        for result in drawn:
            counts[f"{block}_{result}"] = counts.get(f"{block}_{result}", 0) + 1
        counts[f"{block}_total"] = len(drawn)
    return counts


def summed(parts: Iterable[Values]) -> Values:
    """Return a government's figures: in each cell what its bodies' come to."""
    whole: Values = {}
    for part in parts:
        for table, rows in part.items():
            for row, cells in rows.items():
                mine = whole.setdefault(table, {}).setdefault(row, {})
                for column, value in cells.items():
                    mine[column] = mine.get(column, 0) + value
    return whole


def with_more(values: Values, more: int) -> Values:
    """Return figures in which so many more of natural persons were received and granted."""
    rows = {name: dict(row) for name, row in values["applications"].items()}
    for name in ("r1_new", "r3_1"):
        rows.setdefault(name, {})
        rows[name]["natural"] = rows[name].get("natural", 0) + more
    return {**values, "applications": with_totals(rows)}


def with_more_left(values: Values, more: int) -> Values:
    """Return figures in which so many more were received and carried over."""
    rows = {name: dict(row) for name, row in values["applications"].items()}
    for name in ("r1_new", "r4_carried_out"):
        rows[name]["natural"] = rows[name].get("natural", 0) + more
    return {**values, "applications": with_totals(rows)}


def carried_out(values: Values) -> dict[str, int]:
    """Return what is carried into the next year."""
    row = values["applications"].get("r4_carried_out", {})
    return {column: row[column] for column in COLUMNS if row.get(column)}
