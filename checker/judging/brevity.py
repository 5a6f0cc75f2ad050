"""How much of what was found is told: bounds on findings, and on the words of each.

A hostile report can hold a million faults, or one sentence of ten million characters; a
result must stay small enough to be opened.  What is left out is counted.
"""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Finding


class Brevity(Struct, frozen=True, kw_only=True):
    """The most that is told."""

    findings: int
    """Of one rule."""
    evidence: int
    """Pieces of one finding."""
    quote: int
    """Characters of one quotation, or of what is expected or found."""
    message: int
    """Characters of one message."""
    mark: str
    """What ends a quotation that is cut; empty where it must stay a quotation."""

    def words(self, text: str) -> str:
        """Cut what govcheck says."""
        return text if len(text) <= self.message else f"{text[: self.message]}…"

    def quoted(self, text: str) -> str:
        """Cut what the document says."""
        return text if len(text) <= self.quote else text[: self.quote] + self.mark


FULL: Final = Brevity(findings=2000, evidence=200, quote=2000, message=4000, mark="")
"""For programs, and all that is kept in memory."""
SHORT: Final = Brevity(findings=50, evidence=50, quote=400, message=1000, mark="…")
"""For people."""


def brief(finding: Finding, brevity: Brevity) -> Finding:
    """Return a finding with as much as is told of it."""
    evidence = tuple(_brief(one, brevity) for one in finding.evidence[: brevity.evidence])
    message, hint = brevity.words(finding.message), brevity.words(finding.hint)
    if (message, hint) == (finding.message, finding.hint) and evidence == finding.evidence:
        return finding
    more = finding.more + len(finding.evidence) - len(evidence)
    return replace(finding, message=message, hint=hint, evidence=evidence, more=more)


def _brief(evidence: Evidence, brevity: Brevity) -> Evidence:
    told = (evidence.quote, evidence.expected or "", evidence.actual or "")
    if max(map(len, told)) <= brevity.quote:
        return evidence
    expected, actual = evidence.expected, evidence.actual
    return replace(
        evidence,
        quote=brevity.quoted(evidence.quote),
        expected=None if expected is None else brevity.quoted(expected),
        actual=None if actual is None else brevity.quoted(actual),
    )
