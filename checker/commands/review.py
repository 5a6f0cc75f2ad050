"""``govcheck review``: write or complete the ledger in which people decide on findings."""

from pathlib import Path

import click

from govcheck.commands.apart import Given, require_apart
from govcheck.commands.completion import complete
from govcheck.commands.console import say
from govcheck.commands.intake import read_named
from govcheck.commands.names import shown
from govcheck.commands.usage import Command
from govcheck.document.case import Case
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook


@click.command(
    cls=Command, help="为一份年度报告的问题写审查台账；已有的内容一字不改，只在末尾补新的问题。"
)
@click.argument("report", metavar="REPORT", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="路径", type=click.Path(path_type=Path), help="台账文件。"
)
@click.option(
    "--rules",
    "rule_sets",
    metavar="路径",
    multiple=True,
    type=click.Path(path_type=Path),
    help="另加的规则文件或目录。",
)
def review(report: Path, output: Path | None, rule_sets: tuple[Path, ...]) -> None:
    """Add an entry for every finding that the ledger does not hold."""
    target = output or Path(f"{report.stem}.review.yaml")
    given = [Given(role="规则文件", path=str(path)) for path in rule_sets]
    require_apart([target], [Given(role="报告", path=str(report)), *given])
    book = load_rulebook(extra=rule_sets)
    added = complete(target, assess(Case(document=read_named(str(report), book)), book))
    name = shown(target)
    say(f"已写入 {name}" if added else f"{name} 已包含全部问题，未作改动")
