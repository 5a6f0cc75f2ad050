"""What a rule is called: by what is wrong where it failed, else by what is due."""

from collections.abc import Iterable

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
    """Return what a finding is called: one that fails as its check says, if that says it."""
    failed = finding.effect is Outcome.FAIL
    return (failed and finding.title) or headline(finding.rule, finding.effect, rulebook)


def common_headline(rule_id: str, findings: Iterable[Finding], rulebook: Rulebook) -> str:
    """Return what failures of a rule are called together: as the gravest, if these agree."""
    failed = [
        one
        for one in findings
        if one.rule == rule_id and one.effect is Outcome.FAIL and not one.lifted
    ]
    worst = min((one.severity.rank for one in failed), default=0)
    titles = {headline_of(one, rulebook) for one in failed if one.severity.rank == worst}
    return titles.pop() if len(titles) == 1 else headline(rule_id, Outcome.FAIL, rulebook)
