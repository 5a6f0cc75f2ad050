"""Where the reports of a batch are judged, each by itself: its peers change nothing of it."""

from contextlib import closing
from hashlib import sha256
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.batch.earlier_reports import EarlierReports
from govcheck.batch.finished import Unwritten, write_beside
from govcheck.batch.intake import document_of, path_of
from govcheck.batch.layout import JOURNAL, PAGES
from govcheck.batch.packing import packed_line, packed_text
from govcheck.batch.store import opened_to_read
from govcheck.batch.task import Answer, EarlierAnswer, EarlierTask, Task, Terms
from govcheck.document.case import case_of
from govcheck.document.report import AgencyKind, Document
from govcheck.errors import Unusable
from govcheck.files import content_of
from govcheck.judging.assessment import Assessment, Inspection
from govcheck.judging.engine import assess
from govcheck.judging.fault import fault_of
from govcheck.reports import render
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.batch.summing_up import summary_of
from govcheck.review.application import apply_ledger
from govcheck.review.ledger import read_ledger
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.hints import Hints

UNJUDGED: Final = "govcheck 未能检查（内部错误）"


class Earlier(Struct, frozen=True, kw_only=True):
    """Last year's report, as far as there is one."""

    document: Document | None = None
    name: str | None = None
    sha256: str = ""
    note: str = ""
    """Why there is none, where one was to be expected (Chinese)."""


class Room:
    """The rules, and the terms of a batch."""

    def __init__(self, terms: Terms) -> None:
        """Load the rules.  Raises Unusable where they are not those of the batch."""
        self._terms = terms
        self._book = load_rulebook(extra=[path_of(one) for one in terms.rule_sets])
        if self._book.digest != terms.rules:
            raise Unusable("规则文件在检查期间有改动")
        self._ledger = None
        if terms.ledger_day:
            self._ledger = read_ledger(terms.ledger, terms.ledger_name, today=terms.ledger_day)
        self._folder = path_of(terms.folder)

    def told(self, task: EarlierTask) -> EarlierAnswer:
        """Tell whose report of which year a file is."""
        answer = EarlierAnswer(path=task.path)
        try:
            content = content_of(path_of(task.path))
            answer = replace(answer, sha256=sha256(content).hexdigest())
            document = document_of(task.path, content, self._book, self._plain_hints)
        except Exception:  # noqa: BLE001 - whatever it is, nothing is known of this file
            return answer
        body = document.agency.value if document.agency else None
        return replace(answer, body=body, region=document.region, year=document.year)

    def judged(self, task: Task) -> Answer:
        """Judge a report and write its page; what cannot be read is refused with the reason."""
        answer = Answer(
            at=task.at, path=task.path, summary=ReportSummary(placing=task.placing, refused="")
        )
        try:
            content = content_of(path_of(task.path))
            answer = replace(answer, sha256=sha256(content).hexdigest())
            document = document_of(task.path, content, self._book, self._hints(task))
            earlier = self._earlier(task, document)
            answer = replace(answer, last_year=earlier.sha256)
            return self._finished(answer, self._assessment(document, earlier), earlier)
        except Unusable as error:
            return refused(answer, f"{error}")
        except Unwritten as error:
            return replace(answer, stop=error.number or -1)
        except Exception as error:  # noqa: BLE001 - whatever it is, it stays with this report
            return refused(replace(answer, fault=fault_of(error).report), UNJUDGED)

    @property
    def _plain_hints(self) -> Hints:
        return Hints(convert=self._terms.convert)

    def _hints(self, task: Task) -> Hints:
        kind = task.agency_kind or self._terms.agency_kind
        return Hints(
            fiscal_year=self._terms.year,
            agency_kind=AgencyKind(kind) if kind else None,
            region=task.region or self._terms.region,
            ocr=self._terms.ocr,
            convert=self._terms.convert,
        )

    def _earlier(self, task: Task, document: Document) -> Earlier:
        """Read last year's report: the manifest's, else the one that is surely the body's."""
        if task.last_year is not None:
            return self._earlier_at(task.last_year)
        if self._terms.earlier is None:
            return Earlier()
        with closing(opened_to_read(self._folder / JOURNAL)) as store:
            found = EarlierReports(store).of(document)
        if len(found) == 1:
            return self._earlier_at(found[0])
        return Earlier(note=f"上年报告有 {len(found)} 份，不能确定是哪一份" if found else "")

    def _earlier_at(self, place: bytes) -> Earlier:
        path, known = path_of(place), ""
        try:
            content = content_of(path)
            known = sha256(content).hexdigest()
            document = document_of(place, content, self._book, self._plain_hints)
        except Unusable as error:
            return Earlier(sha256=known, note=f"上年报告 {path.name}：{error}")
        return Earlier(document=document, name=path.name, sha256=known)

    def _assessment(self, document: Document, earlier: Earlier) -> Assessment:
        terms = self._terms
        case = case_of(
            document,
            earlier=earlier.document,
            draft=terms.draft is not None,
            today=terms.draft,
        )
        found = assess(case, self._book)
        if self._ledger is None or terms.ledger_day is None:
            return found
        day = terms.ledger_day
        decided = apply_ledger(found, self._ledger, self._book, today=day, alone=False)
        return replace(decided, inspection=Inspection(inspected_on=day))

    def _finished(self, answer: Answer, found: Assessment, earlier: Earlier) -> Answer:
        """Write the page, and pack what the journal keeps.  Raises Unwritten."""
        unlike = found.case.unlike
        notes = [earlier.note, f"未与上年报告比较：{unlike.why}" if unlike else ""]
        notes += [f"规则 {one.rule} 出错（内部错误）" for one in found.faults]
        finished = page = ""
        if answer.summary.placing.page:
            content = render("html", found, self._book)
            finished, page = write_beside(self._folder / PAGES, [content])
        return replace(
            answer,
            summary=summary_of(
                found,
                self._book,
                answer.summary.placing,
                last_year=None if unlike else earlier.name,
                notes=tuple(filter(None, notes)),
            ),
            line=packed_line(render("json", found, self._book)),
            text=packed_text(found.document),
            finished=finished,
            page_sha256=page,
        )


def refused(answer: Answer, reason: str) -> Answer:
    """Return the answer for a report that could not be judged."""
    placing = replace(answer.summary.placing, page=None)
    summary = ReportSummary(placing=placing, refused=reason, sha256=answer.sha256)
    return replace(answer, summary=summary)
