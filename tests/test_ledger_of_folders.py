"""``govcheck review`` over folders, with the options of ``check``, and what it takes out."""

from json import loads
from pathlib import Path
from typing import Any

import pytest

from govcheck.cli import main

TESTS = Path(__file__).parent
FLAWED = (TESTS.parent / "examples" / "flawed.html").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "各单位").mkdir()
    (tmp_path / "各单位" / "甲.html").write_text(FLAWED, "utf-8")
    (tmp_path / "各单位" / "乙.html").write_text(FLAWED.replace("青禾县", "松溪县"), "utf-8")
    return tmp_path


def findings(name: str, *options: str) -> list[dict[str, Any]]:
    main(["check", f"各单位/{name}.html", *options, "-f", "json"])
    found: list[dict[str, Any]] = loads(Path(f"{name}.govcheck.json").read_text("utf-8"))[
        "findings"
    ]
    return found


def fill(ledger: Path, entry: str) -> None:
    """Decide on the entry that has these words."""
    text = ledger.read_text("utf-8")
    at = text.index("  决定:\n", text.index(entry))
    made = "  决定: 豁免\n  核验人: 王\n  日期: 2026-03-01\n  理由: 属实\n"
    rest = text[at:].partition("  有效期至:")
    ledger.write_text(text[:at] + made + rest[1] + rest[2], "utf-8")


def test_a_ledger_of_a_folder_names_each_report(folder: Path) -> None:
    assert main(["review", "各单位"]) == 0
    ledger = folder / "各单位.review.yaml"
    text = ledger.read_text("utf-8")
    assert text.count("青禾县人民政府（2024年度）") == text.count("松溪县人民政府（2024年度）")
    fill(ledger, "松溪县人民政府")
    assert sum(bool(one["decision"]) for one in findings("乙", "--review", str(ledger))) == 1
    assert not any(one["decision"] for one in findings("甲", "--review", str(ledger)))
    assert main(["check", "各单位/甲.html", "各单位/乙.html", "--review", str(ledger)]) == 1


def test_what_no_longer_occurs_stays_until_it_is_pruned(folder: Path) -> None:
    main(["review", "各单位", "-o", "台账.yaml"])
    ledger = folder / "台账.yaml"
    fill(ledger, "布署")
    before = ledger.read_text("utf-8")
    for report in (folder / "各单位").iterdir():
        report.write_text(report.read_text("utf-8").replace("布署", "部署"), "utf-8")
    main(["review", "各单位/甲.html", "-o", "台账.yaml"])
    assert ledger.read_text("utf-8") == before
    main(["review", "各单位/甲.html", "-o", "台账.yaml", "--prune"])
    pruned = ledger.read_text("utf-8")
    assert pruned.count("布署") == before.count("布署") / 2  # the other report's stay
    assert "决定: 豁免" in pruned
    main(["review", "各单位", "-o", "台账.yaml", "--prune"])
    assert "布署" not in ledger.read_text("utf-8")
    assert "决定: 豁免" in (folder / "台账.移除-2.yaml").read_text("utf-8")


def test_review_judges_as_check_does(folder: Path) -> None:
    main(["review", "各单位/甲.html", "-o", "稿.yaml", "--draft", "--today", "2025-02-01"])
    main(["review", "各单位/甲.html", "-o", "文.yaml", "--year", "2023"])
    assert "逾期" not in (folder / "稿.yaml").read_text("utf-8")
    assert "（2023年度）" in (folder / "文.yaml").read_text("utf-8")


def test_two_files_of_one_report_are_one_in_the_ledger(folder: Path) -> None:
    (folder / "各单位" / "甲抄件.html").write_text(FLAWED, "utf-8")
    assert main(["review", "各单位", "-o", "台账.yaml"]) == 0
    twice = (folder / "台账.yaml").read_text("utf-8")
    (folder / "各单位" / "甲抄件.html").unlink()
    assert main(["review", "各单位", "-o", "再.yaml"]) == 0
    assert twice == (folder / "再.yaml").read_text("utf-8")


def test_whether_the_rules_apply_is_not_decided_in_a_ledger(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "院.html").write_text(FLAWED.replace("青禾县人民政府", "青禾县人民法院"), "utf-8")
    assert main(["review", "院.html", "-o", "院.yaml"]) == 0
    assert not (folder / "院.yaml").exists()
    assert "没有由台账决定的事项" in capsys.readouterr().out


def test_a_ledger_is_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "各单位", "-o", "-"]) == 2
    assert not (folder / "-").exists()
    assert "台账要保存为文件" in capsys.readouterr().err
