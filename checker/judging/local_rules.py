"""The rules as they stand for one document: those of its place in the place of the general."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.naming import day_words
from govcheck.document.sentence import sentence
from govcheck.judging.applicability import exclusion
from govcheck.judging.assessment import Decision, Finding, Judgement, Ruling
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rule, Rulebook, Waiver


def rules_for(case: Case, book: Rulebook) -> Rulebook:
    """Return the book with the last version of each rule that takes in the document.

    Where the document does not show whether one does, that one leaves the rule open.  What is
    returned has no versions any more, so that asking twice changes nothing.
    """
    if not book.local:
        return book
    own: dict[str, Rule] = {}
    for rule in book.local:
        left_out = exclusion(rule.scope, case)
        if left_out is None or not left_out.certain:
            own[rule.id] = rule
    return replace(book, rules=tuple(own.get(one.id, one) for one in book.rules), local=())


def waived(
    findings: Iterable[Finding], judgements: Iterable[Judgement], book: Rulebook
) -> tuple[tuple[Finding, ...], tuple[Judgement, ...]]:
    """Return what is found by rules that a place waives with its waiver.

    A finding keeps its outcome and is shown; a rule that only a loss leaves open is not asked.
    """
    waivers = {rule.id: rule.waiver for rule in book.rules if rule.waiver}
    if not waivers:
        return tuple(findings), tuple(judgements)
    lifted = tuple(
        replace(one, decision=_decision(waivers[one.rule])) if one.rule in waivers else one
        for one in findings
    )
    found = {one.rule for one in lifted}
    return lifted, tuple(
        _lifted(one, waivers[one.rule], shown=one.rule in found) if one.rule in waivers else one
        for one in judgements
    )


def _decision(waiver: Waiver) -> Decision:
    return Decision(
        decision=Ruling.WAIVED, person=waiver.by, date=waiver.date, reason=waiver.reason
    )


def _lifted(judgement: Judgement, waiver: Waiver, *, shown: bool) -> Judgement:
    if judgement.outcome is not Outcome.OPEN or shown:
        rest = tuple(replace(one, standing=False) for one in judgement.unlisted)
        return replace(judgement, unlisted=rest)
    day = day_words(date.fromisoformat(waiver.date))
    reason = sentence(f"本地豁免（{waiver.by}，{day}）：{waiver.reason}")
    return Judgement(rule=judgement.rule, outcome=Outcome.NOT_APPLICABLE, reason=reason)
