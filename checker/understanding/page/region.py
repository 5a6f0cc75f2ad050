"""The region that a document comes from: province, prefecture, county."""

import re
from collections.abc import Iterable, Sequence

from govcheck.understanding.page.places import (
    PROVINCES,
    YUNNAN_COUNTIES,
    YUNNAN_PREFECTURES,
    bare,
)

_ANY_PROVINCE = "|".join(PROVINCES)
_PROVINCE = re.compile(f"({_ANY_PROVINCE})(省|市|(?:壮族|回族|维吾尔)?自治区)?")
_PROVINCIAL = re.compile(
    f"({_ANY_PROVINCE})(?:省|(?:壮族|回族|维吾尔)?自治区|(?:(?<=北京)|(?<=天津)|(?<=上海)|(?<=重庆))市)"
    "(?:人民)?(?:政府|实施|政务|规范|行政|信息)"
)
_UNIT = re.compile("([一-鿿]{1,8}?)(?:市|自治州|州(?![市县区])|盟|地区|自治县|县|区|旗)")
_NATIONALITY = re.compile("[一-鿿]{1,3}族")
_HOST = re.compile(r"(?:^|[/.@])(yn|km)\.gov\.cn", re.IGNORECASE)
_HOSTS = {"yn": ("云南",), "km": ("云南", "昆明")}
_SEPARATORS = re.compile(r"[/\s、，,>-]+")
_UNITS = 2
_GOVERNMENT = re.compile("[一-鿿]{2,12}?(?:人民政府|政府办)")
_ZONE = re.compile("[一-鿿]{0,8}?(?:园区|开发区|经开区|高新区|度假区|合作区)")


def region_of(
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
    if given:
        return _given(given)
    for name in names:
        region = _named(name)
        if region:
            return region
    for address in addresses:
        host = _HOST.search(address)
        if host:
            return _HOSTS[host[1].lower()]
    provinces = set(_PROVINCIAL.findall(words))
    if len(provinces) == 1 and "云南" not in provinces:
        return (*provinces, *(_units(names[0]) if names else ()))
    return _superior(opening) if provinces <= {"云南"} else ()


def _given(region: str) -> tuple[str, ...]:
    """Return a region as the user states it: 云南, 云南/昆明, 昆明, 昆明市官渡区."""
    parts = [part for part in _SEPARATORS.split(region) if part]
    if len(parts) > 1:
        return (_PROVINCE.sub(r"\1", parts[0]), *map(_short, parts[1:]))
    named = (_named(region + unit) for unit in ("", "市", "州", "县", "区"))
    return next((found for found in named if found), (region,))


def _short(name: str) -> str:
    return bare(name) if name[-1] in "市州县区" else name


def _named(name: str) -> tuple[str, ...]:
    """Return the region that a name begins with; without a province only one of Yunnan."""
    province = _PROVINCE.match(name)
    rest = name[province.end() :] if province else name
    if province and province[1] != "云南":
        if province[2] or (_UNIT.match(rest) and not _NATIONALITY.match(rest)):
            return (province[1], *_units(rest))
        return ()
    prefecture = _match(rest, YUNNAN_PREFECTURES)
    county = _match(rest[prefecture[1] :] if prefecture else rest, YUNNAN_COUNTIES)
    if county and (prefecture is None or YUNNAN_COUNTIES[county[0]] == prefecture[0]):
        return ("云南", bare(YUNNAN_COUNTIES[county[0]]), bare(county[0]))
    if prefecture:
        return ("云南", bare(prefecture[0]))
    return ("云南",) if province else ()


def _match(name: str, places: Iterable[str]) -> tuple[str, int] | None:
    """Return the place that a name begins with, and where the name goes on behind it."""
    for place in places:
        stem = bare(place)
        if not name.startswith(stem):
            continue
        if name.startswith(place):
            return place, len(place)
        official = re.compile(f"[一-鿿]{{1,12}}?自治{place[-1]}").match(name, len(stem))
        end = (official if place[-1] in "州县" else None) or _ZONE.match(name, len(stem))
        if end:
            return place, end.end()
    return None


def _units(name: str) -> tuple[str, ...]:
    """Return the names of the prefecture and county that a name begins with."""
    found: list[str] = []
    start = 0
    while len(found) < _UNITS and (match := _UNIT.match(name, start)):
        found.append(match[1])
        start = match.end()
    return tuple(found)


def _superior(opening: str) -> tuple[str, ...]:
    """Return the region of the government in Yunnan whose orders a document follows."""
    for government in _GOVERNMENT.finditer(opening):
        for start in range(government.start(), government.end()):
            region = _named(opening[start : government.end()])
            if len(region) > 1:
                return region
    return ("云南",) if _PROVINCIAL.search(opening) else ()
