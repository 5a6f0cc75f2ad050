"""What findings come to: points, verdict, and what keeps them open."""

from collections.abc import Sequence

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.judging.assessment import Finding, Judgement, OpenItem
from govcheck.judging.open_items import gathered
from govcheck.judging.score import Score
from govcheck.judging.scoring import score
from govcheck.judging.waiting import waiting_rules
from govcheck.rulebook.rule import Rulebook


class Settlement(Struct, frozen=True, kw_only=True):
    """Findings with their open items, and their score."""

    findings: tuple[Finding, ...]
    open: tuple[OpenItem, ...]
    score: Score


def settle(
    case: Case, findings: Sequence[Finding], judgements: Sequence[Judgement], rulebook: Rulebook
) -> Settlement:
    """Score the findings, and gather what is open by its causes."""
    waits = waiting_rules(case, judgements, rulebook)
    points = score(findings, judgements, rulebook, waiting=waits)
    placed, items = gathered(findings, judgements, points)
    return Settlement(findings=placed, open=items, score=points)
