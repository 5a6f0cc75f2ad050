"""With what status a check ends: 0 nothing, 1 what ``--fail-on`` asks for."""

from typing import Final

from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.scoring_policy import ScoringPolicy

OPEN: Final = "open"
"""``--fail-on open``: what open items decide fails too."""


def exit_status(assessment: Assessment, policy: ScoringPolicy, fail_on: str) -> int:
    """Return 1 for a failed verdict, or for a finding of the severity that is asked for."""
    verdict = assessment.score.verdict
    if verdict == policy.failing or (fail_on == OPEN and verdict == policy.undecided):
        return 1
    gravest = Severity.MAJOR if fail_on == OPEN else Severity(fail_on)
    return int(
        any(
            finding.effect == Outcome.FAIL
            and not finding.lifted
            and finding.severity.rank <= gravest.rank
            for finding in assessment.findings
        )
    )
