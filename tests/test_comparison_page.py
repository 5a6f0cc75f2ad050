"""The page on two reports in a browser: no barrier, no script, nothing loaded, at any width."""

from pathlib import Path
from typing import Any

import pytest
from browsers import require_no_barrier
from two_years import THIS, last_year

from govcheck.checking import read
from govcheck.judging.contrast import contrast_copies, contrast_years
from govcheck.reports.comparison import render_comparison
from govcheck.rulebook.loading import load_rulebook


@pytest.fixture(scope="module", params=["years", "copies"])
def page_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = load_rulebook()
    copies = request.param == "copies"
    last = THIS.replace("326条", "362条") if copies else last_year(carried_out=321)
    earlier, later = (
        read(text.encode(), name="a.html", knowledge=book.knowledge) for text in (last, THIS)
    )
    found = (contrast_copies if copies else contrast_years)(earlier, later, book)
    path = tmp_path_factory.mktemp("page") / "comparison.html"
    path.write_bytes(render_comparison("html", found, book))
    return path


def test_the_page_has_no_barrier(
    browser: Any,  # noqa: ANN401 - untyped driver
    page_file: Path,
) -> None:
    require_no_barrier(browser, page_file)
