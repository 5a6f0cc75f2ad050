"""The findings of one rule, gathered one by one: the worst are kept, the rest counted.

Whatever a check yields, this takes time for each remark and memory for a few thousand.
"""

from collections import Counter
from itertools import count

from govcheck.judging.assessment import Finding, Unlisted
from govcheck.judging.brevity import FULL, brief
from govcheck.kinds.remark import Outcome, Severity

_Sort = tuple[Outcome, Severity]


class Gathering:
    """What a rule says; the same words are said once."""

    def __init__(self) -> None:
        self._kept: dict[_Sort, dict[Finding, int]] = {}
        """Finding to its place in the order in which they were said."""
        self._more: dict[_Sort, int] = {}
        self._numbers = count()
        self._asked: dict[str, None] = {}

    def is_full(self, outcome: Outcome, severity: Severity) -> bool:
        """Tell whether one more of this sort would only be counted."""
        return len(self._kept.get((outcome, severity), ())) >= FULL.findings

    def count(self, outcome: Outcome, severity: Severity) -> None:
        """Count one without keeping it."""
        self._more[outcome, severity] = 1 + self._more.get((outcome, severity), 0)

    def add(self, finding: Finding) -> None:
        """Keep a finding, or count it when there are enough of its sort."""
        finding = brief(finding, FULL)
        kept = self._kept.setdefault((finding.outcome, finding.severity), {})
        if finding in kept:
            return
        if len(kept) >= FULL.findings:
            self.count(finding.outcome, finding.severity)
        else:
            kept[finding] = next(self._numbers)

    def ask(self, question: str) -> None:
        """Keep what a person is asked in any case."""
        self._asked[question] = None

    @property
    def questions(self) -> tuple[str, ...]:
        """What a person is asked in any case, each once."""
        return tuple(self._asked)

    @property
    def worst(self) -> Outcome:
        """What the findings and the questions come to."""
        found = {outcome for outcome, _ in self._kept}
        if Outcome.FAIL in found:
            return Outcome.FAIL
        return Outcome.OPEN if found or self._asked else Outcome.PASS

    def listed(self) -> tuple[tuple[Finding, ...], tuple[Unlisted, ...]]:
        """Return the worst findings in the order in which they were said, and the rest."""
        if not self._kept:
            return (), ()
        said = {finding: at for kept in self._kept.values() for finding, at in kept.items()}
        worst = sorted(said, key=lambda one: (one.severity.rank, _is_open(one), said[one]))
        more = Counter(self._more)
        more.update((one.outcome, one.severity) for one in worst[FULL.findings :])
        rest = tuple(
            Unlisted(outcome=outcome, severity=severity, count=number)
            for (outcome, severity), number in sorted(more.items())
        )
        return tuple(sorted(worst[: FULL.findings], key=said.__getitem__)), rest


def _is_open(finding: Finding) -> bool:
    return finding.outcome is Outcome.OPEN
