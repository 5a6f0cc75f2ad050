"""The bar of a long check: late, on a terminal alone, and gone before anything is said."""

import io
import sys
from collections.abc import Iterator

import pytest

from govcheck.commands.batch_telling import Watching
from govcheck.commands.progress import Progress
from govcheck.reports.width import width


class Terminal(io.StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Let standard error be a terminal, from here to the end of the test."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "60")
    return stream


def clock(*times: float) -> Iterator[float]:
    yield from times


def drawn(*times: float, total: int = 4, name: str = "年报.html") -> None:
    """Work on a report at each of these times, the first of which is the start."""
    ticks = clock(*times)
    progress = Progress(total, lambda: next(ticks))
    for _ in times[1:]:
        with progress.report(name):
            pass


def test_what_is_done_within_a_second_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    drawn(0, 0, 0.3, 0.6, 0.99)
    assert terminal.getvalue() == ""


def test_later_it_says_which_of_how_many_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    drawn(0, 0.5, 1.5, 2.5)
    lines = terminal.getvalue().split("\r")
    second, first, *cleared = filter(None, sorted(lines, reverse=True))
    assert first == "正在检查 2/4 █████░░░░░░░░░░░░░░░ 年报.html"
    assert second == "正在检查 3/4 ██████████░░░░░░░░░░ 年报.html"
    assert cleared == [" " * 59] * 2
    assert [lines.index(one) for one in (first, second)] == [1, 4]


def test_it_goes_also_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    ticks = clock(0, 5)
    progress = Progress(2, lambda: next(ticks))
    with pytest.raises(LookupError), progress.report("年报.html"):
        raise LookupError
    assert terminal.getvalue().endswith(f"\r{' ' * 59}\r")


def test_a_name_commands_nothing_and_does_not_wrap(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    drawn(0, 5, name="很长的名字\x1b[2J\n" * 20)
    text = terminal.getvalue()
    assert not {"\x1b", "\n"} & set(text)
    assert all(width(line) <= 59 for line in text.split("\r"))


def test_a_single_report_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    drawn(0, 5, total=1)
    assert terminal.getvalue() == ""


def test_there_is_none_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (io.StringIO(), None):
        monkeypatch.setattr(sys, "stderr", stream)
        drawn(0, 5, 6)
        assert stream is None or stream.getvalue() == ""


def test_a_broken_stream_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Terminal):
        def write(self, _: str) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stderr", Broken())
    drawn(0, 5, 6)


def test_the_bar_of_a_batch_tells_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    times = iter([0.0, 0.1, 10.0])
    watching = Watching(120, 20, lambda: next(times))
    watching.more(1)
    assert terminal.getvalue() == ""
    watching.more(19)
    assert "已检查 40/120" in terminal.getvalue()
    assert "每秒 2.0 份，约剩 40 秒" in terminal.getvalue()
    watching.close()
    assert terminal.getvalue().endswith(" \r")


def test_a_batch_has_no_bar_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    times = iter([0.0, 10.0])
    watching = Watching(2, 0, lambda: next(times))
    watching.more(1)
    watching.close()
    assert stream.getvalue() == ""
