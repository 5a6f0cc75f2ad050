"""Hold the reports of a batch against each other: findings of the batch, not of a report.

No report's own verdict, score or page depends on them.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from govcheck.comparison.peers.copies import copies
from govcheck.comparison.peers.gathering import Batch, Told, told
from govcheck.comparison.peers.stand_in import stand_in
from govcheck.document.bodies import Body, Roster
from govcheck.document.case import Case
from govcheck.document.form import Form, form_in_force
from govcheck.document.report import Document
from govcheck.judging.assessment import Finding, Judgement
from govcheck.judging.engine import judge
from govcheck.kinds.peers.terms import Terms, terms_of
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rulebook


class BodyJudged(Struct, frozen=True, kw_only=True):
    """What the rules of peers say of one body."""

    told: Told
    document: Document
    """What the clauses and the places of the findings are told by; it holds no text."""
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]


class BatchJudged(Struct, frozen=True, kw_only=True):
    """What the rules of peers say of all bodies."""

    batch: Batch
    """With the links between near copies, and their groups."""
    bodies: Iterable[BodyJudged]
    """Those of which there is something to say: the reports in their order, then the absent.

    They are judged as they are gone through, once; none is kept."""


def peer_terms(rulebook: Rulebook) -> Terms:
    """Return what must be kept of each report for the rules of peers."""
    return terms_of(use.check for rule in rulebook.peer_rules for use in rule.checks)


def judge_peers(
    bodies: Sequence[Body], roster: Roster | None, rulebook: Rulebook
) -> BatchJudged:
    """Judge reports of one fiscal year, and who is absent, by the rules of peers."""
    measure = peer_terms(rulebook).measure
    batch = Batch(
        bodies=bodies,
        roster=roster,
        measure=measure,
        copies=copies(bodies, measure) if measure else None,
    )
    judged = (_judged(one, rulebook) for one in told(batch))
    return BatchJudged(batch=batch, bodies=(one for one in judged if one.findings))


def _judged(one: Told, rulebook: Rulebook) -> BodyJudged:
    body = one.body if one.peers.aggregate else replace(one.body, figures={})
    document = stand_in(body, _form(body, rulebook.forms))
    case = Case(document=document, peers=one.peers)
    judged = [judge(case, rule) for rule in rulebook.peer_rules]
    return BodyJudged(
        told=one,
        document=document,
        judgements=tuple(
            judgement
            for judgement, _ in judged
            if judgement.outcome is not Outcome.NOT_APPLICABLE
        ),
        findings=tuple(finding for _, findings in judged for finding in findings),
    )


def _form(body: Body, forms: Mapping[str, Form]) -> Form:
    """Return the edition that a report must follow; the newest where its year is not known."""
    found = form_in_force(forms, body.year) if body.year else None
    return found or max(forms.values(), key=lambda one: one.first_year)
