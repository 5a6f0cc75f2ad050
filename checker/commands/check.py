"""``govcheck check``: read reports, judge them, write what was found."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from govcheck.commands.apart import Given, require_apart
from govcheck.commands.console import say
from govcheck.commands.decisions import require_ledger, reviewed, this_day
from govcheck.commands.exit_status import OPEN, exit_status
from govcheck.commands.faults import fault, told
from govcheck.commands.intake import read_named, read_report, require_word_file, without_results
from govcheck.commands.names import distinct, result_names, shown
from govcheck.commands.output import Output
from govcheck.commands.refusal import refusal, refuse
from govcheck.document.case import Case
from govcheck.document.report import AgencyKind
from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Severity
from govcheck.reports import FORMATS
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import YEARS, Hints


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
@click.option(
    "--year", type=click.IntRange(YEARS[0], YEARS[-1]), help="报告年度；默认由报告识别。"
)
@click.option(
    "--agency-kind",
    type=click.Choice([kind.value for kind in AgencyKind]),
    help="机关类别；默认由报告识别。",
)
@click.option("--region", help="所在地区，如 云南 或 云南/昆明；默认由报告识别。")
@click.option("--rules", "rule_sets", multiple=True, help="另加的规则文件或目录。")
@click.option(
    "--review", help="审查台账（由 govcheck review 生成），其中的决定计入分数和结论。"
)
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), OPEN]),
    default=Severity.MAJOR.value,
    show_default=True,
    help="有这一等级及以上的问题时，退出状态为 1；open 另加：结论待核时也为 1。",
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
    report = without_results(report)
    names = result_names(distinct(report))
    kinds = tuple(dict.fromkeys(formats or ("html",)))
    out = Output(formats=kinds, path=output, several=len(names) * len(kinds) > 1)
    _require_sense(names, out, review, annotate)
    _require_apart(names, out, annotate, _given(report, last_year, review, rule_sets))
    hints = Hints(
        fiscal_year=year,
        agency_kind=AgencyKind(agency_kind) if agency_kind else None,
        region=region,
        ocr=ocr,
    )
    rulebook = load_rulebook(extra=[Path(path) for path in rule_sets])
    previous = read_named(last_year, rulebook) if last_year else None

    def check_one(name: str) -> int:
        case = Case(
            document=read_report(name, rulebook, hints),
            last_year=previous,
            draft=draft,
            today=_day(today) if draft else None,
        )
        if annotate:
            require_word_file(name, case.document)
        assessment = assess(case, rulebook)
        if review:
            assessment = reviewed(assessment, rulebook, review, alone=len(names) == 1)
        status = out.write(assessment, rulebook, names[name])
        if annotate:
            _annotate(name, annotate, assessment, rulebook)
        return max(
            status,
            told(name, assessment.faults),
            exit_status(assessment, rulebook.policy, fail_on),
        )

    return max(_unless_refused(check_one, name) for name in names)


def _unless_refused(check_one: Callable[[str], int], name: str) -> int:
    """Return the exit status for one report; one that cannot be read stops no other."""
    try:
        return check_one(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, it stays with this report
        lines = refusal(error)
        return refuse(*(f"{name}：{line}" for line in lines)) if lines else fault(name, error)


def _require_sense(
    names: dict[str, str], out: Output, review: str | None, annotate: str | None
) -> None:
    """Refuse, before anything is read, what several reports cannot share."""
    if out.to_stdout and out.several:
        raise Unusable("标准输出只能写一份报告的一种格式")
    if annotate and len(names) > 1:
        raise Unusable("--annotate 一次只能用于一份报告")
    if review:
        require_ledger(review)


def _given(
    report: Sequence[str], last_year: str | None, review: str | None, rule_sets: Sequence[str]
) -> list[Given]:
    """Return all that the user hands in, none of which may be written over."""
    return [
        *(Given(role="报告", path=name) for name in report),
        *(Given(role="上年报告", path=name) for name in (last_year,) if name),
        *(Given(role="审查台账", path=name) for name in (review,) if name),
        *(Given(role="规则文件", path=name) for name in rule_sets),
    ]


def _require_apart(
    names: dict[str, str], out: Output, annotate: str | None, given: Sequence[Given]
) -> None:
    """Refuse, before anything is read, an output that would cost the user a file."""
    targets = [target for name in names.values() for target in out.targets(name).values()]
    copies = [Path(annotate)] if annotate else []
    require_apart([*targets, *copies], given)
    out.require_place(names.values())
    for copy in copies:
        from govcheck.commands.own_results import is_annotated_copy  # noqa: PLC0415
        from govcheck.commands.saving import require_replaceable  # noqa: PLC0415

        require_replaceable(copy, is_annotated_copy)


def _day(written: str | None) -> date:
    """Return the day that the user names, or today."""
    try:
        return date.fromisoformat(written) if written is not None else this_day()
    except ValueError:
        raise Unusable("--today 应写成 2026-01-10 这样的日期") from None


def _annotate(name: str, target: str, assessment: Assessment, rulebook: Rulebook) -> None:
    from govcheck.commands.annotate import annotate  # noqa: PLC0415 - only when asked for

    annotate(name, Path(target), assessment, rulebook)
    say(f"已写入 {shown(target)}", err=True)
