"""What other reports and a roster tell of the document of a rule's example."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from govcheck.comparison.peers.body import body_of
from govcheck.comparison.peers.copies import copies
from govcheck.comparison.peers.gathering import Batch, told
from govcheck.document.bodies import Body, Entry, Roster
from govcheck.document.case import Case
from govcheck.document.knowledge import Knowledge
from govcheck.document.report import Document
from govcheck.kinds.peers.terms import Terms, terms_of
from govcheck.rulebook.rule import Rule
from govcheck.trials.documents import example_document


def beside_peers(case: Case, data: Mapping[str, Any], rule: Rule, knowledge: Knowledge) -> Case:
    """Return the case of an example with what its peers tell, where it names any."""
    if not data.keys() & {"peers", "roster"}:
        return case
    roster = data.get("roster", {})
    terms = terms_of(use.check for use in rule.checks)
    year = {"year": data["year"]} if "year" in data else {}
    beside = [*data.get("peers", ()), *roster.get("bodies", ())]
    documents = [case.document, *(example_document(year | one, knowledge) for one in beside)]
    bodies = tuple(_body(one, at, terms) for at, one in enumerate(documents))
    batch = Batch(
        bodies=bodies,
        roster=_roster(bodies, roster, case.document) if "roster" in data else None,
        measure=terms.measure,
        copies=copies(bodies, terms.measure) if terms.measure else None,
    )
    absent = "absent" in roster
    own = next(one for one in told(batch) if absent == (one.peers.absence is not None))
    return replace(case, peers=own.peers)


def _body(document: Document, at: int, terms: Terms) -> Body:
    selection = terms.measure.selection if terms.measure else None
    file = f"示例{at}"
    return body_of(document, file=file, selection=selection, excused=terms.excused)


def _roster(bodies: Sequence[Body], data: Mapping[str, Any], document: Document) -> Roster:
    """Put the example's own body on the roster, and those that report into it."""
    first, own = len(bodies) - len(data.get("bodies", ())), bodies[0]
    absent = data.get("absent")
    entries = [
        Entry(
            name=own.name,
            kind=own.kind,
            unpublished=absent == "unpublished",
            complete=data.get("complete", False),
            body=None if absent else 0,
        ),
        *(
            Entry(name=bodies[at].name, kind=bodies[at].kind, reports_into=own.name, body=at)
            for at in range(first, len(bodies))
        ),
        *(Entry(name=name, reports_into=own.name) for name in data.get("missing", ())),
    ]
    year = None if "undated" in data else document.year
    return Roster(year=year, entries=tuple(entries))
