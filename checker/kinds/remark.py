"""What a check may say: this is wrong, this cannot be told, this does not apply.

Outcomes are spelled as SARIF 2.1.0 spells a result's ``kind``.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct, field

from govcheck.document.evidence import Evidence
from govcheck.document.loss import Loss
from govcheck.sums.term import Term


class Severity(StrEnum):
    """How grave a failure is, worst first."""

    CRITICAL = "critical"
    """A veto: the document is 不合格 whatever its points."""
    MAJOR = "major"
    MINOR = "minor"
    ADVICE = "advice"
    """Worth knowing; deducts nothing."""

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: "否决",
    Severity.MAJOR: "重大",
    Severity.MINOR: "一般",
    Severity.ADVICE: "提示",
}
"""What they are called."""


class Outcome(StrEnum):
    """What one rule says of one document."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    OPEN = "open"
    """The document does not tell, or govcheck could not read it: a person must look."""
    NOT_APPLICABLE = "not-applicable"


class Violation(Struct, frozen=True, kw_only=True):
    """A kind saw the rule broken here; the values fill the rule's message."""

    evidence: tuple[Evidence, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    terms: tuple[Term, ...] = ()
    """The sum that is broken, for the diagnosis of the cell that breaks it."""
    severity: Severity | None = None
    """Only where a kind can tell a slighter case from the rule's own."""
    hint: str = ""
    """What may lie behind it (Chinese): the nearest of several readings, never a demand."""
    more: int = 0
    """How many places there are beyond those in ``evidence``."""
    absent: tuple[str, ...] = ()
    """Ids of the parts of which it says that there is nothing: such findings are one."""
    years: tuple[int, ...] = ()
    """Years that the report may be of instead, where its year is what is wrong."""


class Doubt(Struct, frozen=True, kw_only=True):
    """A kind could not tell here, and why: in its own words, or in the rule's message."""

    reason: str = ""
    """Chinese; empty when the rule's message, filled with ``values``, says it."""
    evidence: tuple[Evidence, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    severity: Severity | None = None
    """As in a violation: advice where a person is asked something in any case."""
    hint: str = ""
    """As in a violation."""
    loss: Loss | None = None
    """What the file lacks that would tell; such doubts are one, whatever they leave open."""
    question: bool = False
    """No file can answer it: a person is asked in any case, and nothing depends on it."""


class Inapplicable(Struct, frozen=True, kw_only=True):
    """A kind found nothing that the question could be asked of, and why (Chinese)."""

    reason: str


Remark = Violation | Doubt | Inapplicable
