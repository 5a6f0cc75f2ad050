"""What waits for the publication of a draft."""

from collections.abc import Mapping, Sequence

from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rulebook


def waiting(assessment: Assessment, rulebook: Rulebook) -> Mapping[str, Sequence[str]]:
    """Return the titles of the rules that a draft waits with, by the reason that says when."""
    if not assessment.case.draft:
        return {}
    titles = {
        rule.id: rule.title
        for rule in rulebook.rules
        if rule.scope.published or any(use.scope.published for use in rule.checks)
    }
    reasons: dict[str, list[str]] = {}
    for one in assessment.judgements:
        if one.outcome == Outcome.NOT_APPLICABLE and one.rule in titles:
            reasons.setdefault(one.reason, []).append(titles[one.rule])
    return reasons
