"""How soon the index of a large batch is there: `python benchmarks/index.py 1000 3000 10000`.

Each report is another body's and like the one before it.  Shown are megabytes, and seconds in
a headless Chromium (``CHROMIUM`` or on the PATH) from the navigation to the load event and to
the first line of the ranking on the screen, and from a word in the search to its lines; the
least of three.  Goal: two seconds at 3,000.
"""

import argparse
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from browsers import started
from msgspec.structs import replace
from overviews import BOOK, summary

from govcheck.reports.batch.likeness_pages import likeness_pages
from govcheck.reports.batch.overview import Alike, Named, Overview
from govcheck.reports.batch.report_summary import Placing, ReportSummary
from govcheck.reports.batch.to_html import to_html

_EXAMPLES: Final = [summary(name, file=name) for name in ("sound.html", "flawed.html")]
_PAIRS: Final = tuple((f"第{at}句：健全制度，完善平台，加强培训。",) * 2 for at in range(40))
_PAINTED: Final = """
new Promise((tell) => {
  const look = () => document.querySelector(".ranking tbody tr")
    ? requestAnimationFrame(() => setTimeout(() => tell(performance.now())))
    : requestAnimationFrame(look);
  look();
})
"""
_LOADED: Final = "performance.getEntriesByType('navigation')[0].loadEventEnd"
_SOUGHT: Final = """
() => {
  const begun = performance.now();
  const query = document.getElementById("query");
  query.value = "局";
  query.dispatchEvent(new Event("input", {bubbles: true}));
  return new Promise((tell) =>
    requestAnimationFrame(() => setTimeout(() => tell(performance.now() - begun))));
}
"""


def main() -> None:
    """Open an index of each size that the command line names."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sizes", nargs="*", type=int, default=[1000, 3000, 10_000])
    sizes = options.parse_args().sizes
    with tempfile.TemporaryDirectory() as name, started() as browser:
        for size in sizes:
            path = Path(name) / f"{size}.html"
            path.write_text("".join(to_html(batch(size), BOOK)), "utf-8")
            pages = sum(len(page) for _, page in likeness_pages(batch(size).alike, ""))
            took = min(opened(browser, path) for _ in range(3))
            loaded, painted, sought = (f"{one / 1000:.2f} s" for one in took)
            sizes_said = f"{path.stat().st_size / 1e6:.1f} MB ({pages / 1e6:.1f} MB beside it)"
            print(
                f"{size:6}: {sizes_said}, {loaded} loaded, {painted} painted, {sought} sought"
            )


def batch(size: int) -> Overview:
    """Return a batch of so many reports."""
    reports = [_report(number) for number in range(size)]
    named = [Named(body=one.body, page=one.placing.page) for one in reports]
    return Overview(
        reports=reports,
        ranked=[(str(rank), one) for rank, one in enumerate(reports, 1)],
        alike=[
            Alike(named=pair, message="40 句中有 40 句相同", pairs=_PAIRS)
            for pair in pairwise(named)
        ],
    )


def _report(number: int) -> ReportSummary:
    body = "云岭市水务" + "".join("甲乙丙丁戊己庚辛壬癸"[int(at)] for at in f"{number:05}")
    placing = Placing(name=f"年报/{body}.html", page=f"pages/{body}.govcheck.html", named=body)
    return replace(_EXAMPLES[number % 2], placing=placing)


def opened(browser: Any, path: Path) -> tuple[float, ...]:  # noqa: ANN401 - untyped driver
    """Open a page and search in it; return milliseconds."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(f"window.painted = {_PAINTED}")
    page.goto(path.as_uri(), wait_until="load")
    painted = page.evaluate("window.painted")
    took = page.evaluate(_LOADED), painted, page.evaluate(_SOUGHT)
    context.close()
    return took


if __name__ == "__main__":
    main()
