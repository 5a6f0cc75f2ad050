"""The region that a document comes from: province, prefecture, county."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.gazetteer import gazetteer_of

_SEPARATORS: Final = re.compile(r"[/\s、，,>-]+")
_UNITS: Final = 2


def region_of(
    vocabulary: Vocabulary,
    names: Sequence[str],
    *,
    given: str | None,
    opening: str,
    words: str,
    addresses: Iterable[str],
) -> tuple[str, ...]:
    """Return the region, outermost first, as far as it can be known.

    ``names`` are those of the body, the best first; ``opening`` is where the
    document presents itself, ``words`` all its text;
    ``addresses`` are those of its own site.
    """
    regions = _Regions(vocabulary)
    if given:
        return regions.given(given)
    for name in names:
        region = regions.named(name)
        if region:
            return region
    for address in addresses:
        region = regions.places.hosted(address)
        if region:
            return region
    provinces = {match[1] for match in vocabulary.pattern("places.provincial").finditer(words)}
    if len(provinces) == 1 and regions.places.listed.isdisjoint(provinces):
        return (*provinces, *(regions.units(names[0]) if names else ()))
    return regions.superior(opening) if provinces <= regions.places.listed else ()


def is_known_region(vocabulary: Vocabulary, region: str) -> bool:
    """Tell whether what a user states is a region: a province, or a place listed in one.

    Of a province whose places are not listed any place is taken: 江苏/宿迁.
    """
    return _Regions(vocabulary).knows(region)


def _parts(region: str) -> list[str]:
    return [part for part in _SEPARATORS.split(region) if part]


class _Regions:
    """Reads regions off names, by the places that a vocabulary lists."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._units = vocabulary.words["places.units"]
        self._provinces = frozenset(vocabulary.words["places.provinces"])
        self.places = gazetteer_of(vocabulary.places, self._units)
        self._pattern = vocabulary.pattern

    def given(self, region: str) -> tuple[str, ...]:
        """Return a region as the user states it: 云南, 云南/昆明, 昆明, 昆明市官渡区."""
        parts = _parts(region)
        if len(parts) > 1:
            province = self._pattern("places.province").sub(r"\1", parts[0])
            return (province, *map(self.places.bare, parts[1:]))
        return self._with_unit(region) or (region,)

    def knows(self, region: str) -> bool:
        """Tell whether what the user states is a province, or a place that is known in one."""
        parts = _parts(region)
        if not parts or self.given(region)[0] not in self._provinces:
            return False
        province, *places = self.given(region)
        if len(parts) == 1:
            lead = self._pattern("places.province").match(parts[0])
            return bool(places) or (lead is not None and lead.end() == len(parts[0]))
        if province not in self.places.listed:
            return True
        return len(self._with_unit(province + parts[1])) > 1

    def _with_unit(self, name: str) -> tuple[str, ...]:
        """Return the region that a name says most of, with a unit behind it or without."""
        named = (self.named(name + unit) for unit in ("", *self._units))
        return max(named, key=len)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the region that a name begins with; without a province only a listed one."""
        province = self._pattern("places.province").match(name)
        rest = name[province.end() :] if province else name
        if province and province[1] not in self.places.listed:
            return self._unlisted(province, rest)
        of = province[1] if province else None
        region = self.places.region(rest, of, self._rest_of_name)
        return region or ((province[1],) if province else ())

    def _unlisted(self, province: re.Match[str], rest: str) -> tuple[str, ...]:
        unit, nationality = self._pattern("places.unit"), self._pattern("places.nationality")
        if province[2] or (unit.match(rest) and not nationality.match(rest)):
            return (province[1], *self.units(rest))
        return ()

    def units(self, name: str) -> tuple[str, ...]:
        """Return the names of the prefecture and county that a name begins with."""
        unit = self._pattern("places.unit")
        found: list[str] = []
        start = 0
        while len(found) < _UNITS and (match := unit.match(name, start)):
            found.append(match[1])
            start = match.end()
        return tuple(found)

    def superior(self, opening: str) -> tuple[str, ...]:
        """Return the region of the government whose orders a document follows."""
        for government in self._pattern("places.government").finditer(opening):
            for start in range(government.start(), government.end()):
                region = self.named(opening[start : government.end()])
                if len(region) > 1:
                    return region
        province = self._pattern("places.provincial").search(opening)
        return (province[1],) if province else ()

    def _rest_of_name(self, name: str, place: str, start: int) -> int | None:
        """Return where a place's name ends that goes on otherwise than it is listed."""
        official = self._pattern("places.autonomous_place").match(name, start)
        if official and official[0][-1] == place[-1]:
            return official.end()
        zone = self._pattern("places.zone").match(name, start)
        return zone.end() if zone else None
