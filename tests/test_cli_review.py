"""``govcheck review`` and ``check --review``: from skeleton to a waived finding."""

from json import loads
from pathlib import Path

import pytest

from govcheck.cli import main

EXAMPLE = Path(__file__).parent.parent / "examples" / "flawed.html"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def waive_first(ledger: Path) -> None:
    text = ledger.read_text("utf-8")
    for key, value in (
        ("decision", "waive"),
        ("reason", "另有规定"),
        ("person", "王审核"),
        ("date", "2025-03-01"),
    ):
        text = text.replace(f"  {key}:\n", f"  {key}: {value}\n", 1)
    ledger.write_text(text, "utf-8")


def test_decision_reaches_the_result(folder: Path) -> None:
    assert main(["review", str(EXAMPLE)]) == 0
    waive_first(folder / "flawed.review.yaml")
    main(["check", str(EXAMPLE), "--review", "flawed.review.yaml", "-f", "json"])
    result = loads((folder / "flawed.govcheck.json").read_text("utf-8"))
    waivers = [one["waiver"] for one in result["findings"] if one["waiver"]]
    assert [one["reason"] for one in waivers] == ["另有规定"]


def test_what_a_person_wrote_is_never_changed(folder: Path) -> None:
    main(["review", str(EXAMPLE)])
    ledger = folder / "flawed.review.yaml"
    waive_first(ledger)
    before = ledger.read_text("utf-8")
    assert main(["review", str(EXAMPLE)]) == 0
    assert ledger.read_text("utf-8") == before
    entry = before.rindex('\n"')
    ledger.write_text(before[: entry + 1], "utf-8")
    main(["review", str(EXAMPLE)])
    assert ledger.read_text("utf-8").startswith(before[: entry + 1])


def test_unsound_ledger_ends_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.yaml").write_text("a:\n  decision: nope\n", "utf-8")
    assert main(["check", str(EXAMPLE), "--review", "bad.yaml"]) == 2
    assert "bad.yaml:2:" in capsys.readouterr().err


def test_missing_report_is_said_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(folder / "none.html")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
