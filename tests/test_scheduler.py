"""A batch judged by the workers of a Dask scheduler comes to what it does on one machine."""

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from batches import EXAMPLES, FLAWED, SOUND, batch_process, results, short_reports

pytest.importorskip("distributed", reason="the extra [dist] is not installed")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes that a signal kills")
_SCHEDULER = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
_WORKER = ("worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
_KILLING = """
import os, signal
from govcheck.commands.batch_telling import Watching
more = Watching.more
def more_and_kill(self, count):
    more(self, count)
    if self._done == self._total // 2:
        os.kill({victim}, signal.SIGKILL)
Watching.more = more_and_kill
"""


_BLIND = """
import os, sys
from pathlib import Path
import govcheck.batch.scheduled_worker as one
hidden = os.path.realpath({hidden!r})
one.path_of = lambda place: Path("nowhere")
def look(event, given):
    if event == "open" and os.path.realpath(os.fsdecode(given[0])).startswith(hidden):
        raise FileNotFoundError(given[0])
sys.addaudithook(lambda event, given: isinstance(given[:1], tuple) and event == "open"
    and isinstance(given[0], (str, bytes)) and look(event, given))
"""


class Cluster:
    """A scheduler and its workers, processes of this machine."""

    def __init__(self, processes: ExitStack, scratch: Path) -> None:
        self._processes = processes
        self._surroundings = {**os.environ, "TMPDIR": str(scratch)}
        _, line = self._started(*_SCHEDULER, until="Scheduler at:")
        self.address = line.split()[-1]

    def worker(self, *words: str) -> subprocess.Popen[str]:
        """Start a worker, and wait until the scheduler knows it."""
        return self._started(*_WORKER, *words, self.address, until="Registered to:")[0]

    def _started(self, *words: str, until: str) -> tuple[subprocess.Popen[str], str]:
        command = [sys.executable, "-m", "dask", *words]
        process = subprocess.Popen(  # noqa: S603
            command, stderr=subprocess.PIPE, text=True, env=self._surroundings
        )
        self._processes.callback(process.communicate)
        self._processes.callback(process.kill)
        assert process.stderr is not None
        return process, next(line for line in process.stderr if until in line)


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with ExitStack() as processes:
        yield Cluster(processes, tmp_path_factory.mktemp("scratch"))


def rows(workbook: Path) -> bytes:
    """Return the cells of a workbook as its file has them."""
    with zipfile.ZipFile(workbook) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_one_of_three_workers_is_killed_and_the_result_is_the_same(
    tmp_path: Path, cluster: Cluster
) -> None:
    short_reports(tmp_path / "in", 40)
    (tmp_path / "last").mkdir()
    last = SOUND.read_text("utf-8").replace("2024年", "2023年").replace("2025", "2024")
    (tmp_path / "last" / "a.html").write_text(last, "utf-8")
    for path in (SOUND, FLAWED):
        (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "in" / "empty.html").write_bytes(b"")
    command = ("in", "--last-year", "last", "--figures", "-o")
    here = batch_process(*command, "here", cwd=tmp_path)
    victim, *_ = (cluster.worker() for _ in range(3))
    there = batch_process(
        *command,
        "there",
        "--scheduler",
        cluster.address,
        before=_KILLING.format(victim=victim.pid),
        cwd=tmp_path,
    )
    assert victim.wait() == -signal.SIGKILL
    assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert results(tmp_path / "there") == results(tmp_path / "here")
    assert rows(tmp_path / "there" / "league.xlsx") == rows(tmp_path / "here" / "league.xlsx")
    assert not list((tmp_path / "there").rglob(".govcheck-*"))


def test_what_cannot_judge_is_told_in_a_line(tmp_path: Path, cluster: Cluster) -> None:
    short_reports(tmp_path / "in", 1)
    command = ("in", "-o", "out", "--resume", "--scheduler")
    nobody = batch_process(*command, cluster.address, cwd=tmp_path)
    assert (nobody.returncode, nobody.stderr) == (2, "govcheck: 调度器没有工作进程\n")
    cluster.worker()
    other = "import govcheck.batch.scheduler as one\none.__version__ = '0'"
    apart = batch_process(*command, cluster.address, before=other, cwd=tmp_path)
    assert apart.returncode == 2
    assert "govcheck 是另一版本" in apart.stderr
    both = batch_process(*command, cluster.address, "--workers", "2", cwd=tmp_path)
    assert "不能与 --scheduler 同时使用" in both.stderr
    odd = batch_process(*command, "nowhere", cwd=tmp_path)
    assert "连不上 Dask 调度器 nowhere" in odd.stderr
    assert odd.stderr.count("\n") == 1


def test_when_the_last_worker_is_lost_it_ends_and_goes_on_with_another(
    tmp_path: Path, cluster: Cluster
) -> None:
    short_reports(tmp_path / "in", 120)
    command = ("in", "-o", "out", "--resume", "--scheduler", cluster.address)
    victim = cluster.worker()
    impatient = "from govcheck.batch import scheduler as one\none._PAUSE = one._TO_RETURN = 1\n"
    killing = _KILLING.format(victim=victim.pid).replace("self._total // 2", "25")
    lost = batch_process(*command, before=impatient + killing, cwd=tmp_path)
    assert lost.returncode == 2
    (line,) = lost.stderr.splitlines()
    assert "没有工作进程了" in line
    assert "都已保存，处理后加 --resume 接着做" in line
    cluster.worker()
    assert batch_process(*command, cwd=tmp_path).returncode == 1


def hidden_reports(folder: Path) -> tuple[str, ...]:
    """Write a batch with all that may lie beside a report, and return its command."""
    short_reports(folder / "in", 30)
    for path in (SOUND, FLAWED):
        (folder / "in" / path.name).write_bytes(path.read_bytes())
    (folder / "in" / "empty.html").write_bytes(b"")
    beside = folder / "in" / "framed_files"
    beside.mkdir()
    shown = "".join(f'<img src="{name}.png">' for name in ("there", "gone"))
    inner = FLAWED.read_text("utf-8").replace("</body>", f"{shown}</body>")
    (beside / "inner.html").write_text(inner, "utf-8")
    (beside / "there.png").write_bytes(b"\x89PNG")
    (folder / "in" / "framed.html").write_text(
        '<iframe src="framed_files/inner.html"></iframe>'
    )
    (folder / "last").mkdir()
    last = SOUND.read_text("utf-8").replace("2024年", "2023年").replace("2025", "2024")
    (folder / "last" / "a.html").write_text(last, "utf-8")
    shutil.copytree(EXAMPLES / "songxi", folder / "songxi")
    (folder / "list.csv").write_text(
        "文件,另一文本\nin/flawed.html,in/framed.html\nin/empty.html,\nin/gone.html,\n", "utf-8"
    )
    return ("list.csv", "in", "--last-year", "last", "--rules", "songxi", "-o")


def test_workers_that_do_not_see_the_files_are_sent_them(
    tmp_path: Path, cluster: Cluster
) -> None:
    hidden = tmp_path / "hidden"
    command = hidden_reports(hidden)
    here = batch_process(*command, "here", cwd=hidden)
    (tmp_path / "blind.py").write_text(_BLIND.format(hidden=str(hidden)), "utf-8")
    for _ in range(2):
        cluster.worker("--preload", str(tmp_path / "blind.py"))
    there = batch_process(*command, "there", "--scheduler", cluster.address, cwd=hidden)
    said, *rest = there.stderr.splitlines(keepends=True)
    assert "随任务发送" in said
    assert (there.returncode, "".join(rest)) == (here.returncode, here.stderr)
    assert results(hidden / "there") == results(hidden / "here")
    compared = Path("comparisons", "flawed.govcheck.html")
    both = [hidden / one / compared for one in ("there", "here")]
    assert both[0].read_bytes() == both[1].read_bytes()
    again = batch_process(*command, "there", "--resume", cwd=hidden)
    assert again.returncode == there.returncode
    assert not list((hidden / "there").rglob(".govcheck-*"))
