"""What was found in the words and points of the place, as the page shows it."""

from collections.abc import Iterator

from msgspec import Struct

from govcheck.judging.assessment import Assessment
from govcheck.judging.local_faults import FaultJudged, restatements
from govcheck.kinds.remark import Outcome
from govcheck.reports.headline import headline
from govcheck.reports.wording import OUTCOMES, STATUSES, number
from govcheck.rulebook.rule import Rulebook, Status


class FaultView(Struct, frozen=True, kw_only=True):
    """A line of the table, and what was found of it."""

    words: str
    points: str
    found: str
    headlines: tuple[str, ...]
    """Of the rules that look for it."""


class LocalView(Struct, frozen=True, kw_only=True):
    """A place's table."""

    title: str
    source: str
    status: str
    word: str
    """How it is known."""
    confirmed: str
    possible: str
    faults: tuple[FaultView, ...]


def local_views(assessment: Assessment, rulebook: Rulebook) -> Iterator[LocalView]:
    """Yield the tables that speak of the report."""
    for one in restatements(assessment):
        demand = one.demand
        yield LocalView(
            title=demand.title,
            source=demand.source,
            status=demand.status,
            word=STATUSES[Status(demand.status)][0],
            confirmed=number(one.points(Outcome.FAIL)),
            possible=number(one.points(Outcome.OPEN)),
            faults=tuple(_fault(fault, rulebook) for fault in one.faults),
        )


def _fault(judged: FaultJudged, rulebook: Rulebook) -> FaultView:
    fault, outcome = judged.fault, judged.outcome
    shown = outcome or Outcome.NOT_APPLICABLE
    return FaultView(
        words=fault.words,
        points=number(fault.points),
        found=fault.unseen if outcome is None else OUTCOMES[outcome],
        headlines=tuple(headline(rule, shown, rulebook) for rule in fault.rules),
    )
