"""Which rules wait for the publication of a draft."""

from collections.abc import Iterable

from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.judging.applicability import exclusion
from govcheck.judging.assessment import Judgement
from govcheck.judging.fault import Attempts
from govcheck.kinds.remark import Inapplicable, Outcome
from govcheck.rulebook.rule import CheckUse, Rule, Rulebook, Scope


def waiting_rules(
    case: Case, judgements: Iterable[Judgement], rulebook: Rulebook
) -> frozenset[str]:
    """Return the ids of the rules that will apply once the draft is published."""
    if not case.draft:
        return frozenset()
    published = replace(case, draft=False)
    idle = [one.rule for one in judgements if one.outcome is Outcome.NOT_APPLICABLE]
    rules = [rule for rule_id in idle if (rule := rulebook.rule(rule_id))]
    return frozenset(rule.id for rule in rules if _waits(rule, published))


def _waits(rule: Rule, published: Case) -> bool:
    """Whether a rule asks of what is published, and something of this document."""
    if not (rule.scope.published or any(use.scope.published for use in rule.checks)):
        return False
    return _takes_in(rule.scope, published) and any(
        _takes_in(use.scope, published) and _asks(use, published) for use in rule.checks
    )


def _takes_in(scope: Scope, case: Case) -> bool:
    excluded = exclusion(scope, case)
    return excluded is None or not excluded.certain


def _asks(use: CheckUse, published: Case) -> bool:
    """Whether a check has something to ask; one that fails is thought to have."""

    def asked() -> bool:
        remarks = [*use.check.examine(published)]
        return not remarks or not all(isinstance(one, Inapplicable) for one in remarks)

    return Attempts().attempt(asked, otherwise=True)
