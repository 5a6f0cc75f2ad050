"""Two reports of one body, of our own: last year's made from this year's."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema

from govcheck.checking import read
from govcheck.judging.contrast import Contrast, contrast_copies, contrast_years
from govcheck.reports.comparison import render_comparison
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
SCHEMA = json.loads(
    (files("govcheck.reports") / "govcheck-comparison-1.schema.json").read_text("utf-8")
)
EXAMPLES = Path(__file__).parent.parent / "examples"
THIS = (EXAMPLES / "sound.html").read_text("utf-8")


def with_row(page: str, label: str, figures: tuple[int, ...]) -> str:
    """Return a page in which a row of 表三 has these figures."""
    cells = "".join(f"<td>{figure}</td>" for figure in figures)
    return re.sub(rf"(<td[^>]*>{label}[^<]*</td>)(?:<td>\d+</td>)+", rf"\g<1>{cells}", page)


def last_year(carried_out: int = 2) -> str:
    """Return last year's report, which carries so many over: this year's with other years."""
    page = THIS.replace("2024", "2023").replace("2025", "2024")
    new = (13 + carried_out, 3, 0, 0, 1, 0, 17 + carried_out)
    over = (carried_out, 0, 0, 0, 0, 0, carried_out)
    return with_row(with_row(page, "一、本年新收", new), "四、结转下年度", over)


def lay_out(folder: Path) -> None:
    """Put pages to compare into a folder: two years', a wrong one, a copy, another body's."""
    pages = {
        "this": THIS,
        "last": last_year(),
        "wrong": last_year(carried_out=321),
        "copy": THIS.replace("326条", "362条"),
        "other": last_year().replace("云岭市", "大河市"),
    }
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, "utf-8")


def contrast(last: str, this: str, *, copies: bool = False) -> Contrast:
    """Compare two pages, as two years' or as copies of one report."""
    earlier, later = (
        read(text.encode(), name=f"{name}.html", knowledge=BOOK.knowledge)
        for name, text in (("last", last), ("this", this))
    )
    return (contrast_copies if copies else contrast_years)(earlier, later, BOOK)


def written(found: Contrast) -> dict[str, Any]:
    """Return a comparison as JSON has it, held against its schema."""
    content: dict[str, Any] = json.loads(render_comparison("json", found, BOOK))
    jsonschema.validate(content, SCHEMA)
    return content
