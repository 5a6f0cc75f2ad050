"""What the law asks, as the YAML files under ``rules/`` state it."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct, field

from govcheck.document.demand import Demand
from govcheck.document.form import Form
from govcheck.document.knowledge import Knowledge
from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Severity
from govcheck.rulebook.example import Example
from govcheck.rulebook.force import Force
from govcheck.rulebook.scoring_policy import ScoringPolicy


class Status(StrEnum):
    """How a clause, or its bearing on a rule, is known; a finding shows it."""

    VERBATIM = "verbatim"
    """Read word for word."""
    APPLIED = "applied"
    """Seen in real reports or notices that apply it."""
    DERIVED = "derived"
    """Follows from the words of the form or the clause."""
    CONVENTION = "convention"
    """Common practice; no clause."""
    MEMORY = "memory"
    """Not seen: to be verified before it is relied on."""


class Role(StrEnum):
    """What a clause is to a rule."""

    DUTY = "duty"
    """The duty that a finding says is broken (依据)."""
    CONSEQUENCE = "consequence"
    """What a supervising office may do about it (处理依据); it accuses nobody."""


class Basis(Struct, frozen=True, kw_only=True):
    """The clause that a rule rests on."""

    instrument: str
    """Id of a file in ``rules/instruments/``."""
    clause: str
    """A clause of that file: 第五十条第一款第（一）项."""
    citation: str
    """As a finding prints it: 《中华人民共和国政府信息公开条例》第五十条第一款第（一）项."""
    quote: str | None
    """Whole sentences; only where the instrument holds them word for word."""
    status: Status
    """How the basis is known; the weaker of the clause's own and the rule's reading of it."""
    text: str = ""
    """The whole clause, where it is known word for word."""
    relied: str | None = None
    """The words of the quotation that the rule relies on."""
    role: Role = Role.DUTY
    force: Force = field(default_factory=Force)
    """When and for whom it is cited: no wider than the clause is in force."""
    edition: bool = False
    """An edition of the form: cited only for reports that must follow it."""
    part: str | None = None
    """The part of the form whose tables it speaks of; None where it speaks of no one part's."""
    checks: frozenset[int] = frozenset()
    """Indices of the checks whose findings it carries; empty for all."""


class Scope(Struct, frozen=True, kw_only=True):
    """The documents that a rule, or one of its checks, speaks of."""

    first_year: int | None = None
    last_year: int | None = None
    agencies: frozenset[AgencyKind] = frozenset(AgencyKind)
    called: str = ""
    """What these kinds of agency are called in a reason: 政府部门、乡镇、街道."""
    regions: frozenset[str] = frozenset()
    """Places (云南, 云南/昆明); empty for the whole country."""
    published: bool = False
    """Speaks only of documents that are out (YAML ``published: true``): a draft waits."""


class CheckUse(Struct, frozen=True, kw_only=True):
    """One check of a rule, and what to say when it finds something."""

    check: Check
    message: str
    scope: Scope = field(default_factory=Scope)
    severity: Severity | None = None
    """Where it differs from the rule's."""
    failure_title: str = ""
    """What is wrong where it fails, if the rule's own would say more or other than that."""
    remedy: str | None = None
    """Where it differs from the rule's."""
    open_for: frozenset[AgencyKind] = frozenset()
    """Kinds of body that are only asked what others are told; practice differs there."""
    follows: frozenset[str] = frozenset()
    """Ids of rules: where one of them fails, what this check finds comes of the same slip."""


class Points(Struct, frozen=True, kw_only=True):
    """What a rule's findings deduct: ``each``, up to ``cap`` together."""

    each: Decimal
    cap: Decimal


class Waiver(Struct, frozen=True, kw_only=True):
    """Why a place does not count what a rule finds; the finding is shown with it."""

    by: str
    date: str
    """As ISO 8601 writes a day."""
    reason: str


class Rule(Struct, frozen=True, kw_only=True):
    """One obligation that a document either meets or breaks."""

    id: str
    """Folder and file: format/applications-balance."""
    title: str
    """What a document that passes has."""
    failure_title: str
    """What is wrong with one that fails; wherever a fault is named."""
    dimension: str
    severity: Severity
    points: Points
    basis: tuple[Basis, ...]
    scope: Scope
    checks: tuple[CheckUse, ...]
    remedy: str
    waiver: Waiver | None = None
    gate: bool = False
    """Asked before all others: while it is open, no other rule is asked."""
    examples: tuple[Example, ...] = ()
    file: str = ""
    changed_in: str = ""
    """The file of another set that added or changed it; empty for a shipped rule."""


class Rulebook(Struct, frozen=True, kw_only=True):
    """Rules, and what they refer to."""

    rules: tuple[Rule, ...]
    """What each report is judged by."""
    forms: Mapping[str, Form]
    vocabulary: Vocabulary
    policy: ScoringPolicy
    digest: str
    demands: tuple[Demand, ...] = ()
    local: tuple[Rule, ...] = ()
    """Versions of rules for some documents; of two that take in a document the later counts.
    Whoever judges takes those of its document first: ``judging.local_rules``."""
    peer_rules: tuple[Rule, ...] = ()
    """What the reports of a batch are held against each other by; no report's own result
    depends on them."""

    @property
    def every_rule(self) -> tuple[Rule, ...]:
        """All rules, those of a batch last."""
        return (*self.rules, *self.peer_rules)

    @property
    def knowledge(self) -> Knowledge:
        """What documents are understood by."""
        return Knowledge(forms=self.forms, vocabulary=self.vocabulary, demands=self.demands)

    @property
    def gates(self) -> frozenset[str]:
        """Ids of the rules that ask whether the others apply at all."""
        return frozenset(rule.id for rule in self.rules if rule.gate)

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule of this id."""
        return next((rule for rule in self.every_rule if rule.id == rule_id), None)
