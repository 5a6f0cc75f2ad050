"""What ``govcheck check`` takes: the reports, and how they are checked and told of."""

from collections.abc import Callable
from datetime import date
from functools import reduce
from typing import Any, Final, TypeVar

import click

from govcheck.commands.day import day
from govcheck.commands.exit_status import OPEN
from govcheck.commands.judging_options import JudgingOptions
from govcheck.commands.output import Output
from govcheck.commands.shared_options import convert_option, rule_sets_option
from govcheck.document.report import AgencyKind
from govcheck.kinds.remark import Severity
from govcheck.reports import FORMATS
from govcheck.understanding.hints import YEARS

_Command = TypeVar("_Command", bound=Callable[..., Any])
_GRAVITIES: Final = [*(severity.value for severity in Severity), OPEN]
_AGENCIES: Final = [kind.value for kind in AgencyKind]


class CheckOptions(JudgingOptions, frozen=True, kw_only=True):
    """All that ``check`` is told."""

    report: tuple[str, ...]
    formats: tuple[str, ...]
    output: str | None
    review: str | None
    fail_on: str
    annotate: str | None
    inspector: str | None
    inspected_on: date | None
    verbose: bool
    quiet: bool
    statistics: bool

    def output_of(self, reports: int) -> Output:
        """Return where the results of so many reports go."""
        kinds = tuple(dict.fromkeys(self.formats or ("html",)))
        return Output(formats=kinds, path=self.output, several=reports * len(kinds) > 1)


def options(command: _Command) -> _Command:
    """Add them all to a command, in the order in which its help lists them."""
    return reduce(lambda done, add: add(done), reversed((*_INPUT, *_OUTPUT)), command)


def _file(*names: str, does: str, metavar: str = "文件") -> Callable[[_Command], _Command]:
    return click.option(*names, type=click.Path(), metavar=metavar, help=does)


def _choice(
    *names: str,
    values: list[str],
    metavar: str,
    does: str,
    **more: Any,  # noqa: ANN401 - click's
) -> Callable[[_Command], _Command]:
    words = f"{does}可取 {'、'.join(values)}。"
    return click.option(*names, type=click.Choice(values), metavar=metavar, help=words, **more)


_INPUT: Final = (
    click.argument(
        "report", metavar="REPORT...", nargs=-1, required=True, type=click.Path(readable=False)
    ),
    _file("--last-year", does="上一年度的报告，用于前后年度比较。"),
    click.option(
        "--year",
        metavar="年度",
        type=click.IntRange(YEARS[0], YEARS[-1]),
        help="报告年度；默认由报告识别。",
    ),
    _choice(
        "--agency-kind",
        values=_AGENCIES,
        metavar="类别",
        does="机关类别；默认由报告识别。",
    ),
    click.option(
        "--region", metavar="地区", help="所在地区，如 云南 或 云南/昆明；默认由报告识别。"
    ),
    rule_sets_option(),
    _file("--review", does="审查台账（由 govcheck review 生成），其中的决定计入分数和结论。"),
    click.option(
        "--draft", is_flag=True, help="尚未公布的稿件：公布后才能查的暂不查，并倒计公布期限。"
    ),
    click.option(
        "--today",
        type=day,
        metavar="日期",
        help="--draft 和 --review 以哪一天为准，如 2026-01-10；默认为当天。",
    ),
    click.option(
        "--ocr",
        is_flag=True,
        help="表格是图片、页面是扫描件时，识别图中的文字和数字（每张需数秒）。",
    ),
    convert_option(default=True),
)
_OUTPUT: Final = (
    _choice(
        "-f",
        "--format",
        "formats",
        values=list(FORMATS),
        multiple=True,
        metavar="格式",
        does="输出格式，可多次给出；默认 html。",
    ),
    _file("-o", "--output", metavar="路径", does="输出到文件或目录；- 表示标准输出。"),
    _file("--annotate", does="另存一份加了批注的 Word 稿件：每个问题一条批注，其余不动。"),
    click.option("--inspector", metavar="姓名", help="检查人，印在报告页和整改意见书上。"),
    click.option(
        "--inspected-on", type=day, metavar="日期", help="检查日期，印在同处，如 2026-01-10。"
    ),
    _choice(
        "--fail-on",
        values=_GRAVITIES,
        default=Severity.MAJOR.value,
        metavar="等级",
        does="有这一等级及以上的问题时，退出状态为 1；open 另加：待核时也为 1。默认 major。",
    ),
    click.option(
        "-v", "--verbose", is_flag=True, help="在终端列出全部问题，连同依据和整改办法。"
    ),
    click.option("-q", "--quiet", is_flag=True, help="在终端只写结论，一份报告一行。"),
    click.option("--statistics", is_flag=True, help="另按规则统计问题和待核事项。"),
)
