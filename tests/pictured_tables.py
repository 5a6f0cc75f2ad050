"""How much is read of statutory tables in pictures, style by style.

``python tests/pictured_tables.py [--grids] [STYLE ...]`` draws the tables of the last two
editions in each style with Chromium and reads them.  Of each style: the share of cells read,
those read wrongly without a mark, the rules that failed, the seconds.  ``--grids`` looks at
lines alone, which is quick.  Needs the extras ``ocr`` and ``browser``.
"""

import argparse
import random
import shutil
import sys
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

from pictured_styles import STYLES, Style
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.form import Form, FormTable
from govcheck.judging.engine import assess
from govcheck.readers.ocr import tables as ocr_tables
from govcheck.readers.ocr.picture import in_colours
from govcheck.readers.raw import RawCell, RawGrid
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.hints import Hints
from govcheck.understanding.printed_form import printed_table

EDITIONS = {"form-2019": 2020, "form-2021": 2024}
BOOK = load_rulebook()
CACHE = Path(gettempdir()) / "pictured-tables"
FINE = frozenset({"publication/tables-machine-readable", "publication/image-text"})
Values = Mapping[str, Mapping[str, Mapping[str, int]]]
TITLES = {
    "proactive": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "review-litigation": "四、政府信息公开行政复议、行政诉讼情况",
}


def values_of(form: Form, seed: str) -> Values:
    """Fill in the tables with figures that add up."""
    luck = random.Random(seed)  # noqa: S311 - figures to draw
    return {name: _filled(table, luck) for name, table in form.tables.items()}


def _filled(table: FormTable, luck: random.Random) -> dict[str, dict[str, int]]:
    cells = {
        row.id: {
            column.id: luck.choice((0, 0, 1, 2, 4, 7, 11, 14, 41, 117, 1408))
            for column in table.columns
        }
        for row in table.rows
    }
    for column in table.columns if "r1_new" in cells else ():
        handled = sum(row[column.id] for row in cells.values())
        cells["r1_new"][column.id] += max(9000, handled)
    for _ in range(8):
        for one in table.sums:
            lines = one.lines or tuple(
                (c.id for c in table.columns) if one.along == "columns" else cells
            )
            for line in lines:
                *_, last = [one.cell(line, name) for name in one.right]
                left = sum(cells[r][c] for r, c in (one.cell(line, n) for n in one.left))
                right = sum(cells[r][c] for r, c in (one.cell(line, n) for n in one.right[:-1]))
                cells[last[0]][last[1]] = max(0, left - right)
    return cells


def drawn(form: Form, values: Values) -> Iterator[tuple[str, str]]:
    """Yield each part with the markup of its tables."""
    for part in dict.fromkeys(table.part for table in form.tables.values()):
        grids = [printed_table(t, values[t.id]) for t in form.tables.values() if t.part == part]
        yield part, "".join(_table(grid, first=at == 0) for at, grid in enumerate(grids))


def _table(grid: RawGrid, *, first: bool) -> str:
    rows = []
    for number in range(grid.height):
        cells = sorted((c for c in grid.cells if c.row == number), key=lambda c: c.column)
        tds = "".join(_cell(c, grid) for c in cells)
        rows.append(f"<tr>{tds}</tr>")
    return f"<table style='{'' if first else 'margin-top:-1px'}'>{''.join(rows)}</table>"


def _cell(cell: RawCell, grid: RawGrid) -> str:
    tag = "th" if cell.header else "td"
    top = min(one.row for one in grid.cells if not one.header)
    names = ["head"] if cell.header and cell.row < top else []
    names += ["first"] * (cell.column == 0) + ["last"] * (
        cell.column + cell.width == grid.width
    )
    spans = f"rowspan={cell.height} colspan={cell.width}"
    return f"<{tag} {spans} class='{' '.join(names)}'>{escape(cell.text)}</{tag}>"


CSS = """*{{box-sizing:border-box}} body{{margin:0;padding:10px;background:#fff;width:{width}px;
font:{size}px/1.5 {font};display:inline-block}} table{{border-collapse:collapse;width:100%;
table-layout:auto}} td,th{{border:1px solid #000;padding:3px 4px;text-align:center;
font-weight:normal}}
{css}"""


