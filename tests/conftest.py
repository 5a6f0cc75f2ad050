"""How properties are tried on any machine, how tests are shared out, and what pages share."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any-machine")
"""That a machine is slow is no fault of what is tested."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:  # noqa: ANN401 - untyped
    """Give each process neighbours, which share what they have read; the first done helps."""
    from xdist.scheduler import WorkStealingScheduling  # noqa: PLC0415 - not without xdist

    return WorkStealingScheduling(config, log) if config.getvalue("dist") == "load" else None


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Give a Chromium to a module that has imported ``browsers``: it is skipped without one."""
    from browsers import started  # noqa: PLC0415 - a machine may have no browser

    with started() as chromium:
        yield chromium
