"""What the points and the open items come to: verdict, grade, and how much was verified."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from govcheck.judging.assessment import Finding, Judgement
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.rule import Rule, Rulebook
from govcheck.rulebook.scoring_policy import ScoringPolicy

_DECIDED = (Outcome.PASS, Outcome.FAIL)
_TENTH = Decimal("0.1")


class Standing(Struct, frozen=True, kw_only=True):
    """What decides the verdict."""

    confirmed: Decimal
    """Points if every open item turned out badly."""
    possible: Decimal
    """Points if every open item turned out well."""
    verified: Decimal
    """Points whose rules were answered, by the program or by a person."""
    vetoed: bool
    """Whether a critical finding is confirmed."""
    doubted: bool
    """Whether a critical finding is open."""
    outside: bool
    """Whether the rules may not apply to the report at all."""


def verdict(standing: Standing, policy: ScoringPolicy) -> str:
    """Return 不合格, 合格, or 待核 where the open items decide."""
    least = policy.grades[-1][1]
    if standing.outside:
        return policy.undecided
    if standing.vetoed or standing.possible < least:
        return policy.failing
    enough = min(standing.confirmed, standing.verified) >= least
    return policy.passing if enough and not standing.doubted else policy.undecided


def grade(standing: Standing, policy: ScoringPolicy) -> str | None:
    """Return the grade that both ends of the interval lie in, or the span: 良好–优秀.

    A report that the rules may not apply to has none.
    """
    if standing.outside:
        return None
    if standing.vetoed:
        return policy.failing
    low, high = (_grade(points, policy) for points in (standing.confirmed, standing.possible))
    return high if low == high else f"{low}–{high}"


def _grade(points: Decimal, policy: ScoringPolicy) -> str:
    return next((name for name, least in policy.grades if points >= least), policy.failing)


def verified(
    judgements: Iterable[Judgement],
    findings: Sequence[Finding],
    rulebook: Rulebook,
    *,
    waiting: Collection[str],
) -> Decimal:
    """Return how many points rest on rules that were answered, to a tenth.

    Each dimension counts by the share of its rules, weighed by their caps, that ended pass or
    fail or whose open findings a person has decided.  Rules that do not apply do not count,
    those that are ``waiting`` for publication do.
    """
    rules = {rule.id: rule for rule in rulebook.every_rule}
    asked: dict[str, Decimal] = {}
    answered: dict[str, Decimal] = {}
    for judgement in judgements:
        rule = rules.get(judgement.rule)
        if rule is None or not _is_asked(judgement, waiting):
            continue
        _add(asked, rule)
        if judgement.outcome in _DECIDED or _is_decided(judgement, rule, findings):
            _add(answered, rule)
    total = sum(
        (
            dimension.points * answered.get(dimension.id, Decimal(0)) / asked[dimension.id]
            for dimension in rulebook.policy.dimensions
            if asked.get(dimension.id)
        ),
        Decimal(0),
    )
    return total.quantize(_TENTH)


def _is_asked(judgement: Judgement, waiting: Collection[str]) -> bool:
    return judgement.outcome is not Outcome.NOT_APPLICABLE or judgement.rule in waiting


def _is_decided(judgement: Judgement, rule: Rule, findings: Sequence[Finding]) -> bool:
    """Whether a person has decided all that a rule leaves open.

    What is open as advice leaves a graver rule answered: it never decides a verdict.
    """
    own = [one for one in findings if one.rule == judgement.rule]
    opened = [one for one in own if one.outcome is Outcome.OPEN]
    grave = rule.severity is not Severity.ADVICE
    settled = (one.decision or (grave and one.severity is Severity.ADVICE) for one in opened)
    return bool(opened) and all(settled) and not judgement.unlisted


def _add(sums: dict[str, Decimal], rule: Rule) -> None:
    sums[rule.dimension] = sums.get(rule.dimension, Decimal(0)) + rule.points.cap


def is_doubted(findings: Iterable[Finding], judgements: Iterable[Judgement]) -> bool:
    """Whether a critical finding is open and no person has decided it."""
    worst = (Severity.CRITICAL, Outcome.OPEN)
    return any(
        (one.severity, one.outcome) == worst and one.root is None and not one.decision
        for one in findings
    ) or any(
        (more.severity, more.outcome) == worst and more.standing
        for judgement in judgements
        for more in judgement.unlisted
    )
