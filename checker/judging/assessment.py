"""What a check finds: the only thing that the reports render.

Outcomes are spelled as SARIF 2.1.0 spells a result's ``kind``.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.loss import Cause, Loss
from govcheck.document.report import Document
from govcheck.judging.fault import Fault
from govcheck.judging.score import Score
from govcheck.kinds.remark import Outcome, Severity
from govcheck.sums.term import Term


class Ruling(StrEnum):
    """What a person may decide."""

    MET = "符合"
    """The document is right: an open question is answered, a failure overruled (改判)."""
    BROKEN = "不符合"
    """It is wrong, and counts as that."""
    INAPPLICABLE = "不适用"
    """The question cannot be asked of it."""
    WAIVED = "豁免"
    """It is wrong, and does not count."""


class Decision(Struct, frozen=True, kw_only=True):
    """What a person decided on a finding, from the review ledger."""

    decision: Ruling
    person: str
    date: str
    """As ISO 8601 writes a day, as ``until``."""
    reason: str = ""
    until: str | None = None
    """The last day on which it holds."""


class Finding(Struct, frozen=True, kw_only=True):
    """One thing to be corrected (fail) or to be looked at (open)."""

    rule: str
    outcome: Outcome
    severity: Severity
    message: str
    title: str = ""
    """What it is called where it fails (Chinese), if not as its rule is."""
    evidence: tuple[Evidence, ...] = ()
    remedy: str = ""
    """What to correct; empty where it is open whether anything is wrong."""
    hint: str = ""
    """What may lie behind it (Chinese): the nearest of several readings, never a demand."""
    terms: tuple[Term, ...] = ()
    absent: tuple[str, ...] = ()
    """Ids of the parts of which it says that there is nothing."""
    follows: frozenset[str] = frozenset()
    """Rules of whose failure this one is the consequence, where one of them fails."""
    years: tuple[int, ...] = ()
    """Years that the report may be of instead, where it says that the year is wrong."""
    root: int | None = None
    """Index of the finding that causes this one, when it is folded under that."""
    decision: Decision | None = None
    matter: str = ""
    """Its key in the ledger, where that cannot be told from the finding as it stands."""
    loss: Loss | None = None
    """What the file lacks that would tell, of an open finding."""
    cause: int | None = None
    """Index of the open item that keeps this finding open with others."""
    check: int | None = None
    """Index of the rule's check that found it."""
    more: int = 0
    """How many pieces of evidence there are beyond those in ``evidence``."""

    @property
    def lifted(self) -> bool:
        """Whether a person set it aside: it is printed with the reason and deducts nothing."""
        return self.decision is not None and self.decision.decision is not Ruling.BROKEN

    @property
    def effect(self) -> Outcome:
        """What it counts as: an open finding that a person found true is a failure."""
        upheld = self.decision is not None and self.decision.decision is Ruling.BROKEN
        return Outcome.FAIL if upheld else self.outcome


class Unlisted(Struct, frozen=True, kw_only=True):
    """Findings of a rule, alike in this, that are counted but not among the findings."""

    outcome: Outcome
    severity: Severity
    standing: bool = True
    """Neither folded under another nor set aside by a person."""
    count: int


class Judgement(Struct, frozen=True, kw_only=True):
    """One rule's outcome on the document."""

    rule: str
    outcome: Outcome
    reason: str = ""
    """Why it is open or does not apply; empty when the findings say it."""
    unlisted: tuple[Unlisted, ...] = ()
    questions: tuple[str, ...] = ()
    """What no file can answer and a person is asked (Chinese); nothing depends on it."""
    loss: Loss | None = None
    """What would tell, where the rule is open without a finding."""


class OpenItem(Struct, frozen=True, kw_only=True):
    """One loss, and all that it leaves open."""

    id: str
    cause: Cause
    look_at: str
    """The one thing to look at (Chinese)."""
    reason: str
    """Why it cannot be told (Chinese)."""
    rules: tuple[str, ...]
    """Ids of the rules that it leaves open, in the rule book's order."""
    points: Decimal
    """What they would cost if all turned out badly."""


class Inspection(Struct, frozen=True, kw_only=True):
    """Who looked at the report, and when: said by the user, and nothing is judged by it."""

    inspector: str | None = None
    inspected_on: date | None = None


class Assessment(Struct, frozen=True, kw_only=True):
    """Everything govcheck has to say of one document."""

    case: Case
    """What was judged."""
    findings: tuple[Finding, ...]
    """Worst first; a folded finding stands after its root."""
    judgements: tuple[Judgement, ...]
    """One for every rule, in the rule book's order."""
    score: Score
    open: tuple[OpenItem, ...] = ()
    """What could not be seen, the costliest first; findings name theirs by index."""
    rules_digest: str
    """Hash of the rule sets that were applied."""
    notes: tuple[str, ...] = ()
    """What else must be said of it (Chinese): decisions that no longer hold."""
    inspection: Inspection | None = None
    faults: tuple[Fault, ...] = ()
    """Where govcheck itself failed; the rules concerned are open."""

    @property
    def document(self) -> Document:
        """The report that was judged."""
        return self.case.document

    @property
    def questions(self) -> tuple[str, ...]:
        """What a person is asked in any case."""
        return tuple(one for judgement in self.judgements for one in judgement.questions)

    @property
    def silent(self) -> tuple[Judgement, ...]:
        """Rules that are open as a whole, without a finding or a loss that says where."""
        spoken = {finding.rule for finding in self.findings}
        return tuple(
            one
            for one in self.judgements
            if one.outcome is Outcome.OPEN
            and not (one.unlisted or one.loss or one.questions)
            and one.rule not in spoken
        )
