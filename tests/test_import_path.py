"""Nothing that lies beside a report, or where govcheck is run, is ever imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_files import pages, prose

from govcheck.processes.import_path import safe_import_path
from govcheck.processes.starting import answer

_PLANTED = "import os; open(os.environ['TRACE'], 'a').write(__name__ + ' ')"
_LOADED_LATE = (
    *("json", "ctypes", "msgspec", "click", "opencc", "yaml", "jsonschema", "re2", "turbohtml"),
    *("subprocess", "threading", "zipfile", "email", "typing", "pypdfium2", "pypdfium2_raw"),
)
"""What govcheck imports after its first line; of these some are Python's and some are not."""
_FOUND_NOWHERE_ELSE = "an_extra_that_is_not_installed"
_LOADED_EARLY = (
    "sitecustomize",
    "usercustomize",
    "encodings",
    "govcheck",
    "runpy",
    "startup",
    _FOUND_NOWHERE_ELSE,
)


def plant(folder: Path, *names: str) -> None:
    """Put files beside a report that tell when they are run."""
    for name in names:
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text(_PLANTED, "utf-8")
        (folder / f"{name}.py").write_text(_PLANTED, "utf-8")
    (folder / "beside.pth").write_text(_PLANTED, "utf-8")
    (folder / "pyvenv.cfg").write_text("home = .\n", "utf-8")


@pytest.fixture
def trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "trace"
    monkeypatch.setenv("TRACE", str(path))
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "report"
    path.mkdir()
    monkeypatch.chdir(path)
    return path


@pytest.mark.parametrize("folders", ["", ":", ".", "sub", "{here}", "../report"])
def test_a_process_imports_nothing_from_where_it_is_started(
    tmp_path: Path, here: Path, trace: Path, monkeypatch: pytest.MonkeyPatch, folders: str
) -> None:
    for folder in (here, here / "sub"):
        plant(folder, *_LOADED_LATE, *_LOADED_EARLY)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "reader.py").write_text(
        "import json, ctypes, runpy, msgspec, opencc, os, sys\n"
        f"try: import {_FOUND_NOWHERE_ELSE}\n"
        "except ImportError: pass\n"
        "def main(content):\n"
        "    assert '' not in sys.path\n"
        "    assert not [one for one in os.environ if one[:6] == 'PYTHON']\n"
        "    sys.stdout.write(os.getcwd())\n"
    )
    for name in ("PYTHONSTARTUP", "PYTHONHOME"):
        monkeypatch.setenv(name, str(here / "startup.py"))
    monkeypatch.setenv("PYTHONPATH", folders.format(here=here))
    first = [str(Path(one).absolute()) for one in folders.format(here=here).split(os.pathsep)]
    monkeypatch.setattr(sys, "path", ["", *first, *sys.path, str(tmp_path / "own")])
    found = answer("reader", b"", seconds=60, most=1000)
    assert not trace.exists()
    assert Path(found.decode()) == Path(sys.executable).parent


@pytest.mark.parametrize("written", ["", ":", ".", "sub", "../report", "{here}"])
def test_the_working_directory_is_no_place_to_import_from(
    tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    (here / "sub").mkdir()
    (tmp_path / "link").symlink_to(here)
    monkeypatch.setenv("PYTHONPATH", written.format(here=here))
    entries = [one or "." for one in written.format(here=here).split(os.pathsep)]
    found = [str(here / one) for one in entries]
    installed = list(sys.path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path / "link"), *found, *installed])
    assert safe_import_path() == [one for one in installed if Path(one).is_absolute()]


def test_a_user_who_stands_where_packages_are_installed_can_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packages = Path(pytest.__file__).parents[1]
    monkeypatch.setattr("site.getsitepackages", lambda: [str(packages)])
    monkeypatch.chdir(packages)
    assert str(packages) in safe_import_path()


_PROGRAM = Path(sys.executable).parent / "govcheck"


@pytest.mark.parametrize(
    ("command", "variables"),
    [
        ([str(_PROGRAM)], {}),
        ([str(_PROGRAM)], {"PYTHONSTARTUP": "startup.py"}),
        ([str(_PROGRAM)], {"PYTHONPATH": ":"}),
        ([sys.executable, "-m", "govcheck"], {}),
        ([sys.executable, "-c", "from govcheck.__main__ import run; run()"], {}),
    ],
    ids=["program", "start-up file", "a colon too many", "module", "code"],
)
def test_a_report_is_checked_where_it_lies(
    here: Path, trace: Path, command: list[str], variables: dict[str, str]
) -> None:
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    if not Path(command[0]).exists():
        pytest.skip("the program is not installed beside this Python")
    plant(here, *_LOADED_LATE)
    (here / "report.pdf").write_bytes(pages(prose("一、总体情况", "全年公开三十五条。")))
    title = "<h1>云岭市水务局2024年政府信息公开工作年度报告</h1>"
    (here / "page.html").write_text(f"{title}<p>一、总体情况</p><p>全年公开三十五条。</p>")
    done = subprocess.run(  # noqa: S603 - our own program
        [*command, "report.pdf", "page.html", "-f", "json", "-o", "out"],
        env=os.environ | variables,
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr.decode()
    assert not trace.exists(), trace.read_text()
