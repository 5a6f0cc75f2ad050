"""What was found, in the words and points of the place: its own table of faults, restated.

Nothing of it counts: points and verdict are govcheck's own; a fault of the place's stands or
falls with the rules that look for it.
"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from govcheck.document.demand import Demand, Fault
from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome


class FaultJudged(Struct, frozen=True, kw_only=True):
    """A fault of a place's table, and whether it was found."""

    fault: Fault
    outcome: Outcome | None
    """None where no report can tell."""


class Restatement(Struct, frozen=True, kw_only=True):
    """A place's table, with what was found of it."""

    demand: Demand
    faults: tuple[FaultJudged, ...]

    def points(self, outcome: Outcome) -> Decimal:
        """Return what the place deducts for all faults of this outcome."""
        found = (one.fault.points for one in self.faults if one.outcome is outcome)
        return sum(found, Decimal())


def restatements(assessment: Assessment) -> Iterator[Restatement]:
    """Yield the tables that speak of a report's body and year."""
    outcomes = _outcomes(assessment)
    for demand in assessment.document.demands:
        if demand.faults:
            judged = tuple(
                FaultJudged(fault=one, outcome=_of(one, outcomes)) for one in demand.faults
            )
            yield Restatement(demand=demand, faults=judged)


def _outcomes(assessment: Assessment) -> dict[str, Outcome]:
    """Return what each rule came to, once people have decided."""
    found = {one.rule: one.outcome for one in assessment.judgements}
    decided = [one for one in assessment.findings if one.decision is not None]
    for rule in {one.rule for one in decided}:
        effects = {
            one.effect for one in assessment.findings if one.rule == rule and not one.lifted
        }
        found[rule] = _gravest(effects)
    return found


def _of(fault: Fault, outcomes: dict[str, Outcome]) -> Outcome | None:
    if not fault.rules:
        return None
    return _gravest({outcomes.get(rule, Outcome.OPEN) for rule in fault.rules})


def _gravest(outcomes: set[Outcome]) -> Outcome:
    """Return a failure before what is open, and nothing but that which does not apply last."""
    order = (Outcome.FAIL, Outcome.OPEN, Outcome.PASS, Outcome.NOT_APPLICABLE)
    return next((one for one in order if one in outcomes), Outcome.PASS)
