"""Golden tables of what is read and found in the published reports, where they are at hand."""

import published
import pytest

pytestmark = pytest.mark.skipif(
    not published.REPORTS.exists(), reason="no published reports beside us"
)


def test_facts() -> None:
    assert list(published.facts()) == published.FACTS.read_text("utf-8").splitlines()


def test_findings() -> None:
    assert list(published.findings()) == published.FINDINGS.read_text("utf-8").splitlines()
