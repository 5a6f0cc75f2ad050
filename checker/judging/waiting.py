"""Which rules wait for the publication of a draft."""

from collections.abc import Iterable

from govcheck.document.case import Case
from govcheck.judging.assessment import Judgement
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rulebook


def waiting_rules(
    case: Case, judgements: Iterable[Judgement], rulebook: Rulebook
) -> frozenset[str]:
    """Return the ids of the rules that will apply once the draft is published."""
    if not case.draft:
        return frozenset()
    published = {
        rule.id
        for rule in rulebook.rules
        if rule.scope.published or any(use.scope.published for use in rule.checks)
    }
    return frozenset(
        one.rule
        for one in judgements
        if one.outcome is Outcome.NOT_APPLICABLE and one.rule in published
    )
