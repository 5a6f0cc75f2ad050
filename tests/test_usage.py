"""Help and refusals: all in Chinese, in lines that fit, with a way out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govcheck.cli import main
from govcheck.reports.width import width

SOUND = str(Path(__file__).parent.parent / "examples" / "sound.html")
COMMANDS = ("check", "rules", "template", "review", "compare", "collect", "batch", "serve")
BELOW = ("list", "show", "test", "kinds", "reference", "coverage", "new", "try", "diff", "law")
ENGLISH = re.compile(
    r"(?i)\b(?:usage|options?|commands?|missing|error|invalid|try|show|exit|default|no such"
    r"|required|argument|integer|range|unexpected|extra)\b"
)
"""Words of click's own; those that name a thing of ours stand apart from them."""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def helped(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([*arguments, "-h"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


ALL = [(), *((one,) for one in COMMANDS), *(("rules", one) for one in BELOW)]


@pytest.mark.parametrize("arguments", ALL)
@pytest.mark.parametrize("columns", ["80", "50", "120"])
def test_help_is_chinese_and_fits(
    arguments: tuple[str, ...],
    columns: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = helped(*arguments, capsys=capsys)
    assert out.startswith(f"用法：{' '.join(('govcheck', *arguments))} ")
    assert "显示这一说明。" in out
    assert max(map(width, out.splitlines())) <= int(columns)
    words = re.sub(r"^  .{22}|rules (?:show|try)", "", out, flags=re.MULTILINE)
    assert not ENGLISH.search(words), ENGLISH.search(words)


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    out = helped(capsys=capsys)
    for command in (*COMMANDS, *(f"rules {one}" for one in BELOW)):
        assert f"\n  {command} " in out
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == out


def test_without_a_word_all_commands_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    listed = helped(capsys=capsys)
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert out == listed
    assert err.count("\n") == 1
    assert main(["rules"]) == 2
    assert "coverage" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["chek", "Check", "chekc", "checks", "chck", "CHECK"])
def test_a_mistyped_command_is_answered_with_the_right_one(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word, SOUND]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"没有命令 {word}，是否要 check" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rule", "list"], "是否要 rules"),
        (["templat"], "是否要 template"),
        (["rules", "lst"], "是否要 list"),
        (["rules", "年报"], "没有命令 年报；可用：coverage、diff、kinds"),
        (["help"], "没有命令 help；可用：check、rules"),
        (["年报"], "年报：文件不存在"),
        (["chek.html"], "chek.html：文件不存在"),
    ],
)
def test_what_is_no_command(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_report_may_be_called_like_a_command_mistyped(tmp_path: Path) -> None:
    (tmp_path / "chek").write_bytes(Path(SOUND).read_bytes())
    assert main(["chek", "-f", "json"]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "缺少 REPORT"),
        (["rules", "show"], "缺少 ID"),
        (["template"], "缺少 选项 --year"),
        (["template", "--year", "2024"], "缺少 选项 --agency"),
        ([SOUND, "--colour"], "没有选项 --colour"),
        ([SOUND, "--last-yaer", "x"], "没有选项 --last-yaer；是否要用 --last-year"),
        ([SOUND, "-x"], "没有选项 -x"),
        ([SOUND, "-o"], "选项 -o 后面缺少值"),
        ([SOUND, "--year"], "选项 --year 后面缺少值"),
        ([SOUND, "--draft=yes"], "选项 --draft 后面不能带值"),
        ([SOUND, "-f", "pdf"], "选项 --format 的值不可用，可取：html、json"),
        ([SOUND, "--fail-on", "grave"], "选项 --fail-on 的值不可用，可取：critical"),
        ([SOUND, "--agency-kind", "局"], "选项 --agency-kind 的值不可用，可取：government"),
        ([SOUND, "--year", "去年"], "选项 --year 的值不可用，应为 2000 至 2100 的整数"),
        (
            [SOUND, "--inspected-on", "明天"],
            "选项 --inspected-on 的值不可用：应写成 2026-01-10",
        ),
        (["rules", "list", "全部", "规则"], "多余的参数：全部 规则"),
        (["review", SOUND, "x.html"], "多份报告的台账请用 -o"),
        ([SOUND, "-q", "-v"], "不能同时用"),
    ],
)
def test_a_command_that_cannot_be_used_is_told_in_a_chinese_line(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert not ENGLISH.search(err.replace(str(tmp_path), "")), err
    assert not list(tmp_path.iterdir())


def completed(*words: str, asked: str = "bash") -> list[str]:
    """Return what a shell is told to complete the last word with."""
    done = subprocess.run(
        [sys.executable, "-c", "from govcheck.cli import run; run()"],
        env={
            **os.environ,
            "_GOVCHECK_COMPLETE": f"{asked}_complete",
            "COMP_WORDS": " ".join(("govcheck", *words)),
            "COMP_CWORD": str(len(words)),
        },
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


def test_shells_complete_commands_options_values_and_files() -> None:
    assert completed("") == [f"plain,{one}" for one in COMMANDS]
    assert completed("ru") == ["plain,rules"]
    assert completed("年") == ["file,年"]
    assert completed("check", "年") == ["file,年"]
    assert completed("年报.html", "--inspect") == ["plain,--inspector", "plain,--inspected-on"]
    assert completed("年报.html", "-f", "j") == ["plain,json", "plain,junit"]
    assert completed("rules", "sh") == ["plain,show"]
    assert completed("rules", "sh", asked="zsh")[:2] == ["plain", "show"]
