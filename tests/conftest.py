"""How properties are tried on any machine, and the browser that tests of pages share."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any-machine")
"""That a machine is slow is no fault of what is tested."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Give a Chromium to a module that has imported ``browsers``: it is skipped without one."""
    from browsers import started  # noqa: PLC0415 - a machine may have no browser

    with started() as chromium:
        yield chromium
