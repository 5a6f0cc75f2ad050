"""What is said of rates: that one is not what its figures make, or that none make it."""

from decimal import Decimal
from typing import Final

from govcheck.document.figure import Figure, Relation
from govcheck.document.naming import plain
from govcheck.document.report import Document
from govcheck.kinds.remark import Doubt, Violation
from govcheck.statements.stated import evidence, written

_MOST_COUNTS: Final = 6
"""A message lists no more figures of a sentence."""


def differs(
    document: Document, rate: Figure, worked: str, name: str, part: Figure | None
) -> Violation:
    """Show the rate, and the amount that it is of: where that is wrong, both are one slip."""
    stated = evidence(document, rate)
    of = (evidence(document, part),) if part else ()
    values = {
        "words": stated.quote,
        "rate": plain(rate.value) + "%",
        "worked_out": worked,
        "name": name,
    }
    return Violation(values=values, evidence=(stated, *of))


def beyond_all(document: Document, rates: list[Figure]) -> Doubt:
    """Ask about shares of one whole that come to more than all of it."""
    added = "＋".join(plain(rate.value) for rate in rates)
    come = plain(sum((rate.value for rate in rates), Decimal(0)))
    reason = f"同一总数的各项占比{added}＝{come}%，超过100%：各项是否互有重复，请核实"
    return Doubt(reason=reason, evidence=tuple(evidence(document, rate) for rate in rates))


def unproved_rates(document: Document, rates: list[Figure]) -> Doubt:
    """Ask about rates that no figures beside them make, and say which ones do not."""
    told = "；".join(_unproved(document, rate) for rate in rates)
    shown = tuple(evidence(document, rate) for rate in rates)
    return Doubt(reason=f"{told}，请核实，或者写明所据的数", evidence=shown)


def _unproved(document: Document, rate: Figure) -> str:
    said = f"{plain(rate.value)}%"
    if rate.relation is Relation.CHANGE:
        return f"{said}：正文没有写所比年度的同口径数，无从核算"
    counts = [
        written(document, one)
        for one in document.figures
        if one.sentence == rate.sentence and one.relation is Relation.COUNT
    ]
    if not counts:
        return f"{said}：由表内的数算不出"
    return f"{said}：由同句所写的{'、'.join(counts[:_MOST_COUNTS])}算不出"
