"""What each step of a report takes, over different reports: `python benchmarks/shares.py`.

One page read over and over flatters every cache; these are pages of many bodies and of two
years, so of both editions of the form, each with a text of its own (`tests/province`).  Printed
are milliseconds of processor time for a report, of each page the least of several rounds, and
the memory that the process came to.  `--against PYTHON` has another copy of govcheck do the
same, page by page in turn, so that what else the machine does falls on both.
"""

import argparse
import gc
import sys
from collections.abc import Iterator
from itertools import pairwise
from resource import RUSAGE_SELF, getrusage
from subprocess import PIPE, Popen
from time import process_time
from typing import Final

from msgspec import json
from province_pages import reports

from govcheck.batch.packing import packed_body, packed_line
from govcheck.checking import read
from govcheck.comparison.peers.body import body_of
from govcheck.document.case import Case
from govcheck.judging.among import peer_terms
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook

STEPS: Final = ("read", "assess", "json", "body", "html")
_WARM: Final = 20
"""Pages of others that are read first."""
_OBJECTS: Final = 200_000
"""As a process of a batch has it."""


def pages(count: int) -> list[bytes]:
    """Return so many pages of about 25 KB, of two years in turn."""
    return [page for both in reports(-(-count // 2)) for page in both][:count]


def steps(page: bytes, book: Rulebook) -> Iterator[float]:
    """Do all that a batch does with a report; yield the time at the end of each step."""
    measure = peer_terms(book).measure
    yield process_time()
    document = read(page, name="report.html", knowledge=book.knowledge)
    yield process_time()
    found = assess(Case(document=document), book)
    yield process_time()
    packed_line(render("json", found, book))
    yield process_time()
    packed_body(body_of(document, file="", selection=measure and measure.selection))
    yield process_time()
    render("html", found, book)
    yield process_time()


def serve(count: int) -> None:
    """Answer numbers of pages with the seconds of each step, and an end with the memory."""
    book, given = load_rulebook(), pages(count + _WARM)
    for page in given[count:]:
        list(steps(page, book))
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS)
    print(flush=True)
    for line in sys.stdin:
        times = [*steps(given[int(line)], book)]
        each = [after - before for before, after in pairwise(times)]
        print(json.encode(each).decode(), flush=True)
    print(getrusage(RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)


def asked(process: Popen[str], number: int) -> list[float]:
    """Let a process read a page; return the seconds of each step."""
    if process.stdin is None or process.stdout is None:
        raise SystemExit
    process.stdin.write(f"{number}\n")
    process.stdin.flush()
    return json.decode(process.stdout.readline(), type=list[float])


def main() -> None:
    """Measure, and print a line for each step."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--against", default=None, help="Python of another govcheck")
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.serve:
        serve(chosen.pages)
        return
    words = [__file__, "--serve", "--pages", str(chosen.pages)]
    programs = [one for one in (chosen.against, sys.executable) if one]
    crew = [Popen([one, *words], stdin=PIPE, stdout=PIPE, text=True) for one in programs]
    for process in crew:
        if process.stdout:
            process.stdout.readline()
    found = [
        [[asked(one, page) for one in crew] for page in range(chosen.pages)]
        for _ in range(chosen.rounds)
    ]
    for at, step in enumerate(STEPS):
        least = [
            sum(min(row[page][who][at] for row in found) for page in range(chosen.pages))
            for who in range(len(crew))
        ]
        line(step, [one * 1e3 / chosen.pages for one in least])
    every = [sum(sum(page[who]) for row in found for page in row) for who in range(len(crew))]
    line("whole", [one * 1e3 / chosen.pages / chosen.rounds for one in every])
    for process in crew:
        process.communicate()


def line(name: str, times: list[float]) -> None:
    """Print milliseconds for a report; the mean, not the least, of the whole."""
    ratio = f"  x{times[0] / times[-1]:.3f}" if len(times) > 1 else ""
    print(f"{name:8}" + "".join(f"{one:8.2f} ms" for one in times) + ratio)


if __name__ == "__main__":
    main()
