"""``govcheck check``: read reports, judge them, write what was found."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import click
from msgspec.structs import replace

from govcheck.assessment import Assessment, Outcome, Severity
from govcheck.commands.files import PicturesBeside, content_of
from govcheck.commands.output import Output
from govcheck.commands.refusal import refuse
from govcheck.document import AgencyKind, Document
from govcheck.engine import assess
from govcheck.errors import Unusable
from govcheck.readers import read
from govcheck.readers.hints import Hints
from govcheck.reports import FORMATS
from govcheck.rule import Rulebook
from govcheck.rulebook import load_rulebook


@click.command(help="检查一份或多份年度报告。REPORT 为文件名，- 表示标准输入。")
@click.argument("report", nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="输出格式，可多次给出；默认 html。",
)
@click.option("-o", "--output", help="输出到文件或目录；- 表示标准输出。")
@click.option("--last-year", help="上一年度的报告，用于前后年度比较。")
@click.option("--year", type=click.IntRange(2000, 2100), help="报告年度；默认由报告识别。")
@click.option(
    "--agency-kind",
    type=click.Choice([kind.value for kind in AgencyKind]),
    help="机关类别；默认由报告识别。",
)
@click.option("--region", help="所在地区，如 云南 或 云南/昆明；默认由报告识别。")
@click.option("--rules", "rule_sets", multiple=True, help="另加的规则文件或目录。")
@click.option("--review", help="审查台账（由 govcheck review 生成），其中的豁免不扣分。")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.MAJOR.value,
    show_default=True,
    help="有这一等级及以上的问题时，退出状态为 1。",
)
@click.option(
    "--draft", is_flag=True, help="尚未公布的稿件：公布后才能查的暂不查，并倒计公布期限。"
)
@click.option("--today", help="稿件的检查日期，如 2026-01-10；默认为当天。")
@click.option("--ocr", is_flag=True, help="表格是图片时，识别图中的数字（每张图片需数秒）。")
@click.option("--annotate", help="另存一份加了批注的 Word 稿件：每个问题一条批注，其余不动。")
def check(
    *,
    report: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    last_year: str | None,
    year: int | None,
    agency_kind: str | None,
    region: str | None,
    rule_sets: tuple[str, ...],
    review: str | None,
    fail_on: str,
    draft: bool,
    today: str | None,
    ocr: bool,
    annotate: str | None,
) -> int:
    """Check every report; the worst exit status of all is the command's."""
    out = Output(formats=formats or ("html",), path=output)
    _require_sense(report, out, review, annotate)
    hints = Hints(
        fiscal_year=year,
        agency_kind=AgencyKind(agency_kind) if agency_kind else None,
        region=region,
        draft=draft,
        today=_day(today) if draft else None,
        ocr=ocr,
    )
    rulebook = load_rulebook(extra=[Path(path) for path in rule_sets])
    previous = _read(last_year, rulebook, Hints()) if last_year else None

    def check_one(name: str) -> int:
        document = replace(_read(name, rulebook, hints), previous=previous)
        assessment = _reviewed(assess(document, rulebook), rulebook, review)
        out.write(assessment, rulebook, _stem(name), several=len(report) > 1)
        if annotate:
            _annotate(name, annotate, assessment, rulebook)
        return _status(assessment, Severity(fail_on))

    return max(_unless_refused(check_one, name) for name in report)


def _unless_refused(check_one: Callable[[str], int], name: str) -> int:
    """Return the exit status for one report; one that cannot be read stops no other."""
    try:
        return check_one(name)
    except Unusable as error:
        return refuse(f"{name}：{error}")


def _require_sense(
    report: tuple[str, ...], out: Output, review: str | None, annotate: str | None
) -> None:
    """Refuse, before anything is read, what several reports cannot share."""
    if out.to_stdout and len(report) * len(out.formats) > 1:
        raise Unusable("标准输出只能写一份报告的一种格式")
    if review and len(report) > 1:
        raise Unusable("一份审查台账只能用于一份报告")
    if annotate and len(report) > 1:
        raise Unusable("--annotate 一次只能用于一份报告")
    stems = [_stem(name) for name in report]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if twice is not None:
        raise Unusable(f"有几份报告都名为 {twice}，结果会互相覆盖；请分别检查")


def _read(name: str, rulebook: Rulebook, hints: Hints) -> Document:
    if name == "-":
        return read(sys.stdin.buffer.read(), name="-", forms=rulebook.forms, hints=hints)
    path = Path(name)
    return read(
        content_of(path),
        name=path.name,
        forms=rulebook.forms,
        hints=hints,
        beside=PicturesBeside(path),
    )


def _reviewed(assessment: Assessment, rulebook: Rulebook, review: str | None) -> Assessment:
    """Let the decisions of the ledger stand, as of today."""
    if review is None:
        return assessment
    from govcheck.commands.decisions import decided  # noqa: PLC0415 - YAML

    return decided(assessment, rulebook, Path(review))


def _day(written: str | None) -> date:
    """Return the day that the user names, or today."""
    if written is None:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Unusable("--today 应写成 2026-01-10 这样的日期") from None


def _annotate(name: str, target: str, assessment: Assessment, rulebook: Rulebook) -> None:
    from govcheck.commands.annotate import annotate  # noqa: PLC0415 - only when asked for

    annotate(name, Path(target), assessment, rulebook)
    click.echo(f"已写入 {target}", err=True)


def _stem(name: str) -> str:
    return "stdin" if name == "-" else Path(name).stem


def _status(assessment: Assessment, fail_on: Severity) -> int:
    return int(
        any(
            finding.outcome == Outcome.FAIL
            and not finding.lifted
            and finding.severity.rank <= fail_on.rank
            for finding in assessment.findings
        )
    )
