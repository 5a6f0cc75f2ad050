"""Every rule that was applied: what it asks, why, and what came of it."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from govcheck.document.kept import kept
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment
from govcheck.judging.bearing import bearing
from govcheck.kinds.remark import SEVERITIES
from govcheck.reports.scope_words import scope_words
from govcheck.reports.view_bases import BasisView, basis_view
from govcheck.reports.wording import OUTCOMES, number
from govcheck.rulebook.rule import Rule, Rulebook

_RULES: Final = 500


class RuleView(Struct, frozen=True, kw_only=True):
    """One rule; ``reason`` says why it is open or does not apply."""

    id: str
    title: str
    reason: str
    dimension: str
    severity: str
    points: str
    scope: str
    basis: tuple[BasisView, ...]
    remedy: str


class RuleGroup(Struct, frozen=True, kw_only=True):
    """The rules of one outcome."""

    outcome: str
    word: str
    rules: tuple[RuleView, ...]


def rule_groups(assessment: Assessment, rulebook: Rulebook) -> Iterator[RuleGroup]:
    """Yield the outcomes that occurred, with their rules in the rule book's order."""
    rules = {rule.id: rule for rule in rulebook.rules}
    titles = {one.id: one.title for one in rulebook.policy.dimensions}
    for outcome, word in OUTCOMES.items():
        found = tuple(
            _view(rules[one.rule], one.reason, titles, assessment.document)
            for one in assessment.judgements
            if one.outcome == outcome and one.rule in rules
        )
        if found:
            yield RuleGroup(outcome=outcome.value, word=word, rules=found)


def _view(rule: Rule, reason: str, titles: dict[str, str], document: Document) -> RuleView:
    return RuleView(
        id=rule.id,
        title=rule.title,
        reason=reason,
        dimension=titles.get(rule.dimension, rule.dimension),
        severity=SEVERITIES[rule.severity],
        points=_points(rule),
        scope=_scope(rule),
        basis=tuple(map(basis_view, bearing(rule, document))),
        remedy=rule.remedy,
    )


@kept(_RULES)
def _points(rule: Rule) -> str:
    each, cap = rule.points.each, rule.points.cap
    return f"每处 {number(each)} 分，至多 {number(cap)} 分" if each else "不扣分"


@kept(_RULES)
def _scope(rule: Rule) -> str:
    return scope_words(rule.scope) or "所有年度报告"
