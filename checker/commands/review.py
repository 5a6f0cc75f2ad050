"""``govcheck review``: write or complete the ledger in which people decide on findings."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from govcheck.commands.apart import Given, require_apart
from govcheck.commands.check import check
from govcheck.commands.completion import complete
from govcheck.commands.console import say
from govcheck.commands.decisions import this_day
from govcheck.commands.intake import read_named, without_results
from govcheck.commands.names import shown
from govcheck.commands.pruning import prune
from govcheck.document.case import Case
from govcheck.document.report import AgencyKind
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.readers.formats import SUFFIXES
from govcheck.review.matter import Matter, matters
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints

_JUDGING: Final = (
    "last_year",
    "year",
    "agency_kind",
    "region",
    "rule_sets",
    "draft",
    "today",
    "ocr",
)
"""The options of ``check`` that what is found depends on."""


class _Judging(TypedDict):
    last_year: str | None
    year: int | None
    agency_kind: str | None
    region: str | None
    rule_sets: tuple[str, ...]
    draft: bool
    today: str | None
    ocr: bool


@click.command(
    params=[one for one in check.params if one.name in _JUDGING],
    help="为年度报告（文件，或目录中的全部报告）的问题和待核事项写审查台账。"
    "已有的内容一字不改，只在末尾补新的；--prune 除外。",
)
@click.argument("report", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="台账文件。")
@click.option("--prune", "pruned", is_flag=True, help="删去这些报告已不再有的问题。")
def review(
    report: tuple[Path, ...], output: Path | None, *, pruned: bool, **options: Unpack[_Judging]
) -> None:
    """Add an entry for every matter that the ledger does not hold."""
    target = output or _target(report)
    names = without_results([str(path) for path in _reports(report)])
    sets, last_year = options["rule_sets"], options["last_year"]
    given = [Given(role="规则文件", path=str(path)) for path in sets]
    given += [Given(role="上年报告", path=last_year)] if last_year else []
    require_apart([target], [*(Given(role="报告", path=name) for name in names), *given])
    book = load_rulebook(extra=[Path(path) for path in sets])
    every = list(_matters(names, book, options))
    added = complete(target, every)
    name = shown(target)
    say(f"已写入 {name}" if added else f"{name} 已包含全部问题，未作改动")
    if pruned:
        removed = prune(target, every)
        say(f"已从 {name} 删去 {removed} 项" if removed else f"{name} 没有要删去的项")


def _target(report: Sequence[Path]) -> Path:
    if len(report) > 1:
        raise Unusable("多份报告的台账请用 -o 写明文件名")
    return Path(
        f"{report[0].resolve().name if report[0].is_dir() else report[0].stem}.review.yaml"
    )


def _reports(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, and of a folder the reports that lie in it."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = [
            one
            for one in sorted(path.iterdir())
            if one.suffix.lower() in SUFFIXES and one.is_file()
        ]
        if not found:
            raise Unusable(f"{path}：目录中没有可检查的报告")
        yield from found


def _matters(names: Sequence[str], book: Rulebook, options: _Judging) -> Iterator[Matter]:
    """Yield what is to be decided in every report, judged as ``check`` judges it."""
    kind = options["agency_kind"]
    hints = Hints(
        fiscal_year=options["year"],
        agency_kind=AgencyKind(kind) if kind else None,
        region=options["region"],
        ocr=options["ocr"],
    )
    last_year = read_named(options["last_year"], book) if options["last_year"] else None
    for name in names:
        case = Case(
            document=read_named(name, book, hints),
            last_year=last_year,
            draft=options["draft"],
            today=_day(options["today"]) if options["draft"] else None,
        )
        yield from matters(assess(case, book), book)


def _day(written: str | None) -> date:
    try:
        return date.fromisoformat(written) if written is not None else this_day()
    except ValueError:
        raise Unusable("--today 应写成 2026-01-10 这样的日期") from None
