"""Options that mean the same in several commands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
_CONVERT = "装有 LibreOffice 时，是否用它转换 .doc、.wps、.rtf、.odt 等文件；默认"


def rule_sets_option(path_type: type[str] | type[Path] = str) -> Callable[[_Command], _Command]:
    """Return ``--rules``: more rules, as names or as paths."""
    return click.option(
        "--rules",
        "rule_sets",
        multiple=True,
        type=click.Path(path_type=path_type),
        metavar="路径",
        help="另加的规则文件或目录，可多次给出。",
    )


def convert_option(*, default: bool) -> Callable[[_Command], _Command]:
    """Return ``--convert``: whether files of other formats are converted."""
    return click.option(
        "--convert/--no-convert",
        default=default,
        help=f"{_CONVERT}{'' if default else '不'}转换。",
    )
