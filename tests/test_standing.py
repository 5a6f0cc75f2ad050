"""A process that answers many orders: within time and memory, and gone with who started it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from govcheck.processes.standing import StandingProcess, TooLarge, TooLong
from govcheck.processes.starting import Failed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and FIFOs")

_LATE = 60
"""Seconds after which a test gives up waiting for what comes at once."""
_MODULE = """
import os, time
from govcheck.processes.lifeline import bound
def standing(opening):
    bound(memory=1 << 30)
    def answer(order, step):
        if order == b'hang':
            step('hanging')
            while True: time.sleep(1)
        if order == b'eat': return bytes(1 << 31)
        if order == b'die': os._exit(3)
        if order == b'fail': raise ValueError
        if order == b'talk': return b'x' * 100
        if order == b'say': step('begun'); print('noise')
        return opening + order + str(os.getpid()).encode()
    return answer
"""


@pytest.fixture
def standing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandingProcess]:
    (tmp_path / "answers.py").write_text(_MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    process = StandingProcess("answers", b"told ")
    yield process
    process.close()


def _ask(
    process: StandingProcess, order: bytes, seconds: float = _LATE, most: int = 99
) -> bytes:
    return process.ask(order, seconds=seconds, most=most, step=lambda _: None)


def test_one_process_answers_many_orders(standing: StandingProcess) -> None:
    first = _ask(standing, b"one ")
    assert first.startswith(b"told one ")
    assert first.split()[2] == _ask(standing, b"two ").split()[2]


def test_steps_are_told_and_what_is_printed_is_not(standing: StandingProcess) -> None:
    told: list[str] = []
    answer = standing.ask(b"say", seconds=_LATE, most=99, step=told.append)
    assert (told, answer[:8]) == (["begun"], b"told say")


@pytest.mark.parametrize(
    ("order", "seconds", "error"),
    [
        (b"hang", 0.2, TooLong),
        (b"eat", _LATE, TooLarge),
        (b"die", _LATE, Failed),
        (b"fail", _LATE, Failed),
        (b"talk", _LATE, Failed),
    ],
)
def test_what_fails_takes_its_own_order_along_and_no_other(
    standing: StandingProcess, order: bytes, seconds: float, error: type[Failed]
) -> None:
    before = _ask(standing, b"x ").split()[2]
    with pytest.raises(Failed) as caught:
        _ask(standing, order, seconds)
    assert caught.type is error
    after = _ask(standing, b"y ").split()[2]
    assert after != before
    assert not Path(f"/proc/{int(before)}").exists()


def test_another_thread_may_end_it(standing: StandingProcess) -> None:
    caught: list[BaseException] = []

    def begun(_: str) -> None:
        ending.start()

    ending = Thread(target=standing.end)
    try:
        standing.ask(b"hang", seconds=_LATE, most=99, step=begun)
    except Failed as error:
        caught.append(error)
    ending.join()
    assert [type(one) for one in caught] == [Failed]
    with pytest.raises(Failed):
        _ask(standing, b"x")


def test_it_ends_with_the_one_that_started_it(
    standing: StandingProcess, tmp_path: Path
) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    (tmp_path / "hanging.py").write_text(
        "import os, time\n"
        "def standing(opening):\n"
        "    kept = open(opening.decode(), 'w', buffering=1)\n"
        "    def answer(order, step):\n"
        "        print('here', file=kept)\n"
        "        while True: time.sleep(1)\n"
        "    return answer\n"
    )
    starts = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from govcheck.processes.standing import StandingProcess\n"
        "process = StandingProcess('hanging', sys.argv[2].encode())\n"
        "process.ask(b'', seconds=99, most=9, step=print)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", starts, str(tmp_path), str(fifo)])  # noqa: S603 - ourselves
    with fifo.open() as pipe:
        assert pipe.readline() == "here\n"
        parent.kill()
        parent.wait()
        assert not pipe.read()
    assert _ask(standing, b"x")
