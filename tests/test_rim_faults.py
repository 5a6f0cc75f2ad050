"""A fault of govcheck's own stays with its report and its format, and ends in status 3."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Never

import pytest
from msgspec.structs import replace

from govcheck.cli import main
from govcheck.document.case import Case
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.judging.fault import Fault
from govcheck.readers import from_html
from govcheck.rulebook.rule import Rulebook

EXAMPLES = Path(__file__).parent.parent / "examples"
SOUND, FLAWED = EXAMPLES / "sound.html", EXAMPLES / "flawed.html"
FAULTY = """
import govcheck.{module} as module
from govcheck.cli import run
true = module.{name}
def faulty(*given):
    if "FAULTY" in str(given):
        raise AssertionError("beyond all\\nreason")
    return true(*given)
module.{name} = faulty
run()
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.html").write_text(f"FAULTY {SOUND.read_text('utf-8')}", "utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if ".govcheck." in path.name)


@pytest.mark.parametrize("error", [AssertionError, MemoryError, RecursionError, IndexError])
def test_a_reader_that_fails_stops_no_other_report(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: type[Exception],
) -> None:
    true = from_html.read_html

    def faulty(text: str) -> object:
        if "FAULTY" in text:
            raise error("beyond\nall reason")
        return true(text)

    monkeypatch.setattr(from_html, "read_html", faulty)
    assert main(["bad.html", str(FLAWED), "none.html", str(SOUND), "-f", "json"]) == 3
    assert names(folder) == ["flawed.govcheck.json", "sound.govcheck.json"]
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(
        f"govcheck: bad.html：govcheck 未能读取（内部错误 {error.__name__}"
    )
    assert any("Traceback" in line for line in lines)
    assert "govcheck: none.html：文件不存在" in lines


def test_a_renderer_that_fails_stops_no_other_format(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(assessment: Assessment, _: object) -> Never:
        raise LookupError(assessment.score.verdict)

    monkeypatch.setattr("govcheck.reports.to_markdown.to_markdown", faulty)
    formats = ["-f", "json", "-f", "markdown", "-f", "sarif"]
    assert main([str(FLAWED), str(SOUND), *formats]) == 3
    assert names(folder) == [
        f"{name}.govcheck.{ending}"
        for name in ("flawed", "sound")
        for ending in ("json", "sarif")
    ]
    out, err = capsys.readouterr()
    assert "100 分" in out
    assert "flawed.html：govcheck 未能写出 markdown 格式的结果（内部错误 LookupError" in err


def test_a_summary_that_fails_costs_no_result(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(*_: object, **__: object) -> Never:
        raise ZeroDivisionError

    monkeypatch.setattr("govcheck.reports.to_text.to_text", faulty)
    assert main([str(FLAWED), "-f", "json"]) == 3
    assert names(folder) == ["flawed.govcheck.json"]
    out, err = capsys.readouterr()
    assert out == "已写入 flawed.govcheck.json\n"
    assert "未能写出摘要（内部错误 ZeroDivisionError）" in err


def test_a_result_for_standard_output_that_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("govcheck.reports.to_json.to_json", lambda *_: 1 // 0)
    assert main([str(FLAWED), "-f", "json", "-o", "-"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "ZeroDivisionError" in err


def test_a_judge_that_fails_stops_no_other_report(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(case: Case, book: Rulebook) -> Assessment:
        if "flawed" in case.document.source.name:
            raise KeyError("flawed")
        return assess(case, book)

    monkeypatch.setattr("govcheck.commands.check.assess", faulty)
    assert main([str(FLAWED), str(SOUND), "-f", "json"]) == 3
    assert names(folder) == ["sound.govcheck.json"]


def test_faults_in_judging_are_told_after_the_results(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = Fault(rule="format/parts", report="IndexError：\x1b[2J")

    def faulty(case: Case, book: Rulebook) -> Assessment:
        return replace(assess(case, book), faults=(fault,))

    monkeypatch.setattr("govcheck.commands.check.assess", faulty)
    assert main([str(FLAWED), "-f", "json"]) == 3
    assert names(folder) == ["flawed.govcheck.json"]
    err = capsys.readouterr().err
    assert "规则 format/parts 出错" in err
    assert "IndexError：‹U+001B›" in err


def test_last_year_is_refused_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(SOUND), "--last-year", "none.html"]) == 2
    assert capsys.readouterr().err == "govcheck: none.html：文件不存在\n"


@pytest.mark.parametrize(
    ("module", "name", "found"),
    [
        ("readers.from_html", "read_html", ["sound.govcheck.html"]),
        ("reports.to_html", "to_html", ["sound.govcheck.html"]),
    ],
)
def test_the_command_itself_ends_in_status_three(
    folder: Path, module: str, name: str, found: list[str]
) -> None:
    program = FAULTY.format(module=module, name=name)
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", program, "bad.html", str(SOUND)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 3
    assert names(folder) == found
    first = done.stderr.splitlines()[0]
    assert first.startswith("govcheck: bad.html：govcheck 未能")
    assert "beyond all‹U+000A›reason" in first
