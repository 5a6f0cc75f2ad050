"""How fast a batch is, and how much memory it takes: `python benchmarks/batch.py`.

Rate: reports of 25 KB a second and processor, from start to end, pages and all (goal 120); by
the clock, and by the time that processors worked, which other programs disturb less.  Two
processes against one (goal 1.8).  Memory: the greatest of all processes at once, at so many
reports and at ten times as many (goal: within a tenth).  All from bytecode, as installed
packages have it.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from typing import NamedTuple

from province_pages import reports

_BATCH = "import sys; from govcheck.cli import main; sys.exit(main(sys.argv[1:]))"


def write(folder: Path, count: int) -> None:
    """Write so many reports of one year, each of another body and with a text of its own."""
    folder.mkdir()
    for number, (_, page) in enumerate(reports(count)):
        (folder / f"{number:05}.html").write_bytes(page)


class Measured(NamedTuple):
    """What a batch took."""

    seconds: float
    worked: float
    """Seconds of all processors together."""
    memory: int
    """The greatest sum of its processes' resident memory, in KB."""


def batch(folder: Path, output: Path, workers: int) -> Measured:
    """Run a batch."""
    words = ["batch", str(folder), "-o", str(output), "--workers", str(workers)]
    inherited = {key: v for key, v in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    settings = inherited | {"PYTHONPYCACHEPREFIX": str(output.parent / "bytecode")}
    before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", _BATCH, *words], stdout=subprocess.DEVNULL, env=settings
    )
    greatest = 0
    while process.poll() is None:
        greatest = max(greatest, memory_of(process.pid))
        try:
            process.wait(0.2)
        except subprocess.TimeoutExpired:
            continue
    seconds, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(seconds, worked, greatest)


def memory_of(pid: int) -> int:
    """Return the resident memory, in KB, of a process and of those that it has started."""
    own = 0
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        own = int(found[1]) if (found := re.search(r"VmRSS:\s+(\d+)", status)) else 0
        tasks = os.listdir(f"/proc/{pid}/task")  # noqa: PTH208 - names alone
        children = [Path(f"/proc/{pid}/task/{task}/children").read_text() for task in tasks]
    except OSError:
        return own
    return own + sum(memory_of(int(child)) for words in children for child in words.split())


def main() -> None:
    """Measure, and print a line for each."""
    few = int(sys.argv[1]) if sys.argv[1:] else 100
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        write(top / "few", few)
        write(top / "many", 10 * few)
        batch(top / "few", top / "warm", 2)
        one = batch(top / "few", top / "one", 1)
        line(few, 1, one)
        two = batch(top / "few", top / "two", 2)
        line(few, 2, two)
        print(f"two processes against one: x{one.seconds / two.seconds:.2f} (goal 1.8)")
        all_of_them = batch(top / "many", top / "all", 2)
        line(10 * few, 2, all_of_them)
        print(f"memory: x{all_of_them.memory / two.memory:.2f} (goal 1.1)")


def line(count: int, processes: int, took: Measured) -> None:
    """Print what a batch took."""
    rates = f"{count / took.seconds:6.1f} a second, {count / took.worked:6.1f} a processor's"
    print(f"{count:6} reports, {processes} processes: {rates}, {took.memory // 1024} MB")


if __name__ == "__main__":
    main()
