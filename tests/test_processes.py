"""Processes that govcheck starts: bounded, apart from the user's folder, never orphaned."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from govcheck.errors import Unusable
from govcheck.processes import starting
from govcheck.processes.starting import Failed, answer
from govcheck.readers.limits import LONGEST_READING, MOST_MEMORY
from govcheck.readers.pdf import isolation, shown_pictures

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and FIFOs")

_LATE = 60
"""Seconds after which a test gives up waiting for what comes at once."""
_BEGINS = """
import os, signal, subprocess, sys, time
def main(content):
    fifo = open(content.decode(), 'w', buffering=1)
"""
_HANGS = {
    "in Python": "    print('here', file=fifo)\n    while True: time.sleep(1)",
    "where no Python runs": (
        "    from govcheck.processes.lifeline import end_with_parent\n    end_with_parent()\n"
        "    print('here', file=fifo)\n    os.kill(os.getpid(), signal.SIGSTOP)"
    ),
    "with a program of its own": (
        "    says = f\"import os, time; os.write({fifo.fileno()}, b'here\\\\n');\"\n"
        "    says += 'time.sleep(999)'\n"
        "    subprocess.run([sys.executable, '-c', says], pass_fds=[fifo.fileno()])"
    ),
}
_SLOW = """
import time
def main(content):
    while True: time.sleep(1)
"""
_STARTS = """
import sys
sys.path.insert(0, sys.argv[1])
from govcheck.processes.starting import answer
answer('hanging', sys.argv[2].encode(), seconds=999, most=9)
"""


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "modules"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    return path


def module(folder: Path, name: str, *body: str) -> str:
    (folder / f"{name}.py").write_text("\n".join(body), "utf-8")
    return name


def answered(folder: Path, *body: str, content: bytes = b"", seconds: float = _LATE) -> bytes:
    lines = "import os, sys, time\ndef main(content):", *(f"    {line}" for line in body)
    return answer(module(folder, "worker", *lines), content, seconds=seconds, most=1000)


def test_a_process_gets_its_content_and_answers(modules: Path) -> None:
    body = "sys.stdout.write(f'{len(content)} {content[-1]}')"
    assert answered(modules, body, content=b"x" * 3_000_000) == b"3000000 120"


def test_a_process_that_reads_nothing_of_its_content_may_answer(modules: Path) -> None:
    module(modules, "hasty", "import os", "os.write(1, b'no')", "os._exit(0)")
    assert answer("hasty", b"x" * 3_000_000, seconds=_LATE, most=9) == b"no"


@pytest.mark.parametrize(
    "body",
    [
        "raise ValueError",
        "os._exit(1)",
        "os.abort()",
        "sys.stdout.write('x' * 1001)",
        "while True: os.write(1, b'x' * 65536)",
    ],
)
def test_a_process_that_breaks_or_floods_has_failed(modules: Path, body: str) -> None:
    with pytest.raises(Failed):
        answered(modules, body)


def test_a_process_that_hangs_is_ended_with_all_that_it_started(
    modules: Path, fifo: Path
) -> None:
    ear = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    name = module(modules, "hanging", _BEGINS, _HANGS["with a program of its own"])
    with pytest.raises(Failed):
        answer(name, str(fifo).encode(), seconds=2, most=9)
    with os.fdopen(ear) as pipe:
        assert _said_until_the_end(pipe) == "here\n"


_LIMITS = """
    def limits():
        import ctypes, resource
        signal = ctypes.c_int()
        ctypes.CDLL(None).prctl(2, ctypes.byref(signal))
        return *map(resource.getrlimit, (resource.RLIMIT_AS, resource.RLIMIT_CPU)), signal.value
"""
_WORKERS = {
    "worker": (
        "file.read_folios = lambda _: [f'{limits()}']",
        "worker.main(content)",
    ),
    "picture_worker": (
        "def told(_): os.write(1, f'{limits()}'.encode()); os._exit(0)",
        "sys.modules['pypdfium2'] = SimpleNamespace(PdfDocument=told)",
        "picture_worker.main(b'1')",
    ),
}
"""What reads or paints a PDF file, with a word on its limits in place of pdfium."""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
@pytest.mark.parametrize("name", _WORKERS)
def test_what_a_stranger_s_pdf_file_reaches_is_bounded_and_ends_with_its_parent(
    modules: Path, name: str
) -> None:
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    said = answered(
        modules,
        "from types import SimpleNamespace",
        "from govcheck.readers.pdf import file, picture_worker, worker",
        _LIMITS,
        *_WORKERS[name],
    )
    memory, seconds = ((most, most) for most in (MOST_MEMORY, LONGEST_READING))
    assert said.decode().strip('"\n') == f"{(memory, seconds, signal.SIGKILL.value)}"


def test_a_pdf_file_that_takes_too_long_is_left(
    modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    monkeypatch.setattr(isolation, "_WORKER", module(modules, "slow", _SLOW))
    monkeypatch.setattr(shown_pictures, "_WORKER", "slow")
    for reading in (isolation, shown_pictures):
        monkeypatch.setattr(reading, "LONGEST_READING", 0.3)
    with pytest.raises(Unusable, match="无法在限定的时间和内存内读出"):
        isolation.read_folios(b"")
    with pytest.raises(Unusable, match="无法在限定的时间和内存内绘出"):
        shown_pictures.painted(b"", 1)


def test_nothing_is_said_on_standard_error(
    modules: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    answered(modules, "os.write(2, b'pdfium: loading /home/someone')")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("way", _HANGS)
def test_a_process_ends_with_the_one_that_started_it(
    modules: Path, fifo: Path, way: str, end: signal.Signals
) -> None:
    if sys.platform != "linux" and "no Python" in way:
        pytest.skip("only the kernel of Linux ends a process that is stopped")
    module(modules, "hanging", _BEGINS, _HANGS[way])
    words = [sys.executable, "-c", _STARTS, str(modules), str(fifo)]
    ear = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    with subprocess.Popen(words) as parent, os.fdopen(ear) as pipe:  # noqa: S603 - ours
        assert select.select([pipe], [], [], _LATE)[0], "the process has not begun"
        os.set_blocking(ear, True)
        assert pipe.readline() == "here\n"
        parent.send_signal(end)
        parent.wait()
        assert not _said_until_the_end(pipe)


def _said_until_the_end(pipe: IO[str]) -> str:
    """Return what is said until everybody who could say something has ended."""
    ready, _, _ = select.select([pipe], [], [], _LATE)
    assert ready, "a process is still there"
    return pipe.read()


def test_the_worker_for_pdf_files_ends_with_its_input() -> None:
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    process = subprocess.Popen(  # noqa: S603 - ours
        [sys.executable, "-c", starting._START, "govcheck.readers.pdf.worker"],  # noqa: SLF001 - as it is started
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    said, _ = process.communicate(b"\0\0\0\0\0\0\1\0%PDF-", timeout=_LATE)
    assert said == b""
    assert process.returncode
