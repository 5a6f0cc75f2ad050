"""``govcheck collect``: the reports that a column of a site lists, saved with a manifest."""

from math import isnan
from pathlib import Path
from typing import Final

import click

from govcheck.commands.usage import Command
from govcheck.errors import Unusable

_MOST: Final = 10_000
_LONGEST_PAUSE: Final = 600


@click.command(
    cls=Command,
    help="收集网站年报栏目所列的报告，连同图片和附件。COLUMN 为栏目的网址，或另存的栏目页。\n\n"
    "遵守 robots.txt，一次只取一个文件，只取本网站的；再次运行即接着收集。",
)
@click.argument("column", metavar="COLUMN", type=click.Path())
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="目录",
    type=click.Path(),
    help="存放的目录：一份报告一个子目录，另有清单 manifest.csv。",
)
@click.option(
    "--pause",
    metavar="秒",
    default=1.0,
    type=click.FloatRange(0, _LONGEST_PAUSE),
    help="两次读取之间停几秒，默认 1；robots.txt 要求更久的，从其要求（至多 30 秒）。",
)
@click.option(
    "--limit",
    metavar="份数",
    default=500,
    type=click.IntRange(1, _MOST),
    help="这一次至多收集几份，默认 500。",
)
@click.option("--retry", is_flag=True, help="清单中未收集的，再试一次。")
@click.option(
    "--address", metavar="网址", help="另存的栏目页原来的网址；浏览器写在页内的不必写。"
)
def collect(
    *,
    column: str,
    output: str,
    pause: float,
    limit: int,
    retry: bool,
    address: str | None,
) -> int:
    """Collect; return 0 where all was had, 1 where something was not."""
    if isnan(pause):
        raise Unusable(f"--pause 应为 0 至 {_LONGEST_PAUSE} 的数")
    try:
        from govcheck.commands.collection_run import Collecting  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unusable('收集报告需要另装组件：pip install "govcheck[collect]"') from None
    collecting = Collecting(folder=Path(output), pause=pause, limit=limit, retry=retry)
    return collecting.run(column, address)
