"""Which findings cost points, rule by rule, and which decide alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from govcheck.judging.assessment import Finding, Judgement, Unlisted
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.rule import Rule


class Costs(Struct, frozen=True, kw_only=True):
    """How many findings of a rule cost points."""

    rule: Rule
    sure: int
    open: int


def _costs(finding: Finding) -> bool:
    advice = finding.severity is Severity.ADVICE
    return finding.root is None and not finding.lifted and not advice


def vetoed_by(findings: Iterable[Finding], judgements: Iterable[Judgement]) -> tuple[str, ...]:
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


def costs_of(
    findings: Iterable[Finding], judgements: Sequence[Judgement], rules: Iterable[Rule]
) -> list[Costs]:
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
    costly = {*sure, *opened, *silent}
    return [
        Costs(
            rule=rule,
            sure=sure.get(rule.id, 0),
            open=1
            if rule.id in silent and rule.severity is not Severity.ADVICE
            else opened.get(rule.id, 0),
        )
        for rule in rules
        if rule.points.each and rule.id in costly
    ]
