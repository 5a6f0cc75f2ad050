"""The scoring policy, alone: what findings deduct, dimension by dimension.

Points come from the rules and ``scoring.yaml``; here is only how they are put together.
"""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from govcheck.document.naming import plain
from govcheck.judging.assessment import Finding, Judgement
from govcheck.judging.costs import Costs, costs_of, vetoed_by
from govcheck.judging.score import Deduction, DimensionScore, Score
from govcheck.judging.verdict import Standing, grade, is_doubted, verdict, verified
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rule, Rulebook
from govcheck.rulebook.scoring_policy import Dimension, ScoringPolicy

_ZERO = Decimal()


class _Account(Struct, frozen=True, kw_only=True):
    """What is kept of all points, and the lines that say what was lost."""

    possible: Decimal
    sure: Sequence[Deduction]
    opened: Sequence[Deduction]

    @property
    def confirmed(self) -> Decimal:
        """What is kept if all that is open turns out badly."""
        return self.possible - sum((line.points for line in self.opened), _ZERO)


def score(
    findings: Sequence[Finding],
    judgements: Sequence[Judgement],
    rulebook: Rulebook,
    *,
    waiting: Collection[str] = (),
) -> Score:
    """Deduct from each dimension what its rules cost, and hold a vetoed document down.

    Advice, folded and waived findings cost nothing; a rule left open silently counts as one,
    a question that no file answers as none.
    Findings that are counted and not listed cost what the others do.  ``waiting`` are the rules
    that will apply once a draft is published.
    """
    policy = rulebook.policy
    tallies = costs_of(findings, judgements, rulebook.rules)
    scored = [_score_dimension(dimension, tallies) for dimension in policy.dimensions]
    vetoes = vetoed_by(findings, judgements)
    account = _account(scored, vetoes, policy)
    outside = _is_outside(judgements, rulebook)
    known = _ZERO if outside else verified(judgements, findings, rulebook, waiting=waiting)
    standing = Standing(
        confirmed=account.confirmed,
        possible=account.possible,
        verified=known,
        outside=outside,
        vetoed=bool(vetoes),
        doubted=is_doubted(findings, judgements),
    )
    return Score(
        confirmed=standing.confirmed,
        possible=standing.possible,
        verified=known,
        verdict=verdict(standing, policy),
        grade=grade(standing, policy),
        vetoes=vetoes,
        dimensions=tuple(dimension for dimension, _, _ in scored),
        deductions=tuple(account.sure),
        open_deductions=tuple(account.opened),
    )


def _account(
    scored: Sequence[tuple[DimensionScore, list[Deduction], list[Deduction]]],
    vetoes: Sequence[str],
    policy: ScoringPolicy,
) -> _Account:
    """Add the dimensions up, and take what a veto takes beyond them."""
    possible = sum((dimension.possible for dimension, _, _ in scored), _ZERO)
    sure = [line for _, lines, _ in scored for line in lines]
    opened = [line for _, _, lines in scored for line in lines]
    surplus = possible - policy.veto_cap
    if not vetoes or surplus <= 0:
        return _Account(possible=possible, sure=sure, opened=opened)
    return _Account(
        possible=policy.veto_cap,
        sure=[*sure, _veto(vetoes, surplus, policy)],
        opened=_absorbed(opened, surplus),
    )


def _is_outside(judgements: Iterable[Judgement], rulebook: Rulebook) -> bool:
    """Whether a rule is open that decides whether the others apply."""
    gates = rulebook.gates
    return any(one.rule in gates and one.outcome is Outcome.OPEN for one in judgements)


def _score_dimension(
    dimension: Dimension, tallies: Iterable[Costs]
) -> tuple[DimensionScore, list[Deduction], list[Deduction]]:
    """Return what is left of a dimension, the sure losses, and the open ones."""
    own = [tally for tally in tallies if tally.rule.dimension == dimension.id]
    left, sure, opened = dimension.points, [], []
    for tally in own:
        if tally.sure:
            sure.append(_deduction(tally.rule, tally.sure, _ZERO, left, "不符合"))
            left -= sure[-1].points
    possible = left
    for tally in own:
        if tally.open:
            taken = _capped(tally.rule, tally.sure)
            opened.append(_deduction(tally.rule, tally.open, taken, left, "待核验"))
            left -= opened[-1].points
    result = DimensionScore(
        id=dimension.id,
        title=dimension.title,
        points=dimension.points,
        confirmed=left,
        possible=possible,
    )
    return result, sure, opened


def _capped(rule: Rule, count: int) -> Decimal:
    return min(rule.points.each * count, rule.points.cap)


def _deduction(rule: Rule, count: int, taken: Decimal, left: Decimal, what: str) -> Deduction:
    """Deduct for so many findings: within the rule's cap and what the dimension has left."""
    each, cap = rule.points.each, rule.points.cap
    due = min(each * count, cap - taken)
    reason = f"{count}处{what}，每处{plain(each)}分"
    if due < each * count:
        reason += f"，本条封顶{plain(cap)}分"
    if left < due:
        reason += f"；应扣{plain(due)}分，该维度只余{plain(left)}分"
    return Deduction(rule=rule.id, points=min(due, left), reason=reason)


def _veto(vetoes: Sequence[str], surplus: Decimal, policy: ScoringPolicy) -> Deduction:
    cap = plain(policy.veto_cap)
    reason = f"单项否决{len(vetoes)}项，总分不超过{cap}分"
    return Deduction(rule=vetoes[0], points=surplus, reason=reason)


def _absorbed(lines: Iterable[Deduction], surplus: Decimal) -> list[Deduction]:
    """Reduce open losses by what the veto has taken already, so that the table adds up."""
    reduced = []
    for line in lines:
        spared = min(line.points, surplus)
        surplus -= spared
        reason = f"{line.reason}；单项否决已扣{plain(spared)}分" if spared else line.reason
        reduced.append(Deduction(rule=line.rule, points=line.points - spared, reason=reason))
    return reduced
