"""``govcheck review``: write or complete the ledger in which people decide on findings."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click
from msgspec import convert

from govcheck.clock import this_day
from govcheck.commands.apart import require_apart
from govcheck.commands.check import check
from govcheck.commands.completion import complete
from govcheck.commands.console import say
from govcheck.commands.demands import given
from govcheck.commands.folders import reports_in, require_file
from govcheck.commands.intake import read_named, without_results
from govcheck.commands.judging_options import JudgingOptions
from govcheck.commands.names import shown
from govcheck.commands.pruning import prune
from govcheck.commands.usage import Command
from govcheck.document.case import case_of
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.review.matter import Matter, matters
from govcheck.rulebook.rule import Rulebook


@click.command(
    cls=Command,
    params=[one for one in check.params if one.name in JudgingOptions.__struct_fields__],
    help="为年度报告（文件，或目录中的全部报告）的问题和待核事项写审查台账。"
    "已有的内容一字不改，只在末尾补新的；--prune 除外。",
)
@click.argument(
    "report", metavar="REPORT...", nargs=-1, required=True, type=click.Path(readable=False)
)
@click.option(
    "-o", "--output", metavar="路径", type=click.Path(path_type=Path), help="台账文件。"
)
@click.option("--prune", "pruned", is_flag=True, help="删去这些报告已不再有的问题。")
def review(
    report: tuple[str, ...], output: Path | None, *, pruned: bool, **written: object
) -> None:
    """Add an entry for every matter that the ledger does not hold."""
    asked = convert(written, JudgingOptions)
    if asked.today and not asked.draft:
        raise Unusable("--today 只用于 --draft（尚未公布的稿件）")
    target = output or _target(report)
    if target == Path("-"):
        raise Unusable("台账要保存为文件，请用 -o 写明文件名")
    names = without_results(reports_in(report))
    require_apart([target], given(names, asked.last_year, None, asked.rule_sets))
    book = asked.rulebook()
    every = list(_matters(names, book, asked))
    if not every and _is_missing(target):
        say("没有由台账决定的事项，未写台账")
        return
    added = complete(target, every)
    name = shown(target)
    say(f"已写入 {name}" if added else f"{name} 已包含全部问题，未作改动")
    if pruned:
        removed = prune(target, every)
        say(f"已从 {name} 删去 {removed} 项" if removed else f"{name} 没有要删去的项")


def _is_missing(target: Path) -> bool:
    """Whether nothing is there; what cannot be looked at is refused where it is written."""
    try:
        target.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _target(report: Sequence[str]) -> Path:
    """Return the ledger beside which the user stands, called after a report or a folder."""
    if len(report) > 1:
        raise Unusable("多份报告的台账请用 -o 写明文件名")
    path = Path(report[0])
    with suppress(OSError):  # a name too long is refused where it is read
        if path.is_dir():
            return Path(f"{path.resolve().name}.review.yaml")
    return Path(f"{path.stem}.review.yaml")


def _matters(names: Sequence[str], book: Rulebook, asked: JudgingOptions) -> Iterator[Matter]:
    """Yield what is to be decided in every report, judged as ``check`` judges it."""
    last = asked.last_year
    earlier = read_named(last, book, asked.plain_hints) if last else None
    day = (asked.today or this_day()) if asked.draft else None
    for name in names:
        require_file(name)
        document = read_named(name, book, asked.hints)
        case = case_of(document, earlier=earlier, draft=asked.draft, today=day)
        yield from matters(assess(case, book), book)
