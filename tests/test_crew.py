"""A crew of processes: every message is answered once, or said to be lost."""

import sys
from contextlib import closing
from pathlib import Path

import pytest

from govcheck.processes.crew import answers
from govcheck.processes.starting import Failed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")

_ANSWERS = """
import os, signal, sys
def attendant(opening):
    if opening == b'refuse':
        raise ValueError
    print('lost')
    def answer(message):
        print('lost', flush=True)
        if message == b'die':
            os.kill(os.getpid(), signal.SIGKILL)
        if message == b'hang':
            os.kill(os.getpid(), signal.SIGSTOP)
        if message == b'much':
            return bytes(2000)
        return opening + message
    return answer
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "answering.py").write_text(_ANSWERS, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return "answering"


def _answered(
    module: str,
    *messages: bytes,
    processes: int = 2,
    seconds: float = 60,
    opening: bytes = b">",
) -> list[tuple[bytes, bytes | None]]:
    found = answers(module, opening, messages, processes=processes, seconds=seconds, most=1000)
    return sorted(found)


@pytest.mark.parametrize("processes", [1, 3])
def test_every_message_is_answered_once(module: str, processes: int) -> None:
    messages = [f"{number:02}".encode() for number in range(20)]
    answered = _answered(module, *messages, processes=processes)
    assert answered == [(one, b">" + one) for one in messages]


@pytest.mark.parametrize(("lost", "seconds"), [(b"die", 60), (b"hang", 3), (b"much", 60)])
def test_what_ends_a_process_is_lost_and_nothing_else(
    module: str, lost: bytes, seconds: float
) -> None:
    answered = _answered(module, b"1", lost, b"2", b"3", processes=1, seconds=seconds)
    assert dict(answered) == {b"1": b">1", lost: None, b"2": b">2", b"3": b">3"}


def test_a_process_that_cannot_begin_is_told_at_once(module: str) -> None:
    with pytest.raises(Failed):
        _answered(module, b"1", opening=b"refuse")


def test_no_message_starts_no_process(module: str) -> None:
    assert _answered(module, opening=b"refuse") == []


def test_it_can_be_left_before_all_is_answered(module: str) -> None:
    endless = iter(lambda: b"1", None)
    with closing(
        answers(module, b">", endless, processes=2, seconds=60, most=1000)
    ) as answered:
        assert next(answered) == (b"1", b">1")
