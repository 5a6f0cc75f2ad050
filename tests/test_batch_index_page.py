"""The index of a batch in a browser: filters, map, no barrier, nothing loaded, two pages."""

import re
from pathlib import Path
from typing import Any

import pytest
from browsers import require_no_barrier
from msgspec.structs import replace
from overviews import BOOK, overview

from govcheck.reports.batch.overview import Overview
from govcheck.reports.batch.to_html import to_html


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(overview(), tmp_path_factory)


@pytest.fixture(scope="module")
def large_page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(_large(), tmp_path_factory)


def _large() -> Overview:
    given = overview()
    ranked = [
        (rank, replace(one, placing=replace(one.placing, name=f"{at}-{one.placing.name}")))
        for at in range(100)
        for rank, one in given.ranked
    ]
    return replace(
        given,
        reports=[one for _, one in ranked],
        ranked=ranked,
        alike=tuple(given.alike) * 30,
        absent=tuple(given.absent) * 40,
    )


def _written(given: Overview, folders: pytest.TempPathFactory) -> Path:
    path = folders.mktemp("page") / "index.html"
    path.write_text("".join(to_html(given, BOOK)), "utf-8")
    return path


def test_the_page_has_no_barrier(
    browser: Any,  # noqa: ANN401 - untyped driver
    page_file: Path,
) -> None:
    require_no_barrier(browser, page_file)


def _shown(page: Any) -> list[str]:  # noqa: ANN401 - untyped driver
    shown: list[str] = page.locator(
        ".ranking tbody tr:visible th a, .ranking tbody tr:visible th"
    ).evaluate_all(
        "all => all.filter(one => one.tagName === 'TH').map(one => one.firstChild.textContent)"
    )
    return shown


def test_filters_leave_the_reports_that_fit(
    browser: Any,  # noqa: ANN401 - untyped driver
    page_file: Path,
) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    assert len(_shown(page)) == 3
    page.fill("#query", "丙局")
    assert _shown(page) == ["云岭市丙局"]
    page.locator("#filter button").click()
    page.locator("#failures .only").first.click()
    assert _shown(page) == ["云岭市<b>乙</b>局"]
    height = page.locator("#heat").evaluate("one => one.height")
    page.locator("#filter button").click()
    page.locator(".ranking tbody tr").nth(2).wait_for()
    assert len(_shown(page)) == 3
    page.locator("#heat").scroll_into_view_if_needed()
    assert page.locator("#heat").evaluate("one => one.height") > height
    page.close()


def test_a_large_ranking_is_turned_page_by_page(
    browser: Any,  # noqa: ANN401 - untyped driver
    large_page_file: Path,
) -> None:
    page = browser.new_page()
    page.goto(large_page_file.as_uri())
    assert page.locator("#part").text_content() == "第 1—50 份，共 300 份"
    page.click("#after")
    assert page.locator("#part").text_content() == "第 51—100 份，共 300 份"
    assert len(_shown(page)) == 50
    page.fill("#query", "99-丙")
    assert _shown(page) == ["云岭市丙局"]
    assert not page.locator("#pages").is_visible()
    page.locator("#late .only").click()
    assert page.locator("#part").text_content() == "第 1—50 份，共 200 份"
    assert set(_shown(page)) == {"云岭市丙局", "云岭市<b>乙</b>局"}
    page.close()


def test_without_a_script_the_first_of_the_ranking_are_there(
    browser: Any,  # noqa: ANN401 - untyped driver
    large_page_file: Path,
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(large_page_file.as_uri())
    assert len(_shown(page)) == 50
    assert page.get_by_text("这里是前 50 份").is_visible()
    context.close()


def test_a_large_batch_prints_two_pages(
    browser: Any,  # noqa: ANN401 - untyped driver
    large_page_file: Path,
) -> None:
    page = browser.new_page()
    page.goto(large_page_file.as_uri())
    printed: bytes = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type /Page\b(?!s)", printed)) == 2
