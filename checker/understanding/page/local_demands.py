"""Which of the demands that places make speak of a document's body and year."""

from collections.abc import Iterable
from typing import Final

from govcheck.document.demand import Demand, Level
from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary

_PREFECTURE: Final = 2
"""A region of so many names ends with a prefecture; a longer one with a county."""


def demands_on(
    demands: Iterable[Demand],
    *,
    name: str,
    kind: AgencyKind | None,
    region: tuple[str, ...],
    year: int | None,
    vocabulary: Vocabulary,
) -> tuple[Demand, ...]:
    """Return the demands that bind a body; of what is not known of it, none.

    ``name`` is the body's, ``region`` where it is, outermost first, as far as known.
    """
    if year is None:
        return ()
    body = _Body(name, region, vocabulary)
    return tuple(
        demand
        for demand in demands
        if demand.speaks_for(year)
        and (not demand.agencies or kind in demand.agencies)
        and body.lies_in(demand.place)
        and (demand.level is None or body.level(demand.place) is demand.level)
    )


class _Body:
    """A body by its name and region."""

    def __init__(self, name: str, region: tuple[str, ...], vocabulary: Vocabulary) -> None:
        province = vocabulary.pattern("places.province").match(name)
        self._of_province = bool(province and province[2])
        self._region = region
        self._name = name[province.end() :] if province else name
        unit = vocabulary.pattern("places.unit")
        first = unit.match(self._name)
        self._first = first[0] if first else ""
        self._second = unit.match(self._name, first.end()) if first else None

    def lies_in(self, place: tuple[str, ...]) -> bool:
        """Whether the body is of this place or of one in it.

        Where no province is known, a prefecture is known by its own name, which no other has.
        """
        region = self._region
        if len(region) >= len(place) and all(map(str.startswith, region, place)):
            return True
        if len(place) < _PREFECTURE or len(region) > 1:
            return False
        if region and region[0].startswith(place[-1]):
            return True
        return not region and self._first.startswith(place[-1])

    def level(self, place: tuple[str, ...]) -> Level | None:
        """Return the level of the body's government, or None when its name does not tell."""
        if len(self._region) > _PREFECTURE or self._second:
            return Level.COUNTY
        if not self._first:
            return Level.PROVINCE if self._of_province else None
        known = max(self._region, place, key=len)
        if len(known) < _PREFECTURE:
            return None
        own = self._first.startswith(known[1])
        return Level.PREFECTURE if own else Level.COUNTY
