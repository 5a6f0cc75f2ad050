"""What a rule is called: by what is wrong where it failed, else by what is due."""

from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rulebook


def headline(rule_id: str, outcome: Outcome, rulebook: Rulebook) -> str:
    """Return 疑似有非法植入内容 of a rule that failed, 无非法植入内容 of any other.

    What is open accuses no one.  A rule that the book does not hold is called by its id.
    """
    rule = rulebook.rule(rule_id)
    if rule is None:
        return rule_id
    return rule.failure_title if outcome == Outcome.FAIL else rule.title


def headline_of(finding: Finding, rulebook: Rulebook) -> str:
    """Return what a finding is called."""
    return headline(finding.rule, finding.effect, rulebook)
