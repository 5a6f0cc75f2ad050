"""The desk: many reports ranked, filtered and exported."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from served import FLAWED, SOUND, Served, page_of, serving


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as server:
        yield server


def test_many_reports_are_ranked_filtered_and_exported(served: Served) -> None:
    files = [("files", (f"{name}.html", content)) for name, content in _bodies()]
    with served.browser() as browser:
        assert browser.post("/desk/reports", files=files).status_code == 303
        while "data-running" in (desk := browser.get("/desk").text):
            pass
        assert [desk.index(name) for name, _ in _bodies()[:2]] == sorted(
            desk.index(name) for name, _ in _bodies()[:2]
        )
        assert "坏文件" in desk
        only = browser.get("/desk", params={"q": "水务局", "state": "审毕"}).text
        assert "好的" in only
        assert "差的.html" not in only
        table = browser.get("/desk/files/reports.csv").content.decode("utf-8-sig")
        assert table.splitlines()[0].startswith("名次,单位")
        assert len(table.splitlines()) == 3
        results = browser.get("/desk/files/results.jsonl").content.splitlines()
        assert {json.loads(one)["verdict"] for one in results} == {"合格", "不合格"}
        assert "待办" in browser.get("/desk/items").text
        assert browser.post("/desk/seen").status_code == 303
        assert "坏文件" not in browser.get("/desk").text


def _bodies() -> list[tuple[str, bytes]]:
    return [("好的", SOUND), ("差的", FLAWED), ("坏文件", b"\0\1" * 99)]


def test_cells_are_no_formulas(served: Served) -> None:
    with served.browser() as browser:
        page_of(browser, SOUND, name="=1+1.html")
        table = browser.get("/desk/files/reports.csv").content.decode("utf-8-sig")
    assert ",'=1+1.html," in table


def test_files_of_one_body_are_each_shown_until_mended(served: Served) -> None:
    other = SOUND.replace(b"</h1>", "</h1><p>另有安排。</p>".encode(), 1)
    files = [("files", ("甲.html", SOUND)), ("files", ("乙.html", other))]
    with served.browser() as browser:
        browser.post("/desk/reports", files=files)
        while "data-running" in (desk := browser.get("/desk").text):
            pass
        assert _names(browser) == {"甲.html", "乙.html"}
        for path in re.findall(r'href="(/reports/[\w-]+)"', desk):
            assert "与上一稿相比" not in browser.get(path).text
        browser.post("/desk/reports", files=[("files", ("甲.html", SOUND + b"<!-- -->"))])
        while "data-running" in browser.get("/desk").text:
            pass
        assert _names(browser) == {"甲.html", "乙.html"}
        assert "与上一稿相比" in page_of(browser, other + b"<!-- -->", name="新稿.html").text
        assert _names(browser) == {"乙.html", "新稿.html"}


def _names(browser: Any) -> set[str]:  # noqa: ANN401 - untyped where httpx is missing
    lines = browser.get("/desk/files/results.jsonl").text.splitlines()
    return {json.loads(one)["input"]["name"] for one in lines}
