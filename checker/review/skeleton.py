"""The entries that govcheck writes for people to fill in."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import Final

from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.fingerprint import fingerprints
from govcheck.review.entry import BLANKS
from govcheck.review.quoting import plain_or_quoted, quoted

TITLE: Final = "# 审查台账"
"""What every ledger of govcheck begins with."""
HEAD: Final = f"""\
{TITLE}。每项是一个问题，由人填写 decision、reason、person、date，需要时填写 expires。
# decision：accept 确认，照常扣分；waive 豁免，问题属实但不扣分；override 改判，问题不成立。
# date、expires 写作 2025-03-01；过了 expires 的决定不再有效。不填 decision 的项不起作用。
"""
MOST_OF_A_RULE: Final = 2_000
"""Findings of one rule that are entered; nobody decides on more one by one."""


def missing(assessment: Assessment, held: Container[str]) -> tuple[tuple[str, Finding], ...]:
    """Return the findings that a ledger lacks, each behind its fingerprint."""
    return tuple(
        (fingerprint, finding)
        for fingerprint, finding in _entered(assessment)
        if fingerprint not in held
    )


def skeleton(absent: Sequence[tuple[str, Finding]]) -> str:
    """Write an entry for each, to be filled in; to be added behind a blank line."""
    return "\n".join(_blank(fingerprint, finding) for fingerprint, finding in absent)


def _entered(assessment: Assessment) -> Iterator[tuple[str, Finding]]:
    """Yield the first findings of every rule."""
    seen: Counter[str] = Counter()
    known = fingerprints(assessment.findings)
    for fingerprint, finding in zip(known, assessment.findings, strict=True):
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_OF_A_RULE:
            yield fingerprint, finding


def _blank(fingerprint: str, finding: Finding) -> str:
    lines = [
        f"{quoted(fingerprint)}:",
        f"  rule: {plain_or_quoted(finding.rule)}",
        f"  message: {quoted(finding.message)}",
        *(f"  {key}:" for key in BLANKS),
    ]
    return "".join(f"{line}\n" for line in lines)
