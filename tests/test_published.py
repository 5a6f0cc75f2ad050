"""Published reports, where they are at hand: what is understood is what their index says."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from knowledge import KNOWLEDGE
from pages import IDS

from govcheck.checking import read
from govcheck.document.blocks import Image
from govcheck.document.report import AgencyKind, Document

_REPORTS = Path(__file__).parents[2] / "shared" / "reports"
_PUBLISHED = _REPORTS / "published"
_INDEX = _PUBLISHED / "index.jsonl"

pytestmark = pytest.mark.skipif(not _INDEX.exists(), reason="no published reports beside us")

_KINDS = {
    "市州政府": {AgencyKind.GOVERNMENT},
    "县区政府": {AgencyKind.GOVERNMENT},
    "部门": {AgencyKind.DEPARTMENT},
    "乡镇街道": {AgencyKind.TOWNSHIP, AgencyKind.SUB_DISTRICT},
    "其他": {AgencyKind.AUTHORISED, AgencyKind.OTHER},
}
_NAMED_OTHERWISE = frozenset(
    {
        "gh-hangzhou-2025",
        "gh-shuyang-2025",
        "dz-linkong-2022",
        "xs-houqiao-2023",
        "kmjk-zsj-2020",
        "hsj-ngq-2022",
    }
)
"""Reports that write their body's name otherwise than the index does."""


def _entries(folder: str = "", completeness: str = "") -> list[Any]:
    if not _INDEX.exists():
        return []
    entries = map(json.loads, _INDEX.read_text("utf-8").splitlines())
    return [
        pytest.param(entry, id=entry["id"])
        for entry in entries
        if entry["file"].startswith(folder) and entry["completeness"].startswith(completeness)
    ]


def _read(path: Path) -> Document:
    return read(path.read_bytes(), name=path.name, knowledge=KNOWLEDGE)


@pytest.mark.parametrize("entry", _entries())
def test_nothing_is_understood_wrongly(entry: Mapping[str, Any]) -> None:
    """What the text does not tell may stay unknown; what is said must be right."""
    document = _read(_PUBLISHED / entry["file"])
    assert document.parts or document.title or document.passages["body"].text
    if document.year and entry["fiscal_year"]:
        assert document.year == entry["fiscal_year"]
    if document.agency_kind and entry["agency_kind"] in _KINDS:
        known = _KINDS[entry["agency_kind"]]
        assert document.agency_kind in known
    if document.agency and entry["id"] not in _NAMED_OTHERWISE:
        whole = iter(entry["agency"])
        assert all(character in whole for character in document.agency.value)
    known_region = entry["region_province"], entry["region_prefecture"] or ""
    if all(known_region):
        assert all(map(str.startswith, known_region, document.region))
    if document.published and entry["publish_date"]:
        assert document.published[0].value.isoformat().startswith(entry["publish_date"])


@pytest.mark.parametrize("entry", _entries("html/", "whole"))
def test_whole_pages_are_understood_whole(entry: Mapping[str, Any]) -> None:
    document = _read(_PUBLISHED / entry["file"])
    assert document.agency is not None
    assert document.agency.value == entry["agency"]
    assert document.year == entry["fiscal_year"]
    assert [part.id for part in document.parts] == IDS
    dates = [found.value.isoformat() for found in document.published]
    assert dates == ([entry["publish_date"]] if entry["publish_date"] else [])


@pytest.mark.parametrize("name", ["kunming-2020.html", "kunming-2020.txt"])
def test_a_page_in_traditional_characters_with_an_advertisement(name: str) -> None:
    document = _read(_REPORTS / name)
    assert document.agency is not None
    assert document.agency.value == "昆明市人民政府"
    assert document.region == ("云南", "昆明")
    assert document.year == 2020
    assert document.form.id == "form-2019"
    assert [found.value for found in document.published] == [date(2021, 3, 15)]
    assert [part.id for part in document.parts] == IDS
    pictures = [block.table for block in document.body if isinstance(block, Image)]
    assert [table for table in pictures if table] == [
        "proactive-1",
        "applications",
        "review-litigation",
    ]
    assert document.furniture[-1].text.normal.endswith("通用APP")
