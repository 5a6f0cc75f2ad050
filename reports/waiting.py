"""What waits for the publication of a draft."""

from collections.abc import Mapping, Sequence

from govcheck.judging.assessment import Assessment
from govcheck.judging.waiting import waiting_rules
from govcheck.rulebook.rule import Rulebook


def waiting(assessment: Assessment, rulebook: Rulebook) -> Mapping[str, Sequence[str]]:
    """Return the titles of the rules that a draft waits with, by the reason that says when."""
    waits = waiting_rules(assessment.case, assessment.judgements, rulebook)
    reasons: dict[str, list[str]] = {}
    for one in assessment.judgements:
        rule = rulebook.rule(one.rule)
        if one.rule in waits and rule:
            reasons.setdefault(one.reason, []).append(rule.title)
    return reasons
