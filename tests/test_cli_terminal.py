"""``govcheck check`` on the terminal: how much it says, of one report and of many."""

import json
import re
from pathlib import Path

import pytest

from govcheck.cli import main
from govcheck.reports.width import width

EXAMPLES = Path(__file__).parent.parent / "examples"
SOUND, FLAWED = str(EXAMPLES / "sound.html"), str(EXAMPLES / "flawed.html")
JSON = ("-f", "json")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)


def said(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    main([*arguments])
    return capsys.readouterr().out.splitlines()


def result(*arguments: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    main([*arguments, *JSON, "-o", "-"])
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_one_report_is_a_screen_that_ends_with_where_the_page_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = said(FLAWED, capsys=capsys)
    assert len(lines) <= 23
    assert max(map(width, lines)) <= 80
    assert lines[1].startswith("不合格  ")
    assert lines[-1] == "已写入 flawed.govcheck.html"
    assert sum(re.match(r" ?\d+\. \[", line) is not None for line in lines) > 10


def test_several_formats_leave_it_a_screen(capsys: pytest.CaptureFixture[str]) -> None:
    formats = [word for one in ("html", "json", "text", "sarif") for word in ("-f", one)]
    lines = said(FLAWED, *formats, capsys=capsys)
    assert len(lines) <= 23
    assert sum(line.startswith("已写入") for line in lines) == 4


def test_verbose_says_all_that_the_text_says(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(FLAWED, "-v", "-f", "text", capsys=capsys)
    text = Path("flawed.govcheck.txt").read_text("utf-8").splitlines()
    assert lines[: len(text)] == text
    assert any("依据：" in line for line in lines)
    assert not any("依据：" in line for line in said(FLAWED, capsys=capsys))


def test_quiet_says_the_verdicts_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(SOUND, "-q", capsys=capsys) == [f"合格  {SOUND}"]
    lines = said(SOUND, FLAWED, "-q", *JSON, capsys=capsys)
    assert lines == [f"合格  {SOUND}", f"不合格  {FLAWED}"]
    assert Path("sound.govcheck.json").exists()


def test_many_reports_are_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(FLAWED, SOUND, "none.html", *JSON, "-o", "结果/", capsys=capsys)
    assert [line.split()[0] for line in lines[:4]] == ["名次", "1", "2", "—"]
    assert lines[1].endswith("sound.html")
    assert lines[3].endswith("none.html")
    assert "共 3 份：合格 1 份，待核 0 份，不合格 1 份，未能检查 1 份。" in lines
    assert lines[-1] == "已写入 2 个文件，在目录 结果"
    assert max(map(width, lines)) <= 80


def test_many_with_verbose_are_told_each_and_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = said(FLAWED, SOUND, "-v", *JSON, capsys=capsys)
    assert "已写入 flawed.govcheck.json" in lines
    assert any(line.startswith("名次") for line in lines)


def test_reports_of_one_folder_are_named_from_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("甲", "乙"):
        (tmp_path / "很深" / "的" / name).mkdir(parents=True)
        (tmp_path / "很深" / "的" / name / "年报.html").write_bytes(Path(SOUND).read_bytes())
    lines = said("很深", *JSON, capsys=capsys)
    assert [line.split()[-1] for line in lines[1:3]] == ["乙/年报.html", "甲/年报.html"]
    assert [line.split()[0] for line in lines[1:3]] == ["并列", "并列"]


def test_statistics_count_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    for reports, others in (([FLAWED], ()), ([FLAWED, SOUND], ("-q",))):
        lines = said(*reports, "--statistics", *others, *JSON, capsys=capsys)
        head = lines.index("问题    待核    报告    规则")
        assert len(lines) > head + 10
        assert max(map(width, lines)) <= 80
    assert "规则" not in "".join(said(FLAWED, *JSON, capsys=capsys))


def test_nothing_beside_a_result_on_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for option in ("-v", "-q", "--statistics"):
        assert result(FLAWED, option, capsys=capsys)["verdict"] == "不合格"


def test_who_and_when_stand_beside_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    alone = result(FLAWED, capsys=capsys)
    who = ("--inspector", " 王 检查\n", "--inspected-on", "2026年1月5日")
    told = result(FLAWED, *who, capsys=capsys)
    assert told["inspection"] == {"inspector": "王 检查", "inspected_on": "2026-01-05"}
    assert alone["inspection"] is None
    assert {**told, "inspection": None} == alone
    assert "检查人：王 检查　检查日期：2026年1月5日" in said(FLAWED, *who, capsys=capsys)


@pytest.mark.parametrize("name", ["", "  ", "王" * 101])
def test_a_name_that_is_none_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([FLAWED, "--inspector", name]) == 2
    assert "--inspector 应为检查人的姓名" in capsys.readouterr().err


@pytest.mark.parametrize(
    "written",
    ["2026-01-05", "2026-1-5", "2026/1/5", "2026.01.05", "2026年1月5日", " 2026-01-05 "],
)
def test_a_day_is_taken_as_people_write_it(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    inspection = result(SOUND, "--inspected-on", written, capsys=capsys)["inspection"]
    assert inspection == {"inspector": None, "inspected_on": "2026-01-05"}


@pytest.mark.parametrize(
    "written",
    [
        "",
        "今天",
        "2026",
        "2026-13-01",
        "2026-02-30",
        "20260105",
        "26-1-5",
        "1026-01-05",
        "2026-W01-1",
        "2026-01-05T10:00",
    ],
)
@pytest.mark.parametrize("option", ["--today", "--inspected-on"])
def test_what_is_no_day_is_refused(
    written: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([SOUND, "--draft", option, written]) == 2
    err = capsys.readouterr().err
    assert f"选项 {option} 的值不可用：应写成 2026-01-10 这样的日期" in err
    assert err.count("\n") == 1


def test_a_day_alone_serves_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([SOUND, "--today", "2026-01-05"]) == 2
    assert "--today 只用于 --draft" in capsys.readouterr().err
    assert main([SOUND, "--draft", "--today", "2026-01-05"]) == 0


def test_a_ledger_stands_on_a_day_that_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["review", FLAWED, "-o", "台账.yaml"])
    capsys.readouterr()
    ledger = ("--review", "台账.yaml")
    for days in (("--today", "2026-01-05"), ("--inspected-on", "2026-01-05")):
        told = result(FLAWED, *ledger, *days, capsys=capsys)
        assert told["inspection"] == {"inspector": None, "inspected_on": "2026-01-05"}
    inspection = result(FLAWED, *ledger, capsys=capsys)["inspection"]
    assert isinstance(inspection, dict)
    assert inspection["inspected_on"]
    both = ("--today", "2026-01-05", "--inspected-on", "2026-01-06")
    assert main([FLAWED, *ledger, *both]) == 2
    assert "不是同一天" in capsys.readouterr().err


@pytest.mark.parametrize("region", ["火星", "云南/火星", "云南火星", ""])
def test_a_region_that_there_is_not_is_refused(
    region: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([SOUND, "--region", region]) == 2
    err = capsys.readouterr().err
    assert f"没有地区“{region}”" in err
    assert err.count("\n") == 1


def test_a_year_against_the_report_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = "".join(said(SOUND, "--year", "2023", capsys=capsys))
    assert "报告写的是2024年度，现按指定的2023年度检查" in text
    assert "现按指定" not in "".join(said(SOUND, "--year", "2024", capsys=capsys))
    page = Path("sound.govcheck.html").read_text("utf-8")
    main([SOUND, "--year", "2023"])
    assert "现按指定的2023年度" in Path("sound.govcheck.html").read_text("utf-8")
    assert "现按指定" not in page


def test_last_year_is_told_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(SOUND, "--last-year", FLAWED, capsys=capsys)
    assert any(line.startswith("上年报告：青禾县人民政府2024年") for line in lines)
    assert "没有比较" in "".join(lines)
