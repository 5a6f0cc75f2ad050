"""A Chromium for tests of the page; who imports this is skipped where there is none.

Needs the ``browser`` part of the installation and a Chromium (``CHROMIUM`` or on the PATH).
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
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
