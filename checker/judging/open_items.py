"""What a file leaves open, gathered by what it lacks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from govcheck.document.loss import Cause, Loss
from govcheck.judging.assessment import Finding, Judgement, OpenItem
from govcheck.judging.score import Score
from govcheck.kinds.remark import Outcome

_Key = tuple[Cause, str]


def gathered(
    findings: Sequence[Finding], judgements: Sequence[Judgement], score: Score
) -> tuple[tuple[Finding, ...], tuple[OpenItem, ...]]:
    """Return the findings with the open item of each, and the items, the costliest first.

    A rule that two losses leave open counts among both, its points with the first.
    """
    losses: dict[_Key, dict[str, Loss]] = {}
    for rule, loss in _losses(findings, judgements):
        losses.setdefault((loss.cause, loss.look_at), {}).setdefault(rule, loss)
    due = {one.rule: one.points for one in score.open_deductions}
    items = [_item(own, due) for own in losses.values()]
    items.sort(key=lambda item: -item.points)
    named = _numbered(items)
    places = {(item.cause, item.look_at): at for at, item in enumerate(named)}
    return tuple(_placed(finding, places) for finding in findings), tuple(named)


def _losses(
    findings: Sequence[Finding], judgements: Sequence[Judgement]
) -> Iterator[tuple[str, Loss]]:
    own: dict[str, list[Loss]] = {}
    decided = {finding.rule for finding in findings if finding.decision}
    for finding in findings:
        if finding.loss and finding.outcome is Outcome.OPEN and not finding.decision:
            own.setdefault(finding.rule, []).append(finding.loss)
    for judgement in judgements:
        whole = judgement.loss if judgement.rule not in decided else None
        lost = [whole] if whole and judgement.outcome is Outcome.OPEN else []
        for loss in (*lost, *own.get(judgement.rule, ())):
            for one in (loss, *loss.beside):
                yield judgement.rule, one


def _item(own: dict[str, Loss], due: dict[str, Decimal]) -> OpenItem:
    """Put what rules lack into an item, with the reason that most of them give."""
    rules = tuple(own)
    points = sum((due.pop(rule, Decimal(0)) for rule in rules), Decimal(0))
    ((loss, _),) = Counter(own.values()).most_common(1)
    return OpenItem(
        id="",
        cause=loss.cause,
        look_at=loss.look_at,
        reason=loss.reason,
        rules=rules,
        points=points,
    )


def _numbered(items: Sequence[OpenItem]) -> list[OpenItem]:
    """Name each after its cause; of several, by number."""
    total, seen = Counter(item.cause for item in items), Counter[Cause]()
    named = []
    for item in items:
        seen[item.cause] += 1
        number = f"-{seen[item.cause]}" if total[item.cause] > 1 else ""
        named.append(replace(item, id=f"{item.cause}{number}"))
    return named


def _placed(finding: Finding, places: dict[_Key, int]) -> Finding:
    loss = finding.loss
    if loss is None or finding.decision or finding.outcome is not Outcome.OPEN:
        return replace(finding, cause=None)
    return replace(finding, cause=places.get((loss.cause, loss.look_at)))
