"""``govcheck compare``: two reports side by side: of two years, or two copies of one."""

from pathlib import Path
from typing import Final

import click

from govcheck.checking import require_region
from govcheck.commands.apart import require_apart
from govcheck.commands.check import check
from govcheck.commands.console import deliver, say
from govcheck.commands.demands import given
from govcheck.commands.faults import told
from govcheck.commands.folders import require_file
from govcheck.commands.intake import hints_of, read_named
from govcheck.commands.names import result_names, shown
from govcheck.commands.output import Output
from govcheck.commands.own_results import is_result
from govcheck.commands.refusal import refuse
from govcheck.commands.saving import make_folder, save
from govcheck.commands.terminal import columns, has_colors
from govcheck.commands.usage import Command
from govcheck.errors import Unusable
from govcheck.judging.contrast import Contrast, contrast_copies, contrast_years
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.comparison import FORMATS, render_comparison
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook

_SHARED: Final = ("region", "rule_sets", "ocr", "convert")
"""The options of ``check`` that both reports are read by."""


@click.command(
    cls=Command,
    params=[one for one in check.params if one.name in _SHARED],
    help="把本年的报告 THIS 与上年的报告 LAST 作比较：数据衔接、相同的文字、两年都有的问题。",
)
@click.argument("last", metavar="LAST", type=click.Path(readable=False))
@click.argument("this", metavar="THIS", type=click.Path(readable=False))
@click.option(
    "--same-report",
    is_flag=True,
    help="LAST 和 THIS 是同一份报告的两个文本（两个平台，退回前后）：比较已改、未改、新增。",
)
@click.option(
    "-f",
    "--format",
    "formats",
    type=click.Choice(list(FORMATS)),
    multiple=True,
    metavar="格式",
    help=f"输出格式，可多次给出；默认 html。可取 {'、'.join(FORMATS)}。",
)
@click.option(
    "-o",
    "--output",
    metavar="路径",
    type=click.Path(),
    help="输出到文件或目录；- 表示标准输出。",
)
def compare(
    *,
    last: str,
    this: str,
    same_report: bool,
    formats: tuple[str, ...],
    output: str | None,
    region: str | None,
    rule_sets: tuple[str, ...],
    ocr: bool,
    convert: bool,
) -> int:
    """Compare two reports; 1 for a grave fault that last year's shows, 2 where none is due."""
    kinds = tuple(dict.fromkeys(formats or ("html",)))
    out = Output(formats=kinds, path=output, several=len(kinds) > 1)
    name = f"{result_names([this])[this]}.compare"
    _require_sense(last, this, rule_sets, out, name)
    book = load_rulebook(extra=[Path(path) for path in rule_sets])
    require_region(region, book.knowledge)
    hints = hints_of(year=None, agency_kind=None, region=region, ocr=ocr, convert=convert)
    earlier, later = (read_named(one, book, hints) for one in (last, this))
    contrast = (contrast_copies if same_report else contrast_years)(earlier, later, book)
    if contrast.why:
        return refuse(f"{last}：没有与 {this} 比较：{contrast.why}")
    _write(contrast, book, out, name)
    faults = (told(last, contrast.earlier.faults), told(this, contrast.later.faults))
    return max(*faults, _status(contrast))


def _require_sense(
    last: str, this: str, rule_sets: tuple[str, ...], out: Output, name: str
) -> None:
    """Refuse what cannot be read or written, before anything is.  Raises Unusable."""
    if out.to_stdout and out.several:
        raise Unusable("标准输出只能写一种格式")
    if last == this == "-":
        raise Unusable("LAST 和 THIS 不能都是标准输入")
    for one in (last, this):
        require_file(one)
    handed_in = given((this,), last, None, rule_sets)
    require_apart(out.targets(name).values(), handed_in)
    out.require_place([name])


def _write(contrast: Contrast, book: Rulebook, out: Output, name: str) -> None:
    """Write every format, and say on the terminal what there is to say."""
    made = {kind: render_comparison(kind, contrast, book) for kind in out.formats}
    if out.to_stdout:
        for content in made.values():
            deliver(content)
        return
    if out.folder is not None:
        make_folder(out.folder)
    color = has_colors()
    text = render_comparison("text", contrast, book, color=color, columns=columns())
    say(text.decode(), color=color)
    for kind, path in out.targets(name).items():
        save(path, made[kind], is_result)
        say(f"已写入 {shown(path)}")


def _status(contrast: Contrast) -> int:
    """Return 1 where last year's report shows a grave fault of this year's."""
    return int(
        any(
            one.effect is Outcome.FAIL and one.severity.rank <= Severity.MAJOR.rank
            for one in contrast.said
        )
    )
