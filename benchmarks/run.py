"""Where the time goes, as ratios within one run: `python benchmarks/run.py`.

Cold: a whole process, `govcheck report.html -f json`, against one that only imports click,
jinja2 and yaml (goal 2.0); both from bytecode, as installed packages have it.  Warm: reading,
judging and scoring a page in a running process, against lxml.html parsing the same bytes and
taking its text (goals 15, 8 and 6).
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from lxml import html
from pages import report, word_export

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook

COLD_GOAL = 2.0
WARM = (
    ("25 KB report", report(25_000), 15),
    ("160 KB Word export", word_export(160_000), 8),
    ("400 KB Word export", word_export(400_000), 6),
)


def best(action: Callable[[], object], *, seconds: float = 2.0) -> float:
    """Return the shortest time, in seconds, that the action took within the given time."""
    shortest, until = float("inf"), perf_counter() + seconds
    while perf_counter() < until:
        start = perf_counter()
        action()
        shortest = min(shortest, perf_counter() - start)
    return shortest


def cold() -> None:
    """Measure a whole process."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_bytes(report(25_000))
        bytecode = {"PYTHONPYCACHEPREFIX": folder}
        words = ["govcheck", str(page), "-f", "json", "-o", "-"]
        check = f"import sys; sys.argv = {words!r}; from govcheck.cli import run; run()"
        ours, base = (
            best(lambda code=code: _run(code, bytecode), seconds=6)
            for code in (check, "import click, jinja2, yaml")
        )
    line("cold, JSON", ours, base, COLD_GOAL)


def _run(code: str, settings: dict[str, str]) -> None:
    inherited = {key: v for key, v in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=inherited | settings)


def warm() -> None:
    """Measure checks in a running process."""
    book = load_rulebook()
    for name, page, goal in WARM:
        ours = best(
            lambda page=page: assess(
                Case(document=read(page, name="report.html", knowledge=book.knowledge)), book
            )
        )
        base = best(lambda page=page: html.document_fromstring(page).text_content())
        line(f"{name} ({len(page) // 1000} KB)", ours, base, goal)


def line(name: str, ours: float, base: float, goal: float) -> None:
    """Print one comparison: both times in milliseconds, the ratio and its goal."""
    times = f"{ours * 1e3:8.2f} ms {base * 1e3:8.2f} ms"
    print(f"{name:32} {times}  x{ours / base:5.1f} (goal {goal})")


if __name__ == "__main__":
    cold()
    warm()
