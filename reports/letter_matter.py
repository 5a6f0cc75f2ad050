"""What a letter speaks of: confirmed findings by rule, and which of them are only advice."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.clauses import clauses
from govcheck.reports.headline import common_headline
from govcheck.reports.tally import tally
from govcheck.rulebook.rule import Basis, Role, Rulebook, Status

UNREAD: Final = frozenset({Status.CONVENTION, Status.MEMORY})
"""No clause, or one that no one has seen: nothing to ground a demand on."""


class LetterMatter(Struct, frozen=True, kw_only=True):
    """Confirmed findings of one rule that are alike in severity."""

    title: str
    """What is wrong, as a heading."""
    severity: Severity
    findings: tuple[Finding, ...]
    more: int
    """How many there are beyond those."""
    caused: int
    """How many others they bring about, which go when these are corrected."""
    basis: tuple[Basis, ...]
    """Duties broken, of clauses that have been read, are applied, or follow from those."""
    consequences: tuple[Basis, ...]
    """What such clauses let a supervising office do about it."""
    remedies: tuple[str, ...]
    is_advice: bool
    """Nothing is demanded: a convention, or what is worth knowing."""


def matters(assessment: Assessment, rulebook: Rulebook) -> tuple[LetterMatter, ...]:
    """Return what is confirmed, the worst first; nothing that a person has set aside."""
    counts = tally(assessment)
    groups: dict[tuple[str, Severity], list[int]] = {}
    for index in counts.of(Outcome.FAIL):
        finding = assessment.findings[index]
        groups.setdefault((finding.rule, finding.severity), []).append(index)
    return tuple(
        _matter(
            [assessment.findings[index] for index in indexes],
            sum(len(counts.folded.get(index, ())) for index in indexes),
            assessment,
            rulebook,
        )
        for indexes in groups.values()
    )


def _matter(
    findings: Sequence[Finding], caused: int, assessment: Assessment, rulebook: Rulebook
) -> LetterMatter:
    first = findings[0]
    known = dict.fromkeys(
        basis for one in findings for basis in clauses(one, assessment.document, rulebook)
    )
    read = [one for one in known if one.status not in UNREAD]
    duties = tuple(one for one in read if one.role is Role.DUTY)
    slight = first.severity is Severity.ADVICE
    return LetterMatter(
        title=common_headline(first.rule, findings, rulebook),
        severity=first.severity,
        findings=tuple(findings),
        more=_unlisted(first, assessment),
        caused=caused,
        basis=duties,
        consequences=tuple(one for one in read if one.role is Role.CONSEQUENCE),
        remedies=tuple(dict.fromkeys(one.remedy for one in findings if one.remedy)),
        is_advice=slight or (not duties and first.severity is not Severity.CRITICAL),
    )


def _unlisted(finding: Finding, assessment: Assessment) -> int:
    """Count the findings of this rule and severity that are not listed."""
    return sum(
        more.count
        for one in assessment.judgements
        if one.rule == finding.rule
        for more in one.unlisted
        if more.standing and (more.outcome, more.severity) == (Outcome.FAIL, finding.severity)
    )
