"""Places that are known by name: which one a name begins with, and whose a site is."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from govcheck.document.vocabulary import Province
from govcheck.late_pattern import late_pattern

_SHORTEST: Final = 2

RestOfName = Callable[[str, str, int], int | None]
"""Returns where ``name[start:]`` ends as the rest of a place's full name, or None."""
Region = tuple[str, ...]


Bare = Callable[[str], str]
"""Returns the name of a place without 市, 州, 县 or 区."""


@cache
def gazetteer_of(provinces: tuple[Province, ...], units: tuple[str, ...]) -> "Gazetteer":
    """Return the places of these provinces, made ready once."""
    return Gazetteer(provinces, units)


class Gazetteer:
    """The places of some provinces; ``units`` is what they may be called without: 市."""

    def __init__(self, provinces: tuple[Province, ...], units: tuple[str, ...]) -> None:
        """Make the places ready to be looked up."""
        self._units = tuple(sorted(units, key=len, reverse=True))
        self.listed: frozenset[str] = frozenset(one.name for one in provinces)
        self._all = provinces
        self._provinces: Mapping[str, _Places] = {
            one.name: _Places(one, self.bare) for one in provinces
        }
        self._beginning: dict[str, set[str]] = {}
        """First characters of names of places, and the provinces that have such."""
        for name, places in self._provinces.items():
            for begun in places.beginnings:
                self._beginning.setdefault(begun, set()).add(name)
        self._hosts: Mapping[str, Region] = dict(self._hosted(provinces))
        hosts = "|".join(map(re.escape, self._hosts))
        self._host = late_pattern(rf"(?:^|[/.@])({hosts})\.gov\.cn", re.IGNORECASE)

    def bare(self, name: str) -> str:
        """Return the name of a place without its unit: 昆明; 云县 and 芒市 keep theirs."""
        unit = next((one for one in self._units if name.endswith(one)), "")
        stem = name.removesuffix(unit)
        return stem if len(stem) >= _SHORTEST else name

    @property
    def counties(self) -> Iterator[Region]:
        """The regions of all counties, in the order in which they are listed."""
        for province in self._all:
            for one in province.prefectures:
                above = (province.name, self.bare(one.name))
                yield from ((*above, self.bare(county)) for county in one.counties)

    def hosted(self, address: str) -> Region:
        """Return the region whose site an address is on, or nothing."""
        host = self._host.search(address)
        places = self._hosts.get(host[1].lower(), ()) if host else ()
        return (*places[:1], *map(self.bare, places[1:]))

    def region(self, name: str, province: str | None, rest: RestOfName) -> Region:
        """Return the one region that a name begins with, of a province if that is known."""
        asked = [province] if province else self._beginning.get(name[:_SHORTEST], ())
        found = {self._provinces[one].region(name, rest) for one in asked} - {()}
        return found.pop() if len(found) == 1 else ()

    def _hosted(self, provinces: Iterable[Province]) -> Iterator[tuple[str, Region]]:
        """Yield hosts and the full names of the places whose sites they are."""
        for province in provinces:
            yield from ((host, (province.name,)) for host in province.hosts)
            for one in province.prefectures:
                yield from ((host, (province.name, one.name)) for host in one.hosts)


class _Places:
    """The prefectures and counties of one province."""

    def __init__(self, province: Province, bare: Bare) -> None:
        self._province = province.name
        self._bare = bare
        above: dict[str, list[str]] = {}
        for one in province.prefectures:
            for county in one.counties:
                above.setdefault(county, []).append(one.name)
        self._above: Mapping[str, list[str]] = above
        self._prefectures = _Index((one.name for one in province.prefectures), bare)
        self._counties = _Index(above, bare)
        self._within = {one.name: one.counties for one in province.prefectures}

    def region(self, name: str, rest: RestOfName) -> Region:
        """Return the region that a name begins with; a county of two prefectures is none."""
        prefecture = self._prefectures.match(name, rest)
        if prefecture:
            place, end = prefecture
            counties = _Index(self._within[place], self._bare)
            county = counties.match(name[end:], rest)
            return self._named(place, *(county[:1] if county else ()))
        county = self._counties.match(name, rest)
        above = self._above[county[0]] if county else []
        return self._named(*above, county[0]) if county and len(above) == 1 else ()

    @property
    def beginnings(self) -> frozenset[str]:
        """The first characters of the names of its places."""
        return self._prefectures.beginnings | self._counties.beginnings

    def _named(self, *places: str) -> Region:
        return (self._province, *map(self._bare, places))


class _Index:
    """Places by the first characters of their names, which each name has."""

    def __init__(self, places: Iterable[str], bare: Bare) -> None:
        self._bare = bare
        self._places: dict[str, list[str]] = {}
        for place in places:
            self._places.setdefault(place[:_SHORTEST], []).append(place)

    @property
    def beginnings(self) -> frozenset[str]:
        """The first characters of their names."""
        return frozenset(self._places)

    def match(self, name: str, rest: RestOfName) -> tuple[str, int] | None:
        """Return the place that a name begins with, and where the name goes on behind it."""
        for place in self._places.get(name[:_SHORTEST], ()):
            stem = self._bare(place)
            if not name.startswith(stem):
                continue
            if name.startswith(place):
                return place, len(place)
            end = rest(name, place, len(stem))
            if end:
                return place, end
        return None
