"""What strangers install, embed and automate: one version, whole packages, the same bytes."""

import io
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from configparser import ConfigParser
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from govcheck.cli import main
from govcheck.rulebook.loading import load_rulebook
from govcheck.version import __version__

ROOT: Final = Path(__file__).parent.parent
SETUP: Final = ConfigParser()
SETUP.read(ROOT / "setup.cfg", "utf-8")
BUILD: Final = runpy.run_path(str(ROOT / "scripts" / "build.py"))
BUNDLE: Final = runpy.run_path(str(ROOT / "scripts" / "bundle.py"))


def test_the_version_stands_in_one_place() -> None:
    assert SETUP["metadata"]["version"] == "attr: checker.version.__version__"
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert cited["version"] == __version__
    assert cited["license"] == SETUP["metadata"]["license"]


def test_the_versions_of_all_that_matters_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version", "-v"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [f"govcheck {__version__}", f"规则 {load_rulebook().digest}"]
    assert said[2].startswith("Python 3.")
    assert any(line.startswith("msgspec ") for line in said)
    assert not any(line.startswith("pytest") for line in said)
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"govcheck {__version__}\n"


_EXTRAS = ("batch", "collect", "dist", "docx", "ocr", "pdf", "web", "xlsx")


def _requirements(words: str) -> list[str]:
    return [re.split(r"[<>=\[ ]", one)[0].lower() for one in words.split("\n") if one]


def test_the_licence_of_every_dependency_is_listed() -> None:
    listed = (ROOT / "docs" / "依赖与许可.md").read_text("utf-8").lower()
    extras = SETUP["options.extras_require"]
    asked = [SETUP["options"]["install_requires"]]
    asked += [extras[name] for name in _EXTRAS]
    missing = [
        one for part in asked for one in _requirements(part) if f"| {one} |" not in listed
    ]
    assert not missing, "run: python scripts/licences.py > docs/依赖与许可.md"


# ---------------------------------------------------------------- the same bytes


def _tar(path: Path, names: Sequence[str], *, time: int, mode: int, owner: str) -> Path:
    with tarfile.open(path, "w:gz") as packed:
        for name in names:
            member = tarfile.TarInfo(f"govcheck-0/{name}")
            member.size, member.mtime, member.mode, member.uname = 2, time, mode, owner
            packed.addfile(member, io.BytesIO(b"x\n"))
    return path


def test_an_sdist_has_the_same_bytes_wherever_it_was_built(tmp_path: Path) -> None:
    one = _tar(tmp_path / "1.tar.gz", ["a", "b"], time=10**9, mode=0o644, owner="anna")
    other = _tar(tmp_path / "2.tar.gz", ["b", "a"], time=10**9 + 5, mode=0o600, owner="bo")
    content = BUILD["_sdist"](one)
    assert content == BUILD["_sdist"](other)
    with tarfile.open(fileobj=io.BytesIO(content)) as packed:
        assert packed.getnames() == ["govcheck-0/a", "govcheck-0/b"]


def _zip(path: Path, names: Sequence[str], *, year: int, mode: int) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            member = zipfile.ZipInfo(name, (year, 5, 5, 5, 5, 4))
            member.external_attr = mode << 16
            packed.writestr(member, "x\n")
    return path


def test_a_wheel_has_the_same_bytes_wherever_it_was_built(tmp_path: Path) -> None:
    names = ["govcheck/b.py", "govcheck/a.py", "govcheck-0.dist-info/RECORD"]
    one = _zip(tmp_path / "1.whl", names, year=2020, mode=0o644)
    other = _zip(tmp_path / "2.whl", names[::-1], year=2021, mode=0o600)
    content = BUILD["_wheel"](one)
    assert content == BUILD["_wheel"](other)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.namelist() == sorted(names[:2]) + names[2:]


@pytest.mark.parametrize("folder", ["checker", "reports", "rules"])
def test_every_kind_of_data_is_in_the_package(folder: str) -> None:
    data = SETUP["options.package_data"]
    patterns = " ".join(data.values())
    suffixes = {
        path.suffix
        for path in (ROOT / folder).rglob("*.*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert all(f"*{one}" in patterns or path_of(one) in patterns for one in suffixes)


def path_of(suffix: str) -> str:
    """Return a pattern that takes in every suffix, or the one file that has it."""
    return "py.typed" if suffix == ".typed" else "templates/*"


def test_a_bundle_installs_without_a_network() -> None:
    for text in (BUNDLE["INSTALL_CMD"], BUNDLE["INSTALL_SH"]):
        filled = text.format(wanted="govcheck[docx]")
        assert "--no-index --find-links ." in filled
        assert "govcheck[docx]" in filled
    BUNDLE["INSTALL_CMD"].encode("gbk")


# ---------------------------------------------------------------- automation


def _commands(path: Path) -> list[str]:
    return re.findall(r"(?:run: |- )(govcheck .+)", path.read_text("utf-8"))


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_the_jobs_run_and_write_what_they_upload(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ROOT / "examples" / "ci" / f"{name}.yml"
    assert yaml.safe_load(path.read_text("utf-8"))
    (tmp_path / "reports").mkdir()
    shutil.copy(ROOT / "examples" / "sound.html", tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    (command,) = _commands(path)
    assert main(shlex.split(command)[1:]) == 0
    written = {path.suffix for path in (tmp_path / "results").iterdir()}
    uploaded = {".sarif"} if name == "github" else {".sarif", ".xml"}
    assert uploaded <= written


def test_the_hooks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[dict[str, Any]] = yaml.safe_load(
        (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    )
    report = tmp_path / "2024年报.html"
    shutil.copy(ROOT / "examples" / "sound.html", report)
    monkeypatch.chdir(tmp_path)
    by_id = {hook["id"]: hook for hook in hooks}
    own = by_id["govcheck"]
    assert re.search(own["files"], report.name)
    assert re.search(own["exclude"], "2024年报.govcheck.html")
    assert main([*shlex.split(own["entry"])[1:], report.name]) == 0
    rules = shlex.split(by_id["govcheck-rules"]["entry"])[1:]
    assert main([*rules, str(ROOT / "examples" / "songxi")]) == 0


@pytest.mark.parametrize("fill", [[], ["--fill", "0"]])
@pytest.mark.parametrize("fail_on", ["critical", "major", "open"])
def test_a_template_that_nobody_filled_in_fails(
    fill: list[str], fail_on: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = ["template", "--year", "2024", "--agency", "云岭市水务局", "-o", "稿.html"]
    assert main([*made, *fill]) == 0
    assert main(["check", "稿.html", "--draft", "--fail-on", fail_on, "-q"]) == 1


@pytest.mark.parametrize("rules", ["", str(ROOT / "examples" / "songxi")])
def test_the_action_runs_and_writes_what_it_uploads(rules: str, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    inputs, steps = action["inputs"], action["runs"]["steps"]
    (step,) = (one for one in steps if one.get("run", "").startswith("govcheck "))
    assert {f"${{{{ inputs.{name} }}}}" for name in ("paths", "fail-on", "rules")} == set(
        step["env"].values()
    )
    values = {"PATHS": str(ROOT / "examples" / "sound.html"), "RULES": rules}
    values["FAIL_ON"] = inputs["fail-on"]["default"]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S603 - a file of our own
        ["/bin/bash", "-euo", "pipefail", "-c", step["run"]],
        env={**os.environ, **values, "PATH": path},
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0
    written = {one.suffix for one in (tmp_path / "govcheck-results").iterdir()}
    assert written == {".sarif", ".html"}
