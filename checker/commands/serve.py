"""``govcheck serve``: the review page in a browser, and the interface for other programs."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from govcheck.commands.folders import reports_in
from govcheck.commands.shared_options import convert_option, rule_sets_option
from govcheck.commands.usage import Command
from govcheck.errors import Unusable

_NEEDED: Final = ("starlette", "uvicorn", "python_multipart")
_PORT: Final = 8711
_KEEP: Final = 90
_MOST_WORKERS: Final = 64


class _Given(TypedDict):
    reports: tuple[str, ...]
    host: str
    port: int
    quiet: bool
    data: Path | None
    keep: int
    names: tuple[str, ...]
    renew: bool
    workers: int | None
    convert: bool
    rule_sets: tuple[str, ...]


def _folder() -> Path:
    """Return where a user's own data belongs."""
    given = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME", "")
    kept = Path(given) if given else Path.home() / ".local" / "share"
    return kept / "govcheck"


@click.command(
    cls=Command,
    help="在浏览器里检查：放入稿件，看问题，改好再放。"
    "写出 REPORT（文件，或目录中的全部报告）的，先放到审查台上。",
)
@click.argument("reports", metavar="[REPORT]...", nargs=-1, type=click.Path(readable=False))
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="地址",
    help="在哪个地址上监听；默认 127.0.0.1，只有本机能用。其他地址要用口令进入。",
)
@click.option(
    "--port",
    default=_PORT,
    type=click.IntRange(0, 65535),
    metavar="端口",
    help=f"监听的端口；默认 {_PORT}，0 为任一空闲端口。",
)
@click.option("--no-open", "quiet", is_flag=True, help="不打开浏览器。")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="目录",
    help="资料目录，稿件、结果和决定存在其中；默认为用户的数据目录。",
)
@click.option(
    "--keep",
    default=_KEEP,
    type=click.IntRange(1, 36500),
    metavar="天数",
    help=f"稿件和结果保存多少天，默认 {_KEEP}；决定一直保存。",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="域名",
    help="浏览器用来访问的域名，可多次给出（本机地址之外）。",
)
@click.option("--renew", is_flag=True, help="另设口令和令牌，原来的作废。")
@click.option(
    "--workers",
    type=click.IntRange(1, _MOST_WORKERS),
    metavar="个数",
    help="同时检查几份报告；默认为处理器的个数。",
)
@convert_option(default=False)
@rule_sets_option()
def serve(**given: Unpack[_Given]) -> int:
    """Serve until the user ends it."""
    if any(find_spec(one) is None for one in _NEEDED):
        raise Unusable('govcheck serve 需要另装组件：pip install "govcheck[web]"')
    from govcheck.rulebook.loading import load_rulebook  # noqa: PLC0415 - heavy
    from govcheck.web.running import Wish, run  # noqa: PLC0415 - an extra

    reports = reports_in(given["reports"]) if given["reports"] else ()
    paths = tuple(str(Path(one).absolute()) for one in given["rule_sets"])
    load_rulebook(extra=[*map(Path, paths)])
    run(
        Wish(
            reports=tuple(map(Path, reports)),
            host=given["host"],
            port=given["port"],
            browser=not given["quiet"],
            folder=given["data"] or _folder(),
            keep=given["keep"],
            names=given["names"],
            renew=given["renew"],
            workers=given["workers"] or os.cpu_count() or 1,
            convert=given["convert"],
            rules=paths,
        )
    )
    return 0
