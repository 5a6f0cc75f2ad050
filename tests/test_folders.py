"""Folders as input: the reports in them, and nothing that hides, loops or is our own."""

import json
import os
from pathlib import Path

import pytest
from docx import Document as WordFile

from govcheck.cli import main
from govcheck.commands.folders import reports_in

EXAMPLES = Path(__file__).parent.parent / "examples"
SOUND, FLAWED = EXAMPLES / "sound.html", EXAMPLES / "flawed.html"
LINKS = pytest.mark.skipif(os.name != "posix", reason="links that anyone may make")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with reports at two depths, in which we are."""
    monkeypatch.chdir(tmp_path)
    within = tmp_path / "年报"
    (within / "乡镇").mkdir(parents=True)
    for path in (within / "县.html", within / "乡镇" / "甲镇.htm", within / "乡镇" / "乙.TXT"):
        path.write_bytes(SOUND.read_bytes())
    return within


def test_reports_below_are_found_by_the_ends_of_their_names(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "目录.xlsx").write_bytes(b"")
    (folder / "说明").write_bytes(b"")
    assert reports_in(["年报", "-", "别处.html"]) == (
        "年报/县.html",
        "年报/乡镇/乙.TXT",
        "年报/乡镇/甲镇.htm",
        "-",
        "别处.html",
    )
    out, err = capsys.readouterr()
    assert out == ""
    assert "检查 3 个文件；不检查其他格式的 2 个（.xlsx、无后缀）" in err


@pytest.mark.parametrize(
    ("hidden", "named"),
    [
        (".隐藏.html", ".隐藏.html"),
        ("~$县.docx", "~$县.docx"),
        ("._县.html", "._县.html"),
        (".旧/a.html", ".旧"),
        ("__MACOSX/县.html", "__MACOSX"),
        ("县_files/框.html", ""),
        (".DS_Store", ""),
        (".git/HEAD", ""),
    ],
)
def test_what_hides_is_left_out_and_named_where_it_may_be_a_report(
    folder: Path, capsys: pytest.CaptureFixture[str], hidden: str, named: str
) -> None:
    before = reports_in(["年报"])
    (folder / hidden).parent.mkdir(exist_ok=True)
    (folder / hidden).write_bytes(SOUND.read_bytes())
    assert reports_in(["年报"]) == before
    said = f"目录 年报：检查 3 个文件；不检查隐藏的 1 个（{named}）\n" if named else ""
    assert capsys.readouterr().err == said


def test_a_folder_of_files_without_their_page_is_like_any_other(folder: Path) -> None:
    (folder / "全部_files").mkdir()
    (folder / "全部_files" / "丙.html").write_bytes(SOUND.read_bytes())
    assert "年报/全部_files/丙.html" in reports_in(["年报"])


@LINKS
def test_links_to_files_are_followed_and_what_is_no_file_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(reports_in(["年报"]))
    (folder / "上级").symlink_to(folder)
    (folder / "乡镇" / "环").symlink_to("..")
    (folder / "自身.html").symlink_to("自身.html")
    (folder / "断.html").symlink_to("没有.html")
    os.mkfifo(folder / "管道.html")
    (folder / "别名.html").symlink_to(SOUND)
    assert set(reports_in(["年报"])) - before == {"年报/别名.html"}
    said = capsys.readouterr().err.replace("\n", "")
    odd = "上级、断.html、管道.html、自身.html、环"
    assert f"不检查失效的链接、通向目录的链接和管道等 5 个（{odd}）" in said
    (folder.parent / "入口").symlink_to(folder)
    assert len(reports_in(["入口"])) == len(before) + 1


def test_own_results_are_left_out_in_whatever_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = reports_in(["年报"])
    formats = ["html", "json", "text", "markdown", "docx", "xlsx", "junit", "sarif"]
    options = [word for one in formats for word in ("-f", one)]
    assert main(["年报/县.html", *options, "-o", "年报"]) == 0
    assert main(["年报/县.html", "-o", "年报/结果.html"]) == 0
    capsys.readouterr()
    main(["年报/县.html", "-f", "json"])
    (folder / "屏幕.txt").write_text(capsys.readouterr().out, "utf-8")
    main(["年报", "-f", "json"])
    (folder / "总表.txt").write_text(capsys.readouterr().out, "utf-8")
    assert reports_in(["年报"]) == before
    said = capsys.readouterr().err.replace("\n", "")
    assert "自己写出的 7 个（其中 屏幕.txt、总表.txt、结果.html）" in said


def test_a_marked_draft_is_left_out(folder: Path) -> None:
    main(["template", "--year", "2024", "--agency", "云岭市水务局", "-o", "空白.docx"])
    WordFile("空白.docx").save("年报/稿.docx")
    main(["年报/稿.docx", "--draft", "--annotate", "年报/批注稿.docx"])
    assert (folder / "批注稿.docx").exists()
    assert "年报/稿.docx" in reports_in(["年报"])
    assert "年报/批注稿.docx" not in reports_in(["年报"])


def test_a_folder_without_reports_is_refused_in_a_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "空").mkdir()
    assert main(["空"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "空：目录中没有可检查的报告" in err


def test_it_stops_no_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "空").mkdir()
    assert main(["空", "年报", "-f", "json", "-o", "结果"]) == 2
    assert len(list((folder.parent / "结果").iterdir())) == 3
    assert "未能检查 1 份" in capsys.readouterr().out


def test_all_in_a_folder_are_checked_each_under_its_name(folder: Path) -> None:
    (folder / "乡镇" / "县.html").write_bytes(FLAWED.read_bytes())
    assert main(["年报", "-f", "json", "-o", "结果"]) == 1
    results = {
        path.name: json.loads(path.read_text("utf-8")) for path in Path("结果").iterdir()
    }
    assert {name: one["verdict"] for name, one in results.items()} == {
        "乙.govcheck.json": "合格",
        "年报-县.govcheck.json": "合格",
        "乡镇-县.govcheck.json": "不合格",
        "甲镇.govcheck.json": "合格",
    }


@pytest.mark.usefixtures("folder")
def test_a_folder_is_no_report_of_last_year(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["年报/县.html", "--last-year", "年报"]) == 2
    assert "这是一个目录" in capsys.readouterr().err


def test_its_reports_are_not_written_over(folder: Path) -> None:
    assert main(["年报", "-f", "html", "-o", "年报"]) == 0
    assert main(["年报", "-f", "html", "-o", "年报"]) == 0
    assert (folder / "县.html").read_bytes() == SOUND.read_bytes()
