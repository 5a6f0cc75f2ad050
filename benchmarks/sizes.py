"""Time and memory by size and shape, as a table in Markdown: `python benchmarks/sizes.py`.

Each file is read, judged and written as JSON by a process of its own; what that takes beside
the program itself is shown as seconds of processor time and as megabytes at the most.  What
is refused says so; what takes more than 5 seconds or 1 GB is in bold.
"""

import argparse
import sys
from collections.abc import Callable
from typing import Final

from growth import MOST, REFUSED, SLOWEST, cost, judge_once
from pages import EXAMPLE, dressed, report

SIZES: Final = (25_000, 160_000, 400_000, 1_000_000, 10_000_000)
_BEFORE, _MARKER, _AFTER = EXAMPLE.read_text("utf-8").partition("<h2>二、")


def _filled(unit: str) -> Callable[[int], bytes]:
    """Return what makes a report of a size, with the same thing said again and again."""
    page = len((_BEFORE + _MARKER + _AFTER).encode())

    def build(size: int) -> bytes:
        often = max(0, size - page) // len(unit.encode())
        return (_BEFORE + unit * often + _MARKER + _AFTER).encode()

    return build


def _word_export(size: int) -> bytes:
    """Return a page of about a size, most of it the markup that Word writes."""
    share = len(report(60_000)) / len(dressed(report(60_000).decode()).encode())
    return dressed(report(round(size * share)).decode()).encode()


def _one_table(size: int) -> bytes:
    rows = "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>\n"
    filling = f"<table>{rows * (max(0, size - 9_000) // len(rows.encode()))}</table>"
    return (_BEFORE + filling + _MARKER + _AFTER).encode()


SHAPES: Final[dict[str, Callable[[int], bytes]]] = {
    "prose": report,
    "Word export": _word_export,
    "one table": _one_table,
    "many tables": _filled("<table><tr><td>规章</td><td>1</td><td>2</td></tr></table>\n"),
    "many findings": _filled(
        "<p>主动公开信息100条，其中网站60条、微信50条。。公开公开信息</p>\n"
    ),
    "many headings": _filled("<h2>（一）主动公开情况</h2><p>主动公开政府信息。</p>\n"),
}


def _shown(content: bytes) -> str:
    one = cost(content, "html")
    if one.status == REFUSED:
        return "refused"
    words = f"{one.seconds:.2f} s, {one.megabytes:.0f} MB"
    return f"**{words}**" if one.seconds > SLOWEST or one.megabytes > MOST else words


def main() -> None:
    """Print a row for each shape."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--most", type=int, default=SIZES[-1], help="bytes of the largest file"
    )
    options.add_argument("shapes", nargs="*", help="parts of the names of shapes")
    chosen = options.parse_args()
    judge_once()
    sizes = [size for size in SIZES if size <= chosen.most]
    print("| shape |", " | ".join(f"{size // 1000:,} KB" for size in sizes), "|")
    print("|---" * (len(sizes) + 1) + "|")
    for name, build in SHAPES.items():
        if not chosen.shapes or any(part in name for part in chosen.shapes):
            print(f"| {name} |", end="", flush=True)
            for size in sizes:
                print(f" {_shown(build(size))} |", end="", flush=True)
            print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
