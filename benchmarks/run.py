"""Where the time goes, as ratios within one run: `python benchmarks/run.py`.

Cold: a whole process, `govcheck report.html -f json`, against one that only imports click,
jinja2 and yaml (goal 2.0); both from bytecode, as installed packages have it.  Warm: reading,
judging and scoring pages in a running process, against lxml.html parsing the same bytes and
taking its text (goals 15, 8 and 6).  Every page is another body's, as large as the others, so
that nothing is remembered of it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from lxml import html
from pages import report, word_export

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook

COLD_GOAL = 2.0
WARM = (
    ("report", report, 25_000, 15),
    ("Word export", word_export, 160_000, 8),
    ("Word export", word_export, 400_000, 6),
)
PAGES = 40
PROCESSES = 7
"""The first ones write bytecode."""


def cold() -> None:
    """Measure a whole process, by the clock: the shortest times."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_bytes(report(25_000))
        bytecode = {"PYTHONPYCACHEPREFIX": folder}
        words = ["govcheck", str(page), "-f", "json", "-o", "-"]
        check = f"import sys; sys.argv = {words!r}; from govcheck.cli import run; run()"
        ours, base = (
            min(took(perf_counter, partial(_run, code, bytecode)) for _ in range(PROCESSES))
            for code in (check, "import click, jinja2, yaml")
        )
    line("cold, JSON", ours, base, COLD_GOAL)


def _run(code: str, settings: dict[str, str]) -> None:
    inherited = {key: v for key, v in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=inherited | settings)


def warm() -> None:
    """Measure checks in a running process, by its processor: the medians of their pages."""
    book = load_rulebook()

    def check(page: bytes) -> None:
        document = read(page, name="report.html", knowledge=book.knowledge)
        assess(Case(document=document), book)

    def parse(page: bytes) -> None:
        html.document_fromstring(page).text_content()

    for name, page_of, size, goal in WARM:
        pages = [page_of(size, number) for number in range(PAGES)]
        ours, base = (
            median(took(process_time, partial(action, page)) for page in pages)
            for action in (check, parse)
        )
        line(f"{size // 1000} KB {name}", ours, base, goal)


def took(clock: Callable[[], float], action: Callable[[], None]) -> float:
    """Return how long an action took, in seconds."""
    start = clock()
    action()
    return clock() - start


def line(name: str, ours: float, base: float, goal: float) -> None:
    """Print one comparison: both times in milliseconds, the ratio and its goal."""
    times = f"{ours * 1e3:8.2f} ms {base * 1e3:8.2f} ms"
    print(f"{name:32} {times}  x{ours / base:5.1f} (goal {goal})")


if __name__ == "__main__":
    cold()
    warm()
