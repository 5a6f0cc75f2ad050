"""``govcheck check``: read reports, judge them, write what was found."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click
from msgspec import Struct, convert
from msgspec.structs import replace

from govcheck.commands.check_options import CheckOptions, options
from govcheck.commands.console import say
from govcheck.commands.decisions import reviewed
from govcheck.commands.demands import given, require_apart_from, require_sense
from govcheck.commands.exit_status import exit_status
from govcheck.commands.faults import fault, told
from govcheck.commands.folders import reports_in, require_file
from govcheck.commands.inspecting import Days, days_of, inspection_of
from govcheck.commands.intake import (
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
from govcheck.rulebook.rule import Rulebook


@click.command(
    cls=Command,
    help="检查一份或多份年度报告。REPORT 为文件名；目录表示其中的全部报告，- 表示标准输入。",
)
@options
def check(**written: object) -> int:
    """Check every report; the worst exit status of all is the command's."""
    asked = convert(written, CheckOptions)
    telling = Telling(verbose=asked.verbose, quiet=asked.quiet, statistics=asked.statistics)
    names = result_names(distinct(without_results(reports_in(asked.report))))
    out = asked.output_of(len(names))
    require_sense(names, out, asked.review, asked.annotate)
    handed_in = given(names, asked.last_year, asked.review, asked.rule_sets)
    require_apart_from(handed_in, names, out, asked.annotate)
    return _checking(asked, alone=len(names) == 1).all(names, out, telling)


def _checking(asked: CheckOptions, *, alone: bool) -> "_Checking":
    """Load what every report is checked by.  Raises Unusable."""
    days = days_of(
        draft=asked.draft,
        review=bool(asked.review),
        today=asked.today,
        inspected_on=asked.inspected_on,
    )
    inspection = inspection_of(asked.inspector, asked.inspected_on, days)
    book, last = asked.rulebook(), asked.last_year
    return _Checking(
        asked=asked,
        rulebook=book,
        previous=read_named(last, book, asked.plain_hints) if last else None,
        days=days,
        alone=alone,
        inspection=inspection,
    )


class _Checking(Struct, frozen=True, kw_only=True):
    """How each report of a call is checked."""

    asked: CheckOptions
    rulebook: Rulebook
    previous: Document | None
    days: Days
    alone: bool
    """Whether one report is checked without others."""
    inspection: Inspection | None

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
            if self.asked.annotate:
                _annotate(name, self.asked.annotate, assessment, self.rulebook)
            failed = exit_status(assessment, self.rulebook.policy, self.asked.fail_on)
            return max(status, told(name, assessment.faults), failed)

        statuses = [_unless_refused(check_one, name, summary) for name in names]
        return max(*statuses, 0 if out.to_stdout else summary.close())

    def _assessment(self, name: str) -> Assessment:
        """Judge a report.  Raises Unusable, and Unread for a fault of the reader's own."""
        require_file(name)
        case = case_of(
            read_report(name, self.rulebook, self.asked.hints),
            earlier=self.previous,
            draft=self.days.draft is not None,
            today=self.days.draft,
        )
        if self.asked.annotate:
            require_word_file(name, case.document)
        assessment = assess(case, self.rulebook)
        review, day = self.asked.review, self.days.ledger
        if review and day:
            assessment = reviewed(assessment, self.rulebook, review, day, alone=self.alone)
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
