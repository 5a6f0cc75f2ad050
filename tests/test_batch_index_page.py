"""The index of a batch in a browser: filters, map, no barrier, nothing loaded, two pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import require_no_barrier, started
from msgspec.structs import replace
from overviews import BOOK, overview

from govcheck.reports.batch.report_summary import Placing
from govcheck.reports.batch.to_html import to_html


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with started() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(to_html(overview(), BOOK), "utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_has_no_barrier(
    browser: Any,  # noqa: ANN401 - untyped driver
    page_file: Path,
    scheme: str,
    width: int,
) -> None:
    require_no_barrier(browser, page_file, scheme=scheme, width=width)


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
    assert len(_shown(page)) == 3
    assert page.locator("#heat").evaluate("one => one.height") > height
    page.close()


def test_a_large_batch_prints_two_pages(
    browser: Any,  # noqa: ANN401 - untyped driver
    tmp_path: Path,
) -> None:
    given = overview()
    many = tuple(
        replace(one, placing=Placing(name=f"{at}-{one.placing.name}"))
        for at in range(100)
        for one in given.reports
    )
    large = replace(given, reports=many, alike=given.alike * 30, absent=given.absent * 40)
    path = tmp_path / "index.html"
    path.write_text(to_html(large, BOOK), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    printed: bytes = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type /Page\b(?!s)", printed)) == 2
