"""What an assessment comes to in numbers, and which findings stand, fold or are waived."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from govcheck.judging.assessment import Assessment, Decision, Finding, Judgement
from govcheck.kinds.remark import Outcome, Severity


class Tally(Struct, frozen=True, kw_only=True):
    """Counts, and indexes into the findings of an assessment."""

    severities: Mapping[Severity, int]
    """Failures that stand by themselves, listed or not: neither folded nor waived."""
    doubts: int
    """Open findings that stand by themselves, listed or not, and open items."""
    outcomes: Mapping[Outcome, int]
    """Rules by outcome."""
    standing: tuple[tuple[Outcome, int], ...]
    """What is neither folded nor set aside nor gathered under an open item, the worst first;
    failures before open items."""
    folded: Mapping[int, tuple[int, ...]]
    """Index of a root to those of the findings that it causes."""
    waived: tuple[tuple[int, Finding, Decision], ...]
    silent: tuple[Judgement, ...]
    """Rules that are open as a whole, without a finding that says where."""
    numbers: Mapping[int, int]
    """Index of a finding to the number that it is shown under, from 1."""

    def of(self, outcome: Outcome) -> tuple[int, ...]:
        """Return the indexes of what stands with this outcome."""
        return tuple(index for kind, index in self.standing if kind == outcome)


def tally(assessment: Assessment) -> Tally:
    """Count and sort out the findings of an assessment."""
    folded: dict[int, list[int]] = {}
    waived = []
    standing = []
    gathered: list[int] = []
    for index, finding in enumerate(assessment.findings):
        if finding.decision is not None and _is_waived(finding, assessment.findings):
            waived.append((index, finding, finding.decision))
        elif finding.cause is not None:
            gathered.append(index)
        elif finding.root is not None:
            folded.setdefault(finding.root, []).append(index)
        else:
            standing.append((finding.effect, index))
    standing.sort(
        key=lambda one: (one[0] is Outcome.OPEN, assessment.findings[one[1]].severity.rank)
    )
    shown = [each for _, index in standing for each in (index, *folded.get(index, ()))]
    shown += gathered + [index for index, _, _ in waived]
    order = dict.fromkeys([*shown, *range(len(assessment.findings))])
    failed, doubtful = _totals(assessment, standing)
    judged = [one.outcome for one in assessment.judgements]
    return Tally(
        severities={severity: failed[severity] for severity in Severity},
        doubts=doubtful + len(assessment.open),
        outcomes={
            outcome: judged.count(outcome)
            for outcome in (Outcome.FAIL, Outcome.OPEN, Outcome.PASS, Outcome.NOT_APPLICABLE)
        },
        standing=tuple(standing),
        folded={root: tuple(below) for root, below in folded.items()},
        waived=tuple(waived),
        silent=assessment.silent,
        numbers={index: number for number, index in enumerate(order, 1)},
    )


def _is_waived(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Whether a person set it aside by itself, not with the one that it is folded under."""
    return finding.lifted and (finding.root is None or not findings[finding.root].lifted)


def _totals(
    assessment: Assessment, standing: Iterable[tuple[Outcome, int]]
) -> tuple[Counter[Severity], int]:
    """Count what stands, the unlisted included: failures by severity, and open findings."""
    failed: Counter[Severity] = Counter()
    doubts = 0
    sorts = [(outcome, assessment.findings[index].severity, 1) for outcome, index in standing]
    sorts += [
        (more.outcome, more.severity, more.count)
        for one in assessment.judgements
        for more in one.unlisted
        if more.standing
    ]
    for outcome, severity, count in sorts:
        if outcome == Outcome.FAIL:
            failed[severity] += count
        else:
            doubts += count
    return failed, doubts