def pictures(
    browser: Browser, name: str, style: Style, form: Form, values: Values
) -> dict[str, bytes]:
    """Return a picture of each part's tables; kept between runs."""
    found = {}
    for part, markup in drawn(form, values):
        kept = CACHE / f"{name}-{form.id}-{part}.png"
        if not kept.exists():
            page = browser.new_page(
                viewport={"width": style.width + 20, "height": 400},
                device_scale_factor=style.scale,
            )
            css = CSS.format(width=style.width, size=style.size, font=style.font, css=style.css)
            page.set_content(f"<style>{css}</style><body>{markup}</body>")
            content = page.screenshot(full_page=True)
            page.close()
            picture = Image.open(BytesIO(content)).convert("RGB")
            if style.change:
                picture = style.change(picture)
            CACHE.mkdir(exist_ok=True)
            picture.save(kept)
        found[part] = kept.read_bytes()
    return found


def page(form: Form, shown: Mapping[str, bytes]) -> bytes:
    year = EDITIONS[form.id]
    parts = "".join(
        f"<h2>{TITLES[part]}</h2><p><img src='data:image/png;base64,"
        f"{b64encode(content).decode()}'></p>"
        for part, content in shown.items()
    )
    return (
        f"<h1>云岭市水务局{year}年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年公开信息35条。</p>"
        f"{parts}<h2>五、存在的主要问题及改进情况</h2><p>公开不够及时，已经改进。</p>"
    ).encode()


def expected_fields(form: Form, part: str) -> int:
    grids = [printed_table(t, {}) for t in form.tables.values() if t.part == part]
    return sum(len(grid.cells) for grid in grids)


def grids(form: Form, shown: Mapping[str, bytes]) -> str:
    """Say of each picture how many cells its lines make, if not as many as are drawn."""
    out = []
    for part, content in shown.items():
        due = expected_fields(form, part)
        start = time.perf_counter()
        found = sum(len(one.fields) for _, one in ocr_tables.ruled(in_colours(content)))
        seconds = time.perf_counter() - start
        out.append(f"{'ok' if found == due else f'{part}:{found}/{due}'} {seconds:.1f}s")
    return " ".join(out)


def judged(
    form: Form, values: Values, shown: Mapping[str, bytes]
) -> tuple[int, int, list[str], list[str]]:
    """Return how many cells there are and were read, which wrongly, and what failed."""
    document = read(
        page(form, shown), name="a.html", knowledge=BOOK.knowledge, hints=Hints(ocr=True)
    )
    total = right = 0
    wrong = []
    for name, rows in values.items():
        table = document.tables[name]
        for row, columns in rows.items():
            for column, value in columns.items():
                total += 1
                got = table.value(row, column)
                right += got == value
                if got is not None and got != value and not table.doubted:
                    wrong.append(f"{name}/{row}/{column} {value}→{got}")
    result = assess(Case(document=document), BOOK)
    fails = [
        f.rule
        for f in result.findings
        if f.outcome == "fail" and f.rule not in FINE and any(e.place.table for e in f.evidence)
    ]
    return total, right, wrong, fails


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--grids", action="store_true")
    parser.add_argument("--edition", action="append", choices=tuple(EDITIONS))
    parser.add_argument("styles", nargs="*")
    options = parser.parse_args()
    forms = BOOK.knowledge.forms
    everything = [0, 0, 0, 0]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, style in STYLES.items():
            if options.styles and name not in options.styles:
                continue
            for edition in options.edition or EDITIONS:
                form = forms[edition]
                values = values_of(form, f"{name}{edition}")
                shown = pictures(browser, name, style, form, values)
                if options.grids:
                    say(f"{name:22} {edition} {grids(form, shown)}")
                    continue
                start = time.perf_counter()
                total, right, wrong, fails = judged(form, values, shown)
                seconds = time.perf_counter() - start
                for at, more in enumerate((total, right, len(wrong), len(fails))):
                    everything[at] += more
                say(
                    f"{name:22} {edition} {right:3}/{total} wrong {len(wrong)} fails"
                    f" {len(fails)} {seconds:.1f}s {' '.join((*wrong[:3], *fails[:3]))}"
                )
        browser.close()
    say(f"all {everything} {everything[1] / max(1, everything[0]):.1%}")


if __name__ == "__main__":
    main()
