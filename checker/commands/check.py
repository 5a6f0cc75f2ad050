"""``govcheck check``: read reports, judge them, write what was found."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from govcheck.checking import require_region
from govcheck.commands.check_options import options
from govcheck.commands.console import say
from govcheck.commands.decisions import reviewed
from govcheck.commands.demands import given, require_apart_from, require_sense
from govcheck.commands.exit_status import exit_status
from govcheck.commands.faults import fault, told
from govcheck.commands.folders import reports_in, require_file
from govcheck.commands.inspecting import Days, days_of, inspection_of
from govcheck.commands.intake import (
    hints_of,
    read_named,
    read_report,
    require_word_file,
    without_results,
)
from govcheck.commands.names import distinct, result_names, shown
from govcheck.commands.output import Output
from govcheck.commands.progress import Progress
from govcheck.commands.refusal import refusal, refuse
from govcheck.commands.summary import Summary, Telling
from govcheck.commands.usage import Command
from govcheck.document.case import case_of
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment, Inspection
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints


@click.command(
    cls=Command,
    help="检查一份或多份年度报告。REPORT 为文件名；目录表示其中的全部报告，- 表示标准输入。",
)
@options
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
    today: date | None,
    ocr: bool,
    convert: bool,
    annotate: str | None,
    inspector: str | None,
    inspected_on: date | None,
    verbose: bool,
    quiet: bool,
    statistics: bool,
) -> int:
    """Check every report; the worst exit status of all is the command's."""
    telling = Telling(verbose=verbose, quiet=quiet, statistics=statistics)
    names = result_names(distinct(without_results(reports_in(report))))
    kinds = tuple(dict.fromkeys(formats or ("html",)))
    out = Output(formats=kinds, path=output, several=len(names) * len(kinds) > 1)
    require_sense(names, out, review, annotate)
    require_apart_from(given(names, last_year, review, rule_sets), names, out, annotate)
    days = days_of(draft=draft, review=bool(review), today=today, inspected_on=inspected_on)
    inspection = inspection_of(inspector, inspected_on, days)
    rulebook = load_rulebook(extra=[Path(path) for path in rule_sets])
    require_region(region, rulebook.knowledge)
    checking = _Checking(
        rulebook=rulebook,
        hints=hints_of(
            year=year, agency_kind=agency_kind, region=region, ocr=ocr, convert=convert
        ),
        previous=read_named(last_year, rulebook, Hints(convert=convert)) if last_year else None,
        days=days,
        review=review,
        alone=len(names) == 1,
        annotate=annotate,
        inspection=inspection,
        fail_on=fail_on,
    )
    return checking.all(names, out, telling)


class _Checking(Struct, frozen=True, kw_only=True):
    """How each report of a call is checked."""

    rulebook: Rulebook
    hints: Hints
    previous: Document | None
    days: Days
    review: str | None
    alone: bool
    """Whether one report is checked without others."""
    annotate: str | None
    inspection: Inspection | None
    fail_on: str

    def all(self, names: Mapping[str, str], out: Output, telling: Telling) -> int:
        """Check, write and tell of every report; return the worst exit status."""
        summary = Summary(telling, self.rulebook, several=len(names) > 1)
        progress = Progress(len(names))

        def check_one(name: str) -> int:
            with progress.report(name):
                assessment = self._assessment(name)
            status, written = out.write(assessment, self.rulebook, names[name])
            if not out.to_stdout:
                status = max(status, summary.add(name, assessment, written))
            if self.annotate:
                _annotate(name, self.annotate, assessment, self.rulebook)
            failed = exit_status(assessment, self.rulebook.policy, self.fail_on)
            return max(status, told(name, assessment.faults), failed)

        statuses = [_unless_refused(check_one, name, summary) for name in names]
        return max(*statuses, 0 if out.to_stdout else summary.close())

    def _assessment(self, name: str) -> Assessment:
        """Judge a report.  Raises Unusable, and Unread for a fault of the reader's own."""
        require_file(name)
        case = case_of(
            read_report(name, self.rulebook, self.hints),
            earlier=self.previous,
            draft=self.days.draft is not None,
            today=self.days.draft,
        )
        if self.annotate:
            require_word_file(name, case.document)
        assessment = assess(case, self.rulebook)
        if self.review and self.days.ledger:
            assessment = reviewed(
                assessment, self.rulebook, self.review, self.days.ledger, alone=self.alone
            )
        return replace(assessment, inspection=self.inspection)


def _unless_refused(check_one: Callable[[str], int], name: str, summary: Summary) -> int:
    """Return the exit status for one report; one that cannot be read stops no other."""
    try:
        return check_one(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, it stays with this report
        summary.refuse(name)
        lines = refusal(error)
        return refuse(*(f"{name}：{line}" for line in lines)) if lines else fault(name, error)


def _annotate(name: str, target: str, assessment: Assessment, rulebook: Rulebook) -> None:
    from govcheck.commands.annotate import annotate  # noqa: PLC0415 - only when asked for

    annotate(name, Path(target), assessment, rulebook)
    say(f"已写入 {shown(target)}", err=True)
