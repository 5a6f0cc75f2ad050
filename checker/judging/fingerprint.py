"""By what a finding is known again: the rule, and the evidence as the document words it.

The place in the file, the order of the findings and the wording of the message are left out,
so that a person's decision outlives an edit elsewhere and a rule put better; when the
evidence itself changes, so does the fingerprint, and the decision has to be taken anew.
"""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Finding

_LENGTH: Final = 16
"""Hexadecimal digits: enough to tell the findings of one document apart."""
_QUOTE: Final = 4_000
"""Characters of a quotation that it is known by, so that one without end costs no more."""


def fingerprints(findings: Iterable[Finding], report: str = "") -> tuple[str, ...]:
    """Return the fingerprint of each finding; the second of two alike gets a number.

    With the name of the report they differ from those of any other report.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        parts = (finding.rule, *(_words(one) for one in finding.evidence))
        known = digest(report, *parts) if report else digest(*parts)
        seen[known] += 1
        found.append(known if seen[known] == 1 else f"{known}-{seen[known]}")
    return tuple(found)


def digest(*parts: str) -> str:
    """Return what tells these words from others."""
    return sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def _words(evidence: Evidence) -> str:
    place = evidence.place
    spot = (place.table, place.row, place.column) if place.table else (place.part,)
    quote = "".join((evidence.quote or evidence.actual or "")[:_QUOTE].split())
    return "\t".join([*(one or "" for one in spot), quote])
