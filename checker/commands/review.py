"""``govcheck review``: write or complete the ledger in which people decide on findings."""

from pathlib import Path

import click

from govcheck.commands.completion import complete
from govcheck.commands.files import PicturesBeside, content_of
from govcheck.engine import assess
from govcheck.errors import Unusable
from govcheck.readers import read
from govcheck.readers.hints import Hints
from govcheck.rulebook import load_rulebook


@click.command(help="为一份年度报告的问题写审查台账；已有的内容一字不改，只在末尾补新的问题。")
@click.argument("report", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="台账文件。")
@click.option("--rules", "rule_sets", multiple=True, type=click.Path(path_type=Path))
def review(report: Path, output: Path | None, rule_sets: tuple[Path, ...]) -> None:
    """Add an entry for every finding that the ledger does not hold."""
    target = output or Path(f"{report.stem}.review.yaml")
    _require_other(report, target)
    book = load_rulebook(extra=rule_sets)
    try:
        document = read(
            content_of(report),
            name=report.name,
            forms=book.forms,
            hints=Hints(),
            beside=PicturesBeside(report),
        )
    except Unusable as error:
        raise Unusable(f"{report}：{error}") from error
    added = complete(target, assess(document, book))
    click.echo(f"已写入 {target}" if added else f"{target} 已包含全部问题，未作改动")


def _require_other(report: Path, target: Path) -> None:
    """Refuse to write into the report, by whatever name."""
    try:
        same = target.samefile(report)
    except (OSError, ValueError):
        return
    if same:
        raise Unusable(f"{target} 就是报告本身；请用 -o 另取台账的文件名")
