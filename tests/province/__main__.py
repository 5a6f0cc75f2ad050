"""Write the province's reports: ``cd tests && python -m province FOLDER --bodies 10000``.

``this`` and ``last`` hold the pages of two years, ``manifest.csv`` and ``roster.csv`` who
reports into whom, ``planted.json`` the exceptions.
"""

import csv
import json
from dataclasses import asdict
from pathlib import Path

import click

from province.province import YEAR, Province, province
from province.reports import page_of
from province.roster import Unit

_MANIFEST = ("文件", "编制单位", "机关类别", "上年报告", "汇入")
_ROSTER = ("编制单位", "机关类别", "汇入", "未公布", "汇入机关已列全")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--bodies", default=200)
@click.option("--seed", default=1)
def main(folder: Path, bodies: int, seed: int) -> None:
    """Write a province into FOLDER."""
    write(province(bodies, seed), folder)


def write(whole: Province, folder: Path) -> None:
    """Write all that there is of a province."""
    for name in ("this", "last"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for unit in whole.in_hand():
        past, now = whole.figures[unit.name]
        before, words = whole.words[unit.name]
        last = page_of(unit, YEAR - 1, before, past, f"{YEAR}-01-12")
        this = page_of(unit, YEAR, words, now, whole.days[unit.name])
        (folder / "last" / f"{unit.name}.html").write_bytes(last)
        (folder / "this" / f"{unit.name}.html").write_bytes(this)
    _write_lines(folder / "manifest.csv", _MANIFEST, map(_manifest_line, whole.in_hand()))
    _write_lines(
        folder / "roster.csv",
        _ROSTER,
        (_roster_line(unit, whole) for unit in whole.units),
    )
    planted = json.dumps(asdict(whole.planted), ensure_ascii=False, indent=1)
    (folder / "planted.json").write_text(planted, "utf-8")


def _manifest_line(unit: Unit) -> tuple[str, ...]:
    file = f"{unit.name}.html"
    return f"this/{file}", unit.name, unit.kind, f"last/{file}", unit.superior or ""


def _roster_line(unit: Unit, whole: Province) -> tuple[str, ...]:
    unpublished = "是" if unit.name in whole.planted.unpublished else ""
    complete = "是" if unit.kind == "government" else ""
    return unit.name, unit.kind, unit.superior or "", unpublished, complete


def _write_lines(path: Path, heads: tuple[str, ...], lines: object) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(lines)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
