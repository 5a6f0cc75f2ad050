"""The scoring policy, alone: what findings deduct, dimension by dimension.

Points come from the rules and ``scoring.yaml``; here is only how they are put together.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from govcheck.judging.assessment import (
    Deduction,
    DimensionScore,
    Finding,
    Judgement,
    Score,
    Unlisted,
)
from govcheck.judging.verdict import Standing, grade, is_doubted, verdict, verified
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.rule import Dimension, Rule, Rulebook, ScoringPolicy

_ZERO = Decimal()


class _Costs(Struct, frozen=True, kw_only=True):
    """How many findings of a rule cost points."""

    rule: Rule
    sure: int
    open: int


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
    tallies = _tallies(findings, judgements, rulebook.rules)
    scored = [_score_dimension(dimension, tallies) for dimension in policy.dimensions]
    dimensions = tuple(dimension for dimension, _, _ in scored)
    sure = [line for _, lines, _ in scored for line in lines]
    opened = [line for _, _, lines in scored for line in lines]
    vetoes = _vetoes(findings, judgements)
    possible = sum((dimension.possible for dimension in dimensions), _ZERO)
    if vetoes and possible > policy.veto_cap:
        surplus = possible - policy.veto_cap
        possible = policy.veto_cap
        sure.append(_veto(vetoes, surplus, policy))
        opened = _absorbed(opened, surplus)
    standing = Standing(
        confirmed=possible - sum((line.points for line in opened), _ZERO),
        possible=possible,
        verified=verified(judgements, findings, rulebook, waiting=waiting),
        vetoed=bool(vetoes),
        doubted=is_doubted(findings, judgements),
    )
    return Score(
        confirmed=standing.confirmed,
        possible=possible,
        verified=standing.verified,
        verdict=verdict(standing, policy),
        grade=grade(standing, policy),
        vetoes=vetoes,
        dimensions=dimensions,
        deductions=tuple(sure),
        open_deductions=tuple(opened),
    )


def _costs(finding: Finding) -> bool:
    advice = finding.severity is Severity.ADVICE
    return finding.root is None and not finding.lifted and not advice


def _vetoes(findings: Iterable[Finding], judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """Return the rules with a sure critical finding, listed or not."""
    worst = (Severity.CRITICAL, Outcome.FAIL)
    rules = [f.rule for f in findings if (f.severity, f.effect) == worst and _costs(f)]
    rules += [
        judgement.rule
        for judgement, more in _unlisted(judgements)
        if (more.severity, more.outcome) == worst
    ]
    return tuple(dict.fromkeys(rules))


def _unlisted(judgements: Iterable[Judgement]) -> Iterator[tuple[Judgement, Unlisted]]:
    """Yield what costs points though it is only counted."""
    for judgement in judgements:
        for more in judgement.unlisted:
            if more.standing and more.severity is not Severity.ADVICE:
                yield judgement, more


def _tallies(
    findings: Iterable[Finding], judgements: Sequence[Judgement], rules: Iterable[Rule]
) -> list[_Costs]:
    """Count what costs points, rule by rule in the book's order."""
    counts: Counter[tuple[Outcome, str]] = Counter()
    spoken = {judgement.rule for judgement in judgements if judgement.unlisted}
    for finding in findings:
        spoken.add(finding.rule)
        if _costs(finding):
            counts[finding.effect, finding.rule] += 1
    for judgement, more in _unlisted(judgements):
        counts[more.outcome, judgement.rule] += more.count
    sure = {rule: n for (outcome, rule), n in counts.items() if outcome is Outcome.FAIL}
    opened = {rule: n for (outcome, rule), n in counts.items() if outcome is Outcome.OPEN}
    opened_alone = (j for j in judgements if j.outcome is Outcome.OPEN and not j.questions)
    silent = {judgement.rule for judgement in opened_alone} - spoken
    return [
        _Costs(
            rule=rule,
            sure=sure.get(rule.id, 0),
            open=1
            if rule.id in silent and rule.severity is not Severity.ADVICE
            else opened.get(rule.id, 0),
        )
        for rule in rules
        if rule.points.each and rule.id in {*sure, *opened, *silent}
    ]


def _score_dimension(
    dimension: Dimension, tallies: Iterable[_Costs]
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
    reason = f"{count}处{what}，每处{_plain(each)}分"
    if due < each * count:
        reason += f"，本条封顶{_plain(cap)}分"
    if left < due:
        reason += f"；应扣{_plain(due)}分，该维度只余{_plain(left)}分"
    return Deduction(rule=rule.id, points=min(due, left), reason=reason)


def _veto(vetoes: Sequence[str], surplus: Decimal, policy: ScoringPolicy) -> Deduction:
    cap = _plain(policy.veto_cap)
    reason = f"单项否决{len(vetoes)}项，总分不超过{cap}分"
    return Deduction(rule=vetoes[0], points=surplus, reason=reason)


def _absorbed(lines: Iterable[Deduction], surplus: Decimal) -> list[Deduction]:
    """Reduce open losses by what the veto has taken already, so that the table adds up."""
    reduced = []
    for line in lines:
        spared = min(line.points, surplus)
        surplus -= spared
        reason = f"{line.reason}；单项否决已扣{_plain(spared)}分" if spared else line.reason
        reduced.append(Deduction(rule=line.rule, points=line.points - spared, reason=reason))
    return reduced


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
