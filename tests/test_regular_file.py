"""Only regular files are read, and no more of them than the bound."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from govcheck.cli import main
from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_TEXT
from govcheck.regular_file import bounded_bytes, require_regular

SOUND = Path(__file__).parent.parent / "examples" / "sound.html"
PROC = Path("/proc/self/environ")


def test_a_file_up_to_the_bound_is_read(tmp_path: Path) -> None:
    for size in (0, 1, 70_000, 100_000):
        (tmp_path / "file").write_bytes(b"x" * size)
        assert bounded_bytes(tmp_path / "file", 100_000) == b"x" * size
    (tmp_path / "file").write_bytes(b"x" * 100_001)
    with pytest.raises(Unusable, match="不予读取"):
        bounded_bytes(tmp_path / "file", 100_000)


def test_a_file_too_large_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100_001)
    with pytest.raises(Unusable, match="不予读取"):
        require_regular(tmp_path / "file", 100_000)


def test_a_file_that_grows_is_read_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    small = path.stat()
    path.write_bytes(b"x" * 300_000)
    monkeypatch.setattr(os, "fstat", lambda _: small)
    monkeypatch.setattr(Path, "stat", lambda _: small)
    with pytest.raises(Unusable, match="不予读取"):
        bounded_bytes(path, 200_000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("option", [[], ["--last-year"], ["--review"]])
def test_a_pipe_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    arguments = [str(SOUND), *option] if option else []
    assert main([*arguments, str(tmp_path / "pipe"), "-f", "json", "-o", "-"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "pipe：不是普通文件" in err or "没有审查台账" in err


@pytest.mark.parametrize("option", [[], ["--last-year"], ["--review"]])
@pytest.mark.parametrize("name", ["/dev/zero", str(PROC), "/proc/kmsg", "/sys/kernel/notes"])
def test_what_the_system_writes_up_is_refused(
    capsys: pytest.CaptureFixture[str], option: list[str], name: str
) -> None:
    if not Path(name).exists():
        pytest.skip(f"no {name} here")
    arguments = [str(SOUND), *option] if option else []
    assert main([*arguments, name, "-f", "json", "-o", "-"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert name in err


def test_what_has_no_size_yet_holds_something_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.touch()
    empty = path.stat()
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "fstat", lambda _: empty)
    with pytest.raises(Unusable, match="不是普通文件"):
        bounded_bytes(path, 100)


@pytest.mark.parametrize("name", ["large.html", "large.txt", "large"])
def test_a_text_has_a_bound_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / name).write_bytes(b"<html>" + b"a" * MOST_TEXT)
    assert main([str(tmp_path / name)]) == 2
    assert "16 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"), [("</dev/zero", "超过 64 MB"), ("<&-", "标准输入已关闭")]
)
def test_standard_input_is_bounded_and_may_be_closed(given: str, said: str) -> None:
    command = (
        f'"{sys.executable}" -c "from govcheck.cli import run; run()" - -o - -f json {given}'
    )
    done = subprocess.run(  # noqa: S602 - the shell is what closes a stream
        command, shell=True, capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr
