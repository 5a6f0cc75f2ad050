"""What is asked of the terminal: width, height, colours."""

import io
import sys

import pytest

from govcheck.commands.terminal import columns, has_colors, rows


class Terminal(io.StringIO):
    """A stream that a person watches, of unknown size."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "LINES", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


def test_a_pipe_is_eighty_columns_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (io.StringIO(), Terminal(), None):
        monkeypatch.setattr(sys, "stdout", stream)
        assert (columns(), rows()) == (80, 23)


@pytest.mark.parametrize(
    ("written", "wide"),
    [("100", 100), ("5", 40), ("9999", 200), ("0", 80), ("", 80), ("八十", 80), ("-3", 80)],
)
def test_the_user_may_say_how_wide(
    monkeypatch: pytest.MonkeyPatch, written: str, wide: int
) -> None:
    monkeypatch.setenv("COLUMNS", written)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert columns() == wide


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not has_colors()
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert has_colors()
    monkeypatch.setenv("NO_COLOR", "")
    assert has_colors()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not has_colors()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not has_colors()


def test_a_closed_stream_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = Terminal()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    assert columns() == 80
