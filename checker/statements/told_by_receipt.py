"""Totals told by the year of receipt: 办结88件，其中当年受理的83件、上年结转的5件."""

from govcheck.statements.breakdowns import Breakdown


def told_by_receipt(breakdown: Breakdown) -> bool:
    """Whether the items are this year's and last year's, beside which there is no third."""
    words = breakdown.vocabulary.pattern
    years = (words("quantities.of_this_year"), words("quantities.of_last_year"))
    told = [[bool(one.match(item.subject)) for one in years] for item in breakdown.items]
    alike = {item.unit for item in breakdown.items} == {breakdown.total.unit}
    return alike and sorted(told) == [[False, True], [True, False]]
