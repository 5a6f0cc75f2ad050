"""Who reports in the province: governments, their departments, townships and other bodies."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice, product
from typing import Final

_FIRST: Final = "青松白云石柳梅桃竹凤龙虎鹤鹿金银玉锦长安"
_SECOND: Final = "溪桥山河湖泉坪川岭沙塘岩谷洲湾原林峰潭渡"
_PLACES: Final = [one + other for other, one in product(_SECOND, _FIRST)]
PROVINCE: Final = "云岭省"
_BRANCHES: Final = (
    *("教育", "水务", "农业农村", "民政", "财政", "司法", "审计", "统计", "应急管理"),
    *("自然资源", "生态环境", "交通运输", "医疗保障", "市场监督管理", "文化和旅游", "卫生健康"),
    *("林业和草原", "住房和城乡建设", "人力资源和社会保障", "退役军人事务"),
)
_IN_PROVINCE: Final = ("教育", "水利", "民政", "财政", "司法", "交通运输", "自然资源")
_TOWNSHIPS: Final = 10
_COUNTIES: Final = 9


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A body: what it is called, what it is, and into whose report its figures go."""

    name: str
    kind: str
    """As ``AgencyKind`` has it."""
    short: str
    """What it calls itself: 我局."""
    superior: str | None


def roster(size: int) -> list[Unit]:
    """Return so many bodies; each government comes before those that report into it."""
    return list(islice(_units(), size))


def _units() -> Iterator[Unit]:
    top = f"{PROVINCE}人民政府"
    yield _government(top, None)
    yield _office(top)
    for branch in _IN_PROVINCE:
        yield Unit(name=f"{PROVINCE}{branch}厅", kind="department", short="我厅", superior=top)
    places = iter(_PLACES)
    for number in count():
        seat = next(places)
        city = f"{seat}市" if number % 3 else f"{seat}州"
        yield from _place(city, top, townships=False)
        for county in islice(places, _COUNTIES):
            unit = "县" if sum(map(ord, county)) % 4 else "区"
            yield from _place(f"{county}{unit}", f"{city}人民政府", townships=True)


def _place(place: str, superior: str, *, townships: bool) -> Iterator[Unit]:
    government = f"{place}人民政府"
    yield _government(government, superior)
    yield _office(government)
    for branch in _BRANCHES:
        yield Unit(
            name=f"{place}{branch}局", kind="department", short="我局", superior=government
        )
    if not townships:
        return
    for number, name in enumerate(_PLACES[-_TOWNSHIPS:]):
        unit, kind = _lowest(number)
        yield Unit(
            name=f"{place}{name}{unit}",
            kind=kind,
            short="街道" if kind == "sub-district" else "本镇" if unit[0] == "镇" else "本乡",
            superior=government,
        )


def _lowest(number: int) -> tuple[str, str]:
    if number % 5 == 0:
        return "街道办事处", "sub-district"
    return ("镇人民政府" if number % 2 else "乡人民政府"), "township"


def _government(name: str, superior: str | None) -> Unit:
    return Unit(
        name=name,
        kind="government",
        short="全市" if "市" in name else "全县",
        superior=superior,
    )


def _office(government: str) -> Unit:
    suffix = "厅" if government.startswith(PROVINCE) else "室"
    return Unit(
        name=f"{government}办公{suffix}", kind="department", short="我办", superior=government
    )
