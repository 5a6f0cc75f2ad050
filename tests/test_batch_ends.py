"""A batch that ends before its time, however it ends, loses nothing and repeats nothing."""

import json
import os
import random
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from batches import batch_process, results, short_reports

from govcheck.cli import main
from govcheck.commands.lock import locked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and limits")

_COUNTED = """
import os, signal, sys
left = {moment}
def count(event, _):
    global left
    if event == 'os.rename':
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
"""
"""Ends the leading process when it has moved so many files into their places; what former runs
left, which is removed first, is more or less by chance."""
_LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
"""
_MOMENTS = random.Random(16).choices(range(1, 16), k=9)  # noqa: S311 - any moments will do
_REPORTS = 24


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("batches")
    short_reports(top / "in", _REPORTS)
    done = batch_process("in", "-o", "undisturbed", "--figures", cwd=top)
    assert done.returncode == 1, done.stderr
    return top / "undisturbed"


def _journalled(folder: Path) -> dict[bytes, tuple[str, int]]:
    """Return the reports that are done, with their pages and when those were written."""
    if not (folder / "journal.sqlite").exists():
        return {}
    with closing(sqlite3.connect(folder / "journal.sqlite")) as store:
        rows = store.execute("select place, path from page").fetchall()
    return {place: (page, (folder / page).stat().st_mtime_ns) for place, page in rows}


def test_killed_at_any_moment_and_resumed_it_comes_to_the_same(undisturbed: Path) -> None:
    top, killed = undisturbed.parent, 0
    words = ("in", "-o", "out", "--resume", "--figures")
    before: dict[bytes, tuple[str, int]] = {}
    for moment in _MOMENTS:
        ended = batch_process(
            "in",
            "-o",
            "out",
            "--resume",
            "--figures",
            cwd=top,
            before=_COUNTED.format(moment=moment),
        )
        killed += ended.returncode == -signal.SIGKILL
        after = _journalled(top / "out")
        assert before.items() <= after.items()
        before = after
    assert killed > 1
    assert before
    done = batch_process(*words, cwd=top)
    assert done.returncode == 1, done.stderr
    assert results(top / "out") == results(undisturbed)


def test_killed_while_it_writes_its_outputs(undisturbed: Path) -> None:
    top, before = undisturbed.parent, results(undisturbed)
    words = ("in", "-o", "undisturbed", "--resume", "--figures")
    for moment in range(1, 4):
        code = _COUNTED.format(moment=moment)
        assert batch_process(*words, cwd=top, before=code).returncode == -signal.SIGKILL
    assert batch_process(*words, cwd=top).returncode == 1
    assert results(undisturbed) == before
    assert not list(undisturbed.glob("*原*"))


@pytest.mark.parametrize(
    ("most", "said"),
    [(160_000, "无法写入 out（超出文件大小的限制）"), (400_000, "journal.sqlite：磁盘已满")],
)
def test_a_full_disk_ends_it_in_a_line_and_nothing_finished_is_lost(
    tmp_path: Path, most: int, said: str
) -> None:
    short_reports(tmp_path / "in", 12)
    words = ("in", "-o", "out", "--resume")
    full = batch_process(*words, cwd=tmp_path, before=_LIMITED.format(most=most))
    assert full.returncode == 2
    (line,) = full.stderr.splitlines()
    assert said in line
    kept = _journalled(tmp_path / "out")
    assert not kept or f"已检查的 {len(kept)} 份都已保存，处理后加 --resume 接着做" in line
    assert len(kept) < 12
    assert batch_process(*words, cwd=tmp_path).returncode == 1
    assert kept.items() <= _journalled(tmp_path / "out").items()
    assert len(_journalled(tmp_path / "out")) == 12
    assert not list((tmp_path / "out" / "pages").glob(".*"))


def test_a_killed_worker_costs_the_report_that_it_had_in_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    short_reports(tmp_path / "in", 6)
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("govcheck.batch.judges._MODULE", "deadly_worker")
        assert main(["batch", "in", "-o", "out", "--workers", "2"]) == 1
    said = capsys.readouterr()
    assert "共 6 份" in said.out
    assert "未能检查 in/003.html：检查这份文件的进程异常终止" in said.err
    assert len(_journalled(tmp_path / "out")) == 5
    assert main(["batch", "in", "-o", "out", "--resume"]) == 1
    assert len(_journalled(tmp_path / "out")) == 6


def test_a_fault_of_our_own_stays_with_its_report_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    short_reports(tmp_path / "in", 5)
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("govcheck.batch.judges._MODULE", "faulty_worker")
        assert main(["batch", "in", "-o", "out"]) == 3
    said = capsys.readouterr().err
    assert "未能检查 in/003.html：govcheck 未能检查（内部错误）" in said
    assert "ArithmeticError：a fault of ours" in said
    assert len(_journalled(tmp_path / "out")) == 4
    assert main(["batch", "in", "-o", "out", "--resume"]) == 1
    assert len(_journalled(tmp_path / "out")) == 5


def test_a_fault_beside_a_page_leaves_nothing_and_all_else_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    short_reports(tmp_path / "in", 4)
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("govcheck.batch.judges._MODULE", "leaving_worker")
        assert main(["batch", "in", "-o", "out"]) == 3
    assert "a fault of ours" in capsys.readouterr().err
    assert not list((tmp_path / "out").rglob(".govcheck-*"))
    assert len(list((tmp_path / "out" / "pages").iterdir())) == 3
    assert (tmp_path / "out" / "league.csv").exists()


def test_a_name_that_is_no_text_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = os.fsdecode(b"\xc4\xea\xb1\xa8.html")
    for folder in ("in", "last"):
        short_reports(tmp_path / folder, 1)
        try:
            (tmp_path / folder / "000.html").rename(tmp_path / folder / named)
        except OSError:
            pytest.skip("this disk holds names of text alone")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / named).with_name("a.html").write_bytes(
        (tmp_path / "in" / named).read_bytes()
    )
    assert main(["batch", "in", "-o", "out", "--last-year", "last"]) == 1
    lines = (tmp_path / "out" / "results.jsonl").read_text("utf-8").splitlines()
    names = [json.loads(line)["result"]["input"]["name"] for line in lines]
    assert names == ["a.html", "‹U+DCC4›걨.html"]
    assert not list((tmp_path / "out").rglob(".govcheck-*"))


def test_two_batches_do_not_write_into_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    short_reports(tmp_path / "in", 1)
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    with locked(tmp_path / "out" / "journal.sqlite", taken=""):
        assert main(["batch", "in", "-o", "out"]) == 2
    assert "另一个 govcheck 正在往这个目录写批次" in capsys.readouterr().err
    assert main(["batch", "in", "-o", "out"]) == 1
    assert main(["batch", "in", "-o", "out"]) == 2
    assert "--resume" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="links that anyone may make")
@pytest.mark.parametrize("name", ["pages", "comparisons", "journal.sqlite"])
def test_nothing_is_written_where_a_link_leads(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    short_reports(tmp_path / "in", 2)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    leads_to = tmp_path / "elsewhere" / ("new" if "." in name else "")
    (tmp_path / "out" / name).symlink_to(leads_to)
    monkeypatch.chdir(tmp_path)
    assert main(["batch", "in", "-o", "out"]) == 2
    assert f"out/{name} 是一个链接" in capsys.readouterr().err
    assert not list((tmp_path / "elsewhere").iterdir())
    (tmp_path / "entry").symlink_to(tmp_path / "elsewhere")
    assert main(["batch", "in", "-o", "entry"]) == 1
    assert len(list((tmp_path / "elsewhere" / "pages").iterdir())) == 2


def test_what_stands_in_the_place_of_a_page_is_told_before_work_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    short_reports(tmp_path / "in", 3)
    (tmp_path / "out" / "pages").mkdir(parents=True)
    for name in ("001.govcheck.html", "002.govcheck.html", "我的.html"):
        (tmp_path / "out" / "pages" / name).write_text("mine", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("govcheck.batch.judges._MODULE", "nobody")
    assert main(["batch", "in", "-o", "out"]) == 2
    said = capsys.readouterr().err
    assert "001.govcheck.html 已存在" in said
    assert "002.govcheck.html 已存在" in said
    assert "000" not in said
    assert not (tmp_path / "out" / "journal.sqlite").exists()
