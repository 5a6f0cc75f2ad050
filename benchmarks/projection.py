"""What a hundred thousand reports take: `python benchmarks/projection.py 1000 2000 4000 8000`.

Checks a batch of each size, all reports of 25 KB and of bodies of their own, and draws a line
through what was measured: that is the last row of the table that it prints, which
`docs/十万份报告.md` explains.  On a machine that is busy the figures are worth nothing.
"""

import argparse
import os
import platform
import tempfile
from math import log
from pathlib import Path
from typing import Final, NamedTuple

from batch import batch, write

from govcheck.version import __version__

FAR: Final = 100_000
WARM: Final = 10
"""So many reports are checked before any are measured: patterns are compiled and kept."""
MEASURED: Final = """\
## 实测和推算

{machine}，{processes} 个进程，govcheck {version}。

| 份数 | 时间 | 每秒 | 增长 | 内存 | 磁盘 | index.html |
|---:|---:|---:|---:|---:|---:|---:|
"""


class Took(NamedTuple):
    """What a batch took: seconds, and megabytes."""

    count: int
    seconds: float
    memory: float
    disk: float
    index: float


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sizes", nargs="*", type=int, default=[1000, 2000, 4000, 8000])
    options.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    measured(WARM, given.processes)
    found = [measured(size, given.processes) for size in given.sizes]
    machine = f"{platform.machine()}，Python {platform.python_version()}"
    head = {"machine": machine, "processes": given.processes, "version": __version__}
    print(MEASURED.format(**head), end="")
    for before, one in zip([None, *found], found, strict=False):
        print(row(one, growth(before, one) if before else "—"))
    print(row(projected(found), "推算"))


def measured(count: int, processes: int) -> Took:
    """Check so many reports, in folders of their own."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        write(top / "in", count)
        took = batch(top / "in", top / "out", processes)
        sizes = {path: path.stat().st_size / 1e6 for path in (top / "out").rglob("*.*")}
        index = sizes[top / "out" / "index.html"]
        return Took(count, took.seconds, took.memory / 1e3, sum(sizes.values()), index)


def growth(before: Took, after: Took) -> str:
    """Return the exponent by which the time grew."""
    return f"{log(after.seconds / before.seconds) / log(after.count / before.count):.2f}"


def projected(found: list[Took]) -> Took:
    """Return what lies on the lines at a hundred thousand."""
    counts = [float(one.count) for one in found]
    lines = (line(counts, values) for values in list(zip(*found, strict=True))[1:])
    return Took(FAR, *(start + slope * FAR for start, slope in lines))


def line(counts: list[float], values: tuple[float, ...]) -> tuple[float, float]:
    """Return where the line through the points starts, and its slope, by least squares."""
    mean, middle = sum(counts) / len(counts), sum(values) / len(values)
    spread = sum((count - mean) ** 2 for count in counts)
    pairs = zip(counts, values, strict=True)
    slope = sum((count - mean) * (value - middle) for count, value in pairs) / spread
    return middle - slope * mean, slope


def row(one: Took, exponent: str) -> str:
    """Return a line of the table."""
    time = f"{one.seconds / 60:.1f} 分"
    rate = f"{one.count / one.seconds:.0f} 份"
    sizes = (f"{size:,.0f} MB" for size in (one.memory, one.disk, one.index))
    return f"| {one.count:,} | {time} | {rate} | {exponent} | {' | '.join(sizes)} |"


if __name__ == "__main__":
    main()
