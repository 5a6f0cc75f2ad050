"""Two consistent years are never accused; one figure changed in either is found."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from govcheck.judging.engine import judge
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook
from govcheck.trials.documents import example_case

BOOK = load_rulebook()
COLUMNS = ("natural", "commercial", "research", "public_welfare", "legal_service", "other_org")
UNHURRIED = settings(deadline=None, max_examples=50)
COUNTS = st.lists(st.integers(0, 400), min_size=6, max_size=6)


class Year(Struct, frozen=True, kw_only=True):
    """What one year's report says, column by column; what is not over is answered."""

    new: list[int]
    carried_in: list[int]
    carried_out: list[int]

    @property
    def table(self) -> dict[str, dict[str, int]]:
        done = [
            one + two - three
            for one, two, three in zip(self.new, self.carried_in, self.carried_out, strict=True)
        ]
        rows = {
            "r1_new": self.new,
            "r2_carried_in": self.carried_in,
            "r3_1": done,
            "r3_7_total": done,
            "r4_carried_out": self.carried_out,
        }
        return {
            row: dict(zip(COLUMNS, figures, strict=True)) | {"total": sum(figures)}
            for row, figures in rows.items()
        }


@st.composite
def two_years(draw: st.DrawFn) -> tuple[Year, Year]:
    new, over, later = draw(COUNTS), draw(COUNTS), draw(COUNTS)
    over = [min(pair) for pair in zip(over, new, strict=True)]
    rest = draw(COUNTS)
    out = [min(one, two + three) for one, two, three in zip(rest, later, over, strict=True)]
    return (
        Year(new=new, carried_in=[0] * 6, carried_out=over),
        Year(new=later, carried_in=over, carried_out=out),
    )


def outcomes(last: dict[str, Any], this: dict[str, Any]) -> dict[str, Outcome]:
    """Return what the rules on history say of these tables of two years."""
    case = example_case({"tables": this, "previous": {"tables": last}}, BOOK.knowledge)
    asked = (rule for rule in BOOK.rules if rule.id.startswith("history/"))
    return {rule.id: judge(case, rule)[0].outcome for rule in asked}


def applications(last: dict[str, Any], this: dict[str, Any]) -> dict[str, Outcome]:
    return outcomes({"applications": last}, {"applications": this})


@UNHURRIED
@given(two_years())
def test_consistent_years_are_never_accused(years: tuple[Year, Year]) -> None:
    last, this = (one.table for one in years)
    said = applications(last, this)
    assert said["history/carried-over"] is Outcome.PASS
    assert Outcome.FAIL not in said.values()
    if last["r1_new"] != this["r1_new"]:
        assert said["history/unchanged-figures"] is not Outcome.OPEN


@UNHURRIED
@given(two_years(), st.integers(1, 900))
def test_another_total_carried_over_fails(years: tuple[Year, Year], more: int) -> None:
    last, this = (one.table for one in years)
    last["r4_carried_out"]["total"] += more
    assert applications(last, this)["history/carried-over"] is Outcome.FAIL


@UNHURRIED
@given(two_years(), st.integers(0, 4), st.integers(1, 900))
def test_another_column_carried_over_is_asked_about(
    years: tuple[Year, Year], at: int, more: int
) -> None:
    """An applicant of another kind: the totals agree, and both reports add up."""
    last, this = years
    mended = [one + more * (place == at) for place, one in enumerate(last.new)]
    over = [one + more * (place == at) for place, one in enumerate(last.carried_out)]
    moved = Year(new=mended, carried_in=last.carried_in, carried_out=over)
    told = this.table
    for row in ("r2_carried_in", "r3_1", "r3_7_total"):
        told[row][COLUMNS[at + 1]] += more
        told[row]["total"] += more
    assert applications(moved.table, told)["history/carried-over"] is Outcome.OPEN


@UNHURRIED
@given(st.integers(0, 500), st.integers(0, 60), st.integers(0, 60), st.integers(-9, 9))
def test_documents_in_force_roll_forward(
    before: int, issued: int, repealed: int, off: int
) -> None:
    due = before + issued - min(repealed, before)
    row = {"issued": issued, "repealed": min(repealed, before), "in_force": max(due + off, 0)}
    earlier = {"normative_docs": {"in_force": before}}
    said = outcomes({"proactive-1": earlier}, {"proactive-1": {"normative_docs": row}})
    wrong = row["in_force"] != due
    assert (said["history/normative-documents"] is Outcome.OPEN) == wrong
