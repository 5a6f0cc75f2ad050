"""``govcheck review`` and ``check --review``: from skeleton to a waived finding."""

import os
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
        ("决定", "豁免"),
        ("核验人", "王审核"),
        ("日期", "2025-03-01"),
        ("理由", "另有规定"),
    ):
        text = text.replace(f"  {key}:\n", f"  {key}: {value}\n", 1)
    ledger.write_text(text, "utf-8")


def test_decision_reaches_the_result(folder: Path) -> None:
    assert main(["review", str(EXAMPLE)]) == 0
    waive_first(folder / "flawed.review.yaml")
    main(["check", str(EXAMPLE), "--review", "flawed.review.yaml", "-f", "json"])
    result = loads((folder / "flawed.govcheck.json").read_text("utf-8"))
    decisions = [one["decision"] for one in result["findings"] if one["decision"]]
    assert decisions == [
        {
            "decision": "豁免",
            "person": "王审核",
            "date": "2025-03-01",
            "reason": "另有规定",
            "until": None,
        }
    ]


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


FAULTY = "# 审查台账\na:\n  decision: waive\n  reason: 属实\n  person: 王\n  date: 2999-01-01\n"


def test_a_faulty_decision_stops_a_check_and_no_writer(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = folder / "flawed.review.yaml"
    ledger.write_text(FAULTY, "utf-8")
    assert main(["check", str(EXAMPLE), "--review", ledger.name]) == 2
    assert "flawed.review.yaml:6:" in capsys.readouterr().err
    assert main(["review", str(EXAMPLE)]) == 0
    assert "flawed.review.yaml:6:" in capsys.readouterr().err
    assert ledger.read_text("utf-8").startswith(FAULTY)
    assert ledger.read_text("utf-8").count("  决定:\n") > 1


def test_a_slip_of_the_pen_stops_both_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["review", str(EXAMPLE)])
    ledger = folder / "flawed.review.yaml"
    ledger.write_text(ledger.read_text("utf-8").replace("  理由:", "  理由", 1), "utf-8")
    before = ledger.read_bytes()
    for command in (["review", str(EXAMPLE)], ["check", str(EXAMPLE), "--review", ledger.name]):
        capsys.readouterr()
        assert main(command) == 2
        assert "flawed.review.yaml:19:" in capsys.readouterr().err
    assert ledger.read_bytes() == before
    assert not list(folder.glob("*.损坏-*"))


def test_a_half_written_ledger_keeps_its_decisions_in_force(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["review", str(EXAMPLE)])
    ledger = folder / "flawed.review.yaml"
    waive_first(ledger)
    content = ledger.read_bytes()
    ledger.write_bytes(content[:-60])
    main(["check", str(EXAMPLE), "--review", ledger.name, "-f", "json"])
    assert "没有写完" in capsys.readouterr().err
    result = loads((folder / "flawed.govcheck.json").read_text("utf-8"))
    assert sum(bool(one["decision"]) for one in result["findings"]) == 1
    assert ledger.read_bytes() == content[:-60]
    assert main(["review", str(EXAMPLE)]) == 0
    assert "已另存为 flawed.review.损坏-1.yaml" in capsys.readouterr().err
    assert ledger.read_bytes() == content


@pytest.mark.parametrize("link", [Path.hardlink_to, Path.symlink_to])
def test_the_report_is_no_ledger_by_whatever_name(
    folder: Path, capsys: pytest.CaptureFixture[str], link: object
) -> None:
    report = folder / "flawed.html"
    report.write_bytes(EXAMPLE.read_bytes())
    assert callable(link)
    link(folder / "other.yaml", report)
    for name in ("flawed.html", "./flawed.html", "other.yaml"):
        assert main(["review", "flawed.html", "-o", name]) == 2
        assert "是同一个文件" in capsys.readouterr().err
    assert report.read_bytes() == EXAMPLE.read_bytes()


def test_a_ledger_behind_a_link_is_completed_where_it_lies(folder: Path) -> None:
    (folder / "link.yaml").symlink_to(folder / "ledger.yaml")
    assert main(["review", str(EXAMPLE), "-o", "link.yaml"]) == 0
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "ledger.yaml").read_text("utf-8").startswith("# 审查台账")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
@pytest.mark.parametrize("command", [["check", "--review"], ["review", "-o"]])
def test_a_ledger_that_is_no_file_is_refused_in_a_line(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "folder").mkdir()
    for name in ("pipe", "folder", "/dev/zero"):
        assert main([*command, name, str(EXAMPLE)]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_a_day_serves_a_draft_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(EXAMPLE), "--today", "2026-01-05"]) == 2
    assert capsys.readouterr().err == "govcheck: --today 只用于 --draft（尚未公布的稿件）\n"
    assert not list(folder.iterdir())
    assert main(["review", str(EXAMPLE), "--draft", "--today", "2026-01-05"]) == 0
