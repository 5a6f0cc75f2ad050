"""What an amount of money that the prose states is worth."""

from collections.abc import Mapping
from decimal import Decimal

from govcheck.document.search import Match


def worth(match: Match, units: Mapping[str, Decimal]) -> Decimal | None:
    """Return the worth of a number (group 1) of a unit (group 2); None for what is neither."""
    number, unit = match.number(1), units.get(match.group(2))
    return None if number is None or unit is None else number * unit
