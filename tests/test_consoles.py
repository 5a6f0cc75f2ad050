"""Any console: encodings that lack signs, streams that are closed, full or broken."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from govcheck.cli import main

EXAMPLES = Path(__file__).parent.parent / "examples"
SOUND, FLAWED = EXAMPLES / "sound.html", EXAMPLES / "flawed.html"
COMMAND = f'"{sys.executable}" -c "from govcheck.cli import run; run()"'
POSIX = pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def run(folder: Path, arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a shell, which can close streams or lead them anywhere."""
    return subprocess.run(  # noqa: S602 - see above
        f"{COMMAND} {arguments}",
        shell=True,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


ENCODINGS = ["gbk", "cp936", "gb2312", "ascii", "latin-1", "cp437"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_signs_that_a_console_lacks_are_replaced(
    tmp_path: Path, encoding: str, unbuffered: str
) -> None:
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUNBUFFERED": unbuffered}
    done = run(tmp_path, f'"{FLAWED}" -v', **environment)
    summary = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "/100 " in summary
    assert ("░░" if encoding == "cp437" else "..") in summary
    assert "publication/illicit-content" in summary
    if encoding.startswith(("gb", "cp936")):
        assert "不合格" in summary


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_signs_that_a_console_lacks_stop_no_command(tmp_path: Path, encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding}
    for arguments in ("--help", "check --help", "rules list", "none.html"):
        done = run(tmp_path, arguments, **environment)
        assert (done.stdout + done.stderr).decode(encoding)
        assert done.returncode == (2 if arguments == "none.html" else 0)
        assert b"Traceback" not in done.stderr


def test_the_c_locale_is_no_obstacle(tmp_path: Path) -> None:
    done = run(tmp_path, f'"{FLAWED}"', LC_ALL="C", PYTHONIOENCODING="", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")


CLOSED = ">&- 2>&- <&-"
BROKEN = [
    pytest.param(">&-", marks=POSIX),
    pytest.param("2>&-", marks=POSIX),
    pytest.param("<&-", marks=POSIX),
    pytest.param(CLOSED, marks=POSIX),
    pytest.param(">/dev/full", marks=FULL),
    pytest.param("2>/dev/full", marks=FULL),
    pytest.param(">/dev/full 2>&1", marks=FULL),
    pytest.param("| :", marks=POSIX),
]


@pytest.mark.parametrize("streams", BROKEN)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_summary_may_be_lost(tmp_path: Path, streams: str, unbuffered: str) -> None:
    status = f'{{ {COMMAND} "{FLAWED}" -f json; echo $? >status; }} {streams}'
    done = subprocess.run(  # noqa: S602 - the shell is what closes a stream
        status,
        shell=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (tmp_path / "status").read_text("utf-8") == "1\n"
    assert done.stderr == b""
    assert (tmp_path / "flawed.govcheck.json").stat().st_size


@POSIX
def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    """What a library says on standard output would else be written into a user's file."""
    program = (
        "from govcheck.commands.console import adapt; adapt(); file = open('opened', 'w');"
        " file.write(str(file.fileno()))"
    )
    subprocess.run(  # noqa: S602 - the shell is what closes a stream
        f'"{sys.executable}" -c "{program}" {CLOSED}', shell=True, cwd=tmp_path, check=True
    )
    assert int((tmp_path / "opened").read_text("utf-8")) > 2


RESULTS = [f'"{FLAWED}" -f json -o -', "rules list", "rules coverage"]
HELP = ["--help", "--version", "check --help"]


@pytest.mark.parametrize("arguments", [*RESULTS, *HELP])
@pytest.mark.parametrize(
    "streams", [pytest.param(">&-", marks=POSIX), pytest.param(">/dev/full", marks=FULL)]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_result_that_is_lost_is_told(
    tmp_path: Path, arguments: str, streams: str, unbuffered: str
) -> None:
    done = run(tmp_path, f"{arguments} {streams}", PYTHONUNBUFFERED=unbuffered)
    if arguments in HELP and streams == ">&-":
        assert (done.returncode, done.stderr) == (0, b"")
        return
    assert done.returncode == 2
    assert "标准输出" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@POSIX
@pytest.mark.parametrize("arguments", [*RESULTS, *HELP])
def test_a_pipe_that_breaks_is_no_fault(tmp_path: Path, arguments: str) -> None:
    """The other end is closed before anything is written, so that the pipe is broken."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as broken:
        done = subprocess.run(  # noqa: S602 - our own command
            f"{COMMAND} {arguments}",
            shell=True,
            cwd=tmp_path,
            stdout=broken,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert "标准输出" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@POSIX
def test_a_result_is_not_added_to_its_own_report(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(SOUND.read_bytes())
    for arguments in (
        "report.html -f json -o - >>report.html",
        "- -o - <report.html >>report.html",
    ):
        assert run(tmp_path, arguments).returncode == 2
    assert run(tmp_path, "- -o report.html <report.html").returncode == 2
    assert (tmp_path / "report.html").read_bytes() == SOUND.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no UTF-8")
@pytest.mark.parametrize("fmt", ["html", "json", "xlsx", "docx", "junit"])
def test_a_name_that_is_no_text_is_shown(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fmt: str,
) -> None:
    name = os.fsdecode(b"a\xe4\xff\x1b[2J\xe2\x80\xae\nb.html")
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(SOUND.read_bytes())
    assert main([name, "-f", fmt]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("已写入 a‹U+DCE4›‹U+DCFF›‹U+001B›[2J‹U+202E›‹U+000A›b.govcheck.")
    assert len(list(tmp_path.iterdir())) == 2
    assert main([f"{name}x"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def _end(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Send a signal; once more where it came just before the process began to wait."""
    for _ in range(20):
        process.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
            return
    process.kill()


@POSIX
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_in_order(tmp_path: Path, number: signal.Signals, status: int) -> None:
    """More than a pipe holds is taken only once the command is reading."""
    with subprocess.Popen(  # noqa: S602 - our own command
        f"exec {COMMAND} -",
        shell=True,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b"x" * 1_000_000)
        process.stdin.flush()
        _end(process, number)
        err = process.stderr.read()
        assert process.returncode == status
    assert b"Traceback" not in err
    assert err.decode() == ("govcheck: 已中止\n" if number == signal.SIGINT else "")
    assert not list(tmp_path.iterdir())


def test_ctrl_c_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("govcheck.commands.intake.read", interrupted)
    assert main([str(SOUND)]) == 130
    assert capsys.readouterr().err == "govcheck: 已中止\n"
