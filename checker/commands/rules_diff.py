"""``govcheck rules diff``: what changes for whom between two sets of rules."""

from pathlib import Path
from typing import Final

import click

from govcheck.commands.console import deliver
from govcheck.commands.rule_choice import library_of
from govcheck.commands.usage import Command
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook

_SHIPPED: Final = "shipped"


@click.command(
    cls=Command,
    help="比较两个规则集：哪些规则新增、删去、修改，涉及哪些报告。\n\n"
    "OLD、NEW 是规则集的目录或文件，或一份完整的规则库；shipped 表示内置规则。",
)
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
def diff(*, old: Path, new: Path) -> None:
    """Print what differs."""
    from govcheck.reports.rule_changes import rule_changes  # noqa: PLC0415 - only here

    deliver(rule_changes(_book(old), _book(new)))


def _book(path: Path) -> Rulebook:
    """Return a whole library by itself, and any other set laid over the shipped rules."""
    if str(path) == _SHIPPED and not path.exists():
        return load_rulebook()
    library = library_of(path)
    return load_rulebook(extra=[path]) if library is None else load_rulebook(library)
