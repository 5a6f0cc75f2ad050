"""Another province is a file: its places and sites are recognised without a line of code."""

import pytest
from pages import page_of

import govcheck
from govcheck.document.knowledge import Knowledge
from govcheck.document.source import Source
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.region import is_known_region
from govcheck.understanding.understand import understand

PLACES = """\
id: places
title: 云岭省地名
words:
  provinces: [云岭]
  units: [地区]
places:
  云岭:
    hosts: [yunling]
    prefectures:
      青禾市:
        hosts: [qinghe]
        counties: [松茂县, 白石区, 鼓楼区]
      大河地区:
        counties: [河源县, 鼓楼区, 官渡区]
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("sets") / "yunling"
    (folder / "vocabulary").mkdir(parents=True)
    (folder / "vocabulary" / "places.yaml").write_text(PLACES, "utf-8")
    return load_rulebook(extra=[folder]).knowledge


def _region(
    knowledge: Knowledge,
    agency: str = "",
    *,
    given: str | None = None,
    address: str = "",
    words: str = "",
) -> tuple[str, ...]:
    title = f"{agency}2024年政府信息公开工作年度报告"
    page = page_of(title, words, "一、总体情况", "没有。", meta={"canonical": address})
    hints = Hints(region=given)
    return understand(page, source=Source(name="页面"), knowledge=knowledge, hints=hints).region


@pytest.mark.parametrize(
    ("agency", "region"),
    [
        ("云岭省财政厅", ("云岭",)),
        ("云岭省青禾市教育局", ("云岭", "青禾")),
        ("青禾市松茂县人民政府", ("云岭", "青禾", "松茂")),
        ("松茂县教育局", ("云岭", "青禾", "松茂")),
        ("松茂彝族自治县教育局", ("云岭", "青禾", "松茂")),
        ("大河地区行署", ("云岭", "大河")),
        ("河源县水务局", ("云岭", "大河", "河源")),
        ("大河地区鼓楼区教育局", ("云岭", "大河", "鼓楼")),
        ("青禾市鼓楼区教育局", ("云岭", "青禾", "鼓楼")),
        ("昆明市官渡区教育局", ("云南", "昆明", "官渡")),
    ],
)
def test_a_listed_place_is_recognised(
    knowledge: Knowledge, agency: str, region: tuple[str, ...]
) -> None:
    assert _region(knowledge, agency) == region


@pytest.mark.parametrize("agency", ["官渡区教育局", "鼓楼区教育局"])
def test_a_county_of_two_places_is_not_guessed(knowledge: Knowledge, agency: str) -> None:
    assert _region(knowledge, agency) == ()


@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("https://www.yunling.gov.cn/a.html", ("云岭",)),
        ("https://jyj.qinghe.gov.cn/a.html", ("云岭", "青禾")),
        ("https://www.km.gov.cn/a.html", ("云南", "昆明")),
    ],
)
def test_a_listed_site_is_recognised(
    knowledge: Knowledge, address: str, region: tuple[str, ...]
) -> None:
    assert _region(knowledge, address=address) == region


@pytest.mark.parametrize(
    ("given", "region"),
    [("大河", ("云岭", "大河")), ("云岭省/大河地区", ("云岭", "大河"))],
)
def test_a_listed_place_can_be_stated(
    knowledge: Knowledge, given: str, region: tuple[str, ...]
) -> None:
    assert _region(knowledge, given=given) == region


def test_a_superior_of_the_province_is_recognised(knowledge: Knowledge) -> None:
    words = "根据青禾市人民政府的要求，编制本报告，共有六个部分。"
    assert _region(knowledge, words=words) == ("云岭", "青禾")


def test_without_the_file_nothing_is_known_of_it() -> None:
    knowledge = load_rulebook().knowledge
    assert _region(knowledge, "松茂县教育局") == ()


@pytest.mark.parametrize(
    "region",
    [
        "云岭",
        "云岭省",
        "大河",
        "大河地区",
        "云岭/大河",
        "云岭省大河地区",
        "江苏/宿迁",
        "江苏省宿迁市",
        "宿迁",
    ],
)
def test_a_region_that_there_is_may_be_stated(knowledge: Knowledge, region: str) -> None:
    assert is_known_region(knowledge.vocabulary, region)


@pytest.mark.parametrize(
    "region",
    [
        "火星",
        "火星/大河",
        "云岭/火星",
        "云岭火星",
        "火星市",
        "",
        " ",
        "/",
        "大河火星",
        "宿迁火星",
    ],
)
def test_a_region_that_there_is_not_is_known(knowledge: Knowledge, region: str) -> None:
    assert not is_known_region(knowledge.vocabulary, region)


def test_the_api_refuses_a_region_that_there_is_not() -> None:
    with pytest.raises(govcheck.Unusable, match="没有地区“火星”"):
        govcheck.check(b"", region="火星")
