"""What ``govcheck batch`` takes beside the options that it shares with ``check``."""

from typing import Final

import click

from govcheck.commands.check import check
from govcheck.commands.judging_options import JudgingOptions

_SHARED: Final = (
    "year", "agency_kind", "region", "rule_sets", "review", "draft", "today", "ocr", "convert",
)  # fmt: skip
"""The options of ``check`` that all reports are judged by."""
_MOST_WORKERS: Final = 256


class BatchOptions(JudgingOptions, frozen=True, kw_only=True):
    """All that ``batch`` is told."""

    path: tuple[str, ...]
    output: str
    resume: bool
    workers: int | None
    scheduler: str | None
    roster: str | None
    pages: str
    figures: bool
    bulletin: bool
    strict: bool
    review: str | None


OPTIONS: Final[list[click.Parameter]] = [
    click.Argument(
        ["path"], metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False)
    ),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(),
        metavar="目录",
        help="写结果的目录；其中已有批次的，须加 --resume。",
    ),
    click.Option(
        ["--resume"], is_flag=True, help="接着做目录中的批次：没有变动的报告不再检查。"
    ),
    click.Option(
        ["--workers"],
        type=click.IntRange(1, _MOST_WORKERS),
        metavar="数目",
        help="同时检查的进程数；默认为处理器数，报告少的少些。",
    ),
    click.Option(
        ["--scheduler"],
        metavar="地址",
        help="由这个 Dask 调度器的工作进程检查，如 tcp://10.0.0.5:8786；看不到文件的，随任务发送。",
    ),
    click.Option(
        ["--last-year"],
        type=click.Path(),
        metavar="目录",
        help="上一年度报告的目录，按编制单位配对；清单中写明的以清单为准。",
    ),
    click.Option(
        ["--roster"],
        type=click.Path(),
        metavar="文件",
        help="应当公布年报的单位名单（CSV、XLSX），用于查出缺少的报告。",
    ),
    click.Option(
        ["-f", "--format", "pages"],
        type=click.Choice(["html", "none"]),
        default="html",
        metavar="格式",
        help="每份报告的结果页：html 或 none（不写）；默认 html。",
    ),
    click.Option(
        ["--figures"],
        is_flag=True,
        help="另把各表数字汇成一张表（figures.csv；装有 DuckDB 的另写 Parquet）。",
    ),
    click.Option(
        ["--bulletin"],
        is_flag=True,
        help="另写一份通报稿（bulletin.docx）：只列已确认的问题，待核实的另附。",
    ),
    click.Option(["--strict"], is_flag=True, help="有文件未能检查时，退出状态为 1。"),
    *(one for one in check.params if one.name in _SHARED),
]
"""In the order in which the help lists them."""
