"""How time and memory grow with a file of hostile shape: `python benchmarks/growth.py`.

Each shape is read, judged and written as JSON by a process of its own, at two sizes or at one
(``--bytes 10_000_000``).  Shown are seconds of processor time and megabytes, and how many times
longer twice the size took: linear is 2, and whatever takes longer than ``WORST`` is marked.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from typing import Final, NamedTuple, NoReturn

from pages import EXAMPLE
from shapes import SHAPES
from word_shapes import WORD_SHAPES

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook

SMALL: Final = 250_000
"""Bytes of the smaller of two sizes."""
WORST: Final = 2.4
"""Times as long for twice the size; below it lies noise."""
SLOWEST: Final = 5.0
"""Seconds for 10 MB."""
MOST: Final = 1024.0
"""Megabytes for 10 MB."""
PATIENCE: Final = int(os.environ.get("PATIENCE", "60"))
"""Seconds of processor time after which a shape is given up."""
REFUSED: Final = 2

BOOK: Final = load_rulebook()

Build = Callable[[int], bytes]


class Cost(NamedTuple):
    """What one run took; status 0 says judged, 2 refused, anything else is a fault."""

    seconds: float
    megabytes: float
    status: int


def cost(content: bytes, suffix: str) -> Cost:
    """Check a file in a process of its own."""
    child = os.fork()
    if child == 0:
        _judge(content, suffix)
    _, status, use = os.wait4(child, 0)
    return Cost(
        use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)
    )


def _judge(content: bytes, suffix: str) -> NoReturn:
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    try:
        document = read(content, name=f"report.{suffix}", knowledge=BOOK.knowledge)
        render("json", assess(Case(document=document), BOOK), BOOK)
    except Unusable as error:
        print(f"    {error}", file=sys.stderr, flush=True)
        os._exit(REFUSED)
    os._exit(0)


def judge_once() -> None:
    """Load what a process loads once, before any is measured."""
    example = EXAMPLE.read_bytes()
    render(
        "json",
        assess(Case(document=read(example, name="a.html", knowledge=BOOK.knowledge)), BOOK),
        BOOK,
    )


def _show(name: str, cells: str, *, bad: bool, quiet: bool) -> None:
    if bad or not quiet:
        print(f"{'!!' if bad else '  '} {name:44} {cells}", flush=True)


def _grows(name: str, suffix: str, build: Build, size: int, *, quiet: bool) -> None:
    """Print what a shape takes at a size and at twice the size."""
    one, two = (cost(build(n), suffix) for n in (size, 2 * size))
    ratio = two.seconds / one.seconds
    bad = ratio > WORST or {one.status, two.status} - {0, REFUSED}
    cells = f"{one.seconds:7.2f} s {two.seconds:7.2f} s  x{ratio:4.1f}"
    _show(name, f"{cells} {one.status} {two.status}", bad=bool(bad), quiet=quiet)


def _fits(name: str, suffix: str, build: Build, size: int, *, quiet: bool) -> None:
    """Print what a shape takes at one size."""
    one = cost(build(size), suffix)
    bad = one.seconds > SLOWEST or one.megabytes > MOST or one.status not in (0, REFUSED)
    cells = f"{one.seconds:7.2f} s {one.megabytes:7.0f} MB {one.status}"
    _show(name, cells, bad=bad, quiet=quiet)


def main() -> None:
    """Measure the shapes that the command line names, or all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("words", nargs="*", help="parts of the names of shapes")
    options.add_argument("--bytes", type=int, default=0, help="measure this size only")
    options.add_argument("--quiet", action="store_true", help="show only what is too dear")
    chosen = options.parse_args()
    judge_once()
    for name, suffix, build in (*SHAPES, *WORD_SHAPES):
        if chosen.words and not any(word in name for word in chosen.words):
            continue
        if chosen.bytes:
            _fits(name, suffix, build, chosen.bytes, quiet=chosen.quiet)
        else:
            _grows(name, suffix, build, SMALL, quiet=chosen.quiet)


if __name__ == "__main__":
    sys.exit(main())
