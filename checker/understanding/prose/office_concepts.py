"""What a figure counts of what the office decided or charged: 作出行政许可12件, 收费3.2万元."""

from typing import Final

from govcheck.understanding.prose.concept_ids import DECISIONS
from govcheck.understanding.prose.concepts import Concepts

_JOINTS: Final = "，、"


def office_concept(
    concepts: Concepts, before: str, unit: str, *, listed: bool = False
) -> str | None:
    """Return the concept of a figure that counts what the office decided or charged.

    ``listed`` with the table that counts decisions, one needs no verb: 行政许可12件.
    """
    if concepts.quantity("money").fullmatch(unit):
        return "charges.collected" if concepts.words("charged").search(before) else None
    counts = concepts.quantity("decision_units").fullmatch(unit)
    return _decision(concepts, before, listed=listed) if counts else None


def fee_concept(concepts: Concepts, before: str, unit: str) -> str | None:
    """Return the concept of a sum of money that was charged for information."""
    money = concepts.quantity("money").fullmatch(unit)
    charged = money and concepts.words("fee_charged").search(before)
    return "fee.received" if charged else None


def _decision(concepts: Concepts, before: str, *, listed: bool) -> str | None:
    """Return the concept of a figure right behind 作出行政许可 or 办理行政处罚案件.

    What goes on in a list, without a word of its own, is what the list is of.
    """
    found = concepts.words("decisions").search(before)
    if found is None:
        return None
    name = next(name for name in DECISIONS if found[name])
    if found["made"]:
        return f"decided.{name}"
    goes_on = found.start() == 1 and before[0] in _JOINTS
    bare = listed and concepts.words("listed").fullmatch(before[: found.start()])
    loosely = (found["dealt"] or found["decision"] or bare) and not goes_on
    return f"dealt_with.{name}" if loosely else None
