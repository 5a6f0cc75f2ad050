"""What was found in the words and points of the place, as JSON."""

from collections.abc import Iterator
from typing import Any

from govcheck.judging.assessment import Assessment
from govcheck.judging.local_faults import FaultJudged, restatements
from govcheck.kinds.remark import Outcome
from govcheck.reports.json_facts import number


def local_json(assessment: Assessment) -> Iterator[dict[str, Any]]:
    """Yield the tables that speak of the report."""
    for one in restatements(assessment):
        demand = one.demand
        yield {
            "place": "/".join(demand.place),
            "title": demand.title,
            "source": demand.source,
            "status": demand.status,
            "points": number(one.points(Outcome.FAIL)),
            "possible": number(one.points(Outcome.OPEN)),
            "faults": [_fault(fault) for fault in one.faults],
        }


def _fault(judged: FaultJudged) -> dict[str, Any]:
    fault = judged.fault
    return {
        "words": fault.words,
        "points": number(fault.points),
        "outcome": judged.outcome,
        "rules": list(fault.rules),
        "unseen": fault.unseen or None,
    }
