"""The region that a document comes from: province, prefecture, county."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.page.gazetteer import gazetteer_of

_SEPARATORS: Final = late_pattern(r"[/\s、，,>-]+")
_PREFECTURE: Final = 2
"""A prefecture is named by so many places: 云南, 昆明."""


def region_of(
    vocabulary: Vocabulary,
    names: Sequence[str],
    *,
    given: str | None,
    openings: Sequence[str],
    words: str,
    addresses: Iterable[str],
    contact: str,
    below_county: bool,
) -> tuple[str, ...]:
    """Return the region, outermost first, as far as it can be known.

    ``names`` are those of the body and of whom it says to ask, the best first; in ``openings``
    the document presents itself, ``words`` is all its text; ``addresses`` are those of its own
    site; ``contact`` says where to write to, in its own county if it is ``below_county``.
    """
    regions = _Regions(vocabulary)
    if given:
        return regions.given(given)
    found = chain(
        map(regions.named, names),
        map(regions.places.hosted, addresses),
        map(regions.superior, openings),
        [regions.addressed(contact)[: None if below_county else _PREFECTURE]],
        [regions.only_province(words)],
    )
    return next((region for region in found if region), ())


def stated_region(vocabulary: Vocabulary, region: str) -> tuple[str, ...]:
    """Return what a user states, outermost first: 昆明市官渡区 is 云南, 昆明, 官渡."""
    return _Regions(vocabulary).given(region)


def is_known_region(vocabulary: Vocabulary, region: str) -> bool:
    """Tell whether what a user states is a region: a province, or a place listed in one.

    Of a province whose places are not listed any place is taken.
    """
    return _Regions(vocabulary).knows(region)


def is_listed_region(vocabulary: Vocabulary, region: str) -> bool:
    """Tell whether all of what is stated is known: its county too is listed, or is a zone."""
    return _Regions(vocabulary).lists(region)


def known_regions(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield provinces and their prefectures as a user may state them: 云南, 昆明, 云南/昆明."""
    bare = _Regions(vocabulary).places.bare
    yield from vocabulary.words["places.provinces"]
    for province in vocabulary.places:
        for one in province.prefectures:
            yield from (bare(one.name), f"{province.name}/{bare(one.name)}")


def known_counties(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield counties as a rule states them: 云南/昆明/官渡."""
    yield from map("/".join, _Regions(vocabulary).places.counties)


def _parts(region: str) -> list[str]:
    return [part for part in _SEPARATORS.split(region) if part]


class _Regions:
    """Reads regions off names, by the places that a vocabulary lists."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._units = vocabulary.words["places.units"]
        self._provinces = frozenset(vocabulary.words["places.provinces"])
        self.places = gazetteer_of(
            vocabulary.places, (*self._units, *vocabulary.words["places.rare_units"])
        )
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

    def lists(self, region: str) -> bool:
        """Tell whether nothing of what is stated is left over, as a misspelt county is."""
        parts, stated = _parts(region), self.given(region)
        if not self.knows(region):
            return False
        zone = self._pattern("places.zone").search(parts[-1])
        if zone or len(stated) == 1 or stated[0] not in self.places.listed:
            return True
        if len(parts) == 1:
            official = self._pattern("places.autonomous_place").search(parts[0])
            return bool(official) or self.places.bare(parts[0]).endswith(stated[-1])
        return len(stated) == _PREFECTURE or stated in self.places.counties

    def _with_unit(self, name: str) -> tuple[str, ...]:
        """Return the region that a name says most of, with a unit behind it or without."""
        named = (self.named(name + unit) for unit in ("", *self._units))
        return max(named, key=len)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the region that a name begins with; without a province only a listed one."""
        name = self._pattern("places.national").sub("", name)
        province = self._pattern("places.province").match(name)
        if province:
            rest = name[province.end() :]
            region = self._within(province[1], rest)
            if region:
                return region
            own = (self._pattern(f"places.{name}") for name in ("zone", "provincial_body"))
            if province[2] or any(pattern.match(rest) for pattern in own):
                return (province[1],)
        return self.places.region(name, None, self._rest_of_name)

    def _within(self, province: str, rest: str) -> tuple[str, ...]:
        if province not in self.places.listed:
            return ()
        return self.places.region(rest, province, self._rest_of_name)

    def addressed(self, contact: str) -> tuple[str, ...]:
        """Return the region of an address; of a county, its bodies need not sit there."""
        address = self._pattern("places.address").search(contact)
        return self.named(address[1]) if address else ()

    def only_province(self, words: str) -> tuple[str, ...]:
        """Return the one province whose government a text speaks of."""
        provinces = {match[1] for match in self._pattern("places.provincial").finditer(words)}
        return tuple(provinces) if len(provinces) == 1 else ()

    def superior(self, opening: str) -> tuple[str, ...]:
        """Return the region of the government whose orders a document follows."""
        chance = self._pattern("places.by_chance")
        for government in self._pattern("places.government").finditer(opening):
            for start in range(government.start(), government.end()):
                if chance.match(opening, start):
                    continue
                region = self.named(opening[start : government.end()])
                if len(region) > 1:
                    return region
        return ()

    def _rest_of_name(self, name: str, place: str, start: int) -> int | None:
        """Return where a place's name ends that goes on otherwise than it is listed.

        A zone seldom goes by the name of a district: 东湖高新区 is not in 东湖区.
        """
        official = self._pattern("places.autonomous_place").match(name, start)
        if official and official[0][-1] == place[-1]:
            return official.end()
        if self._pattern("places.district").search(place):
            return None
        zone = self._pattern("places.zone").match(name, start)
        return zone.end() if zone else None
