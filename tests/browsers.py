"""A Chromium for tests of the page; who imports this is skipped where there is none.

Needs the ``browser`` part of the installation and a Chromium (``CHROMIUM`` or on the PATH).
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
if CHROMIUM is None:
    pytest.skip("no Chromium", allow_module_level=True)


@contextmanager
def started() -> Iterator[Any]:
    """Start a browser; it is closed at the end."""
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def require_no_barrier(browser: Any, file: Path) -> None:  # noqa: ANN401 - untyped driver
    """Hold of a page, at two widths, light and dark: it fits, bars nobody, loads nothing."""
    for width, scheme in product((1280, 390), ("light", "dark")):
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
        )
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = axe.Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], (width, scheme)
        assert asked == [file.as_uri()]
        context.close()
