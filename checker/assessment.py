"""What a check finds: the only thing that the reports render.

Outcomes are spelled as SARIF 2.1.0 spells a result's ``kind``.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct, field

from govcheck.document import Document
from govcheck.fault import Fault
from govcheck.place import Place


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


class Outcome(StrEnum):
    """What one rule says of one document."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    OPEN = "open"
    """The document does not tell, or govcheck could not read it: a person must look."""
    NOT_APPLICABLE = "not-applicable"


class Evidence(Struct, frozen=True, kw_only=True):
    """What was seen at one place, and what should have been there."""

    quote: str = ""
    """As written in the document; empty for what is not there."""
    place: Place = field(default_factory=Place)
    expected: str | None = None
    actual: str | None = None
    secret: bool = False
    """The quote is masked, and no report may show what stands at the place in full."""


class Term(Struct, frozen=True, kw_only=True):
    """A cell's part in an identity that must come to 0: ``sign`` times ``value``."""

    table: str
    row: str
    column: str
    sign: int
    value: Decimal


class Violation(Struct, frozen=True, kw_only=True):
    """A kind saw the rule broken here; the values fill the rule's message."""

    evidence: tuple[Evidence, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    terms: tuple[Term, ...] = ()
    """The identity that is broken, for the diagnosis of the cell that breaks it."""
    severity: Severity | None = None
    """Only where a kind can tell a slighter case from the rule's own."""


class Doubt(Struct, frozen=True, kw_only=True):
    """A kind could not tell here, and why: in its own words, or in the rule's message."""

    reason: str = ""
    """Chinese; empty when the rule's message, filled with ``values``, says it."""
    evidence: tuple[Evidence, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    severity: Severity | None = None
    """As in a violation: advice where a person is asked something in any case."""


class Inapplicable(Struct, frozen=True, kw_only=True):
    """A kind found nothing that the question could be asked of, and why (Chinese)."""

    reason: str


Remark = Violation | Doubt | Inapplicable


class Waiver(Struct, frozen=True, kw_only=True):
    """A person's decision on a finding, from the review ledger."""

    decision: str
    """accept, waive or override."""
    reason: str
    person: str
    date: str
    expires: str | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """One thing to be corrected (fail) or to be looked at (open)."""

    rule: str
    outcome: Outcome
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    remedy: str = ""
    terms: tuple[Term, ...] = ()
    root: int | None = None
    """Index of the finding that causes this one, when it is folded under that."""
    waiver: Waiver | None = None

    @property
    def lifted(self) -> bool:
        """Whether a person set it aside: it is printed with the reason and deducts nothing."""
        return self.waiver is not None and self.waiver.decision != "accept"


class Judgement(Struct, frozen=True, kw_only=True):
    """One rule's outcome on the document."""

    rule: str
    outcome: Outcome
    reason: str = ""
    """Why it is open or does not apply; empty when the findings say it."""


class Deduction(Struct, frozen=True, kw_only=True):
    """Points that one rule cost."""

    rule: str
    points: Decimal
    reason: str


class DimensionScore(Struct, frozen=True, kw_only=True):
    """One dimension's points: its weight, and what is left of it."""

    id: str
    title: str
    points: Decimal
    confirmed: Decimal
    possible: Decimal


class Score(Struct, frozen=True, kw_only=True):
    """Points out of 100: ``confirmed`` counts open findings as lost, ``possible`` as kept."""

    confirmed: Decimal
    possible: Decimal
    verdict: str
    """合格 or 不合格."""
    grade: str
    """优秀, 良好, 合格 or 不合格, by ``confirmed``."""
    vetoes: tuple[str, ...]
    dimensions: tuple[DimensionScore, ...]
    deductions: tuple[Deduction, ...]
    """Sure losses first (``fail``), each a line of the table that adds up to ``possible``."""
    open_deductions: tuple[Deduction, ...] = ()
    """What ``confirmed`` loses further for open findings."""


class Assessment(Struct, frozen=True, kw_only=True):
    """Everything govcheck has to say of one document."""

    document: Document
    findings: tuple[Finding, ...]
    """Worst first; a folded finding stands after its root."""
    judgements: tuple[Judgement, ...]
    """One for every rule, in the rule book's order."""
    score: Score
    rules_digest: str
    """Hash of the rule sets that were applied."""
    notes: tuple[str, ...] = ()
    """What else must be said of it (Chinese): decisions that no longer hold."""
    faults: tuple[Fault, ...] = ()
    """Where govcheck itself failed; the rules concerned are open."""
