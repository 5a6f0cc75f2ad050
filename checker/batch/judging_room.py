"""Where the reports of a batch are judged, each by itself: its peers change nothing of it."""

from hashlib import sha256
from typing import Final

from msgspec.structs import replace

from govcheck.batch.beside import COPY, LAST_YEAR, Beside, beside_at, last_year_of
from govcheck.batch.consulted import Consulted
from govcheck.batch.finished import Unwritten, write_beside
from govcheck.batch.intake import document_of
from govcheck.batch.layout import comparison_of
from govcheck.batch.packing import packed_body, packed_line
from govcheck.batch.places import path_of
from govcheck.batch.task import (
    Answer,
    BatchTerms,
    EarlierAnswer,
    EarlierTask,
    Task,
    WrittenPage,
    refused,
)
from govcheck.comparison.peers.body import body_of
from govcheck.document.bodies import Body
from govcheck.document.case import case_of
from govcheck.document.report import AgencyKind, Document
from govcheck.errors import Unusable
from govcheck.files import content_of
from govcheck.judging.among import peer_terms
from govcheck.judging.assessment import Assessment, Inspection
from govcheck.judging.contrast import contrast_copies
from govcheck.judging.engine import assess
from govcheck.judging.fault import fault_of
from govcheck.reports import render
from govcheck.reports.batch.report_summary import ReportSummary
from govcheck.reports.batch.summing_up import summary_of
from govcheck.reports.comparison import render_comparison
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.hints import Hints

UNJUDGED: Final = "govcheck 未能检查（内部错误）"


class Room:
    """The rules, and the terms of a batch."""

    def __init__(self, terms: BatchTerms) -> None:
        """Load the rules.  Raises Unusable where they are not those of the batch."""
        self._terms = terms
        self._book = load_rulebook(extra=[path_of(one) for one in terms.rule_sets])
        if self._book.digest != terms.rules:
            raise Unusable("规则文件在检查期间有改动")
        self._peers = peer_terms(self._book)
        day, self._ledger = terms.ledger_day, None
        if day:
            from govcheck.review.ledger import read_ledger  # noqa: PLC0415 - YAML

            self._ledger = read_ledger(terms.ledger, terms.ledger_name, today=day)
        self._folder = path_of(terms.folder)

    def told(self, task: EarlierTask) -> EarlierAnswer:
        """Tell whose report of which year a file is."""
        answer = EarlierAnswer(path=task.path)
        try:
            content = content_of(path_of(task.path))
            answer = replace(answer, sha256=sha256(content).hexdigest())
            document = document_of(
                task.path, content, self._book, self._plain_hints, Consulted(task.path)
            )
        except Exception:  # noqa: BLE001 - whatever it is, nothing is known of this file
            return answer
        body = document.agency.value if document.agency else None
        return replace(answer, body=body, region=document.region, year=document.year)

    def judged(self, task: Task) -> Answer:
        """Judge a report and write its page; what cannot be read is refused with the reason."""
        files = Consulted(task.path)
        found = self._judged(task, files)
        return replace(found, companions=(*files.companions, *found.companions))

    def _judged(self, task: Task, files: Consulted) -> Answer:
        answer = Answer(
            at=task.at, path=task.path, summary=ReportSummary(placing=task.placing, refused="")
        )
        try:
            content = content_of(path_of(task.path))
            answer = replace(answer, sha256=sha256(content).hexdigest())
            document = document_of(task.path, content, self._book, self._hints(task), files)
            earlier = self._last_year(task, document)
            answer = replace(answer, last_year=earlier.sha256, companions=earlier.companions)
            answer = self._finished(answer, self._assessment(document, earlier), earlier)
            return self._compared(answer, task, document) if task.copy else answer
        except Unusable as error:
            return refused(answer, f"{error}")
        except Unwritten as error:
            return replace(answer, stop=error.number or -1)
        except Exception as error:  # noqa: BLE001 - whatever it is, it stays with this report
            fault = fault_of(error).report
            return refused(replace(answer, faults=(fault,), final=False), UNJUDGED)

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

    def _last_year(self, task: Task, document: Document) -> Beside:
        """Read last year's report: the manifest's, else the one that is surely the body's."""
        if task.last_year is None:
            return last_year_of(document, self._terms, self._book)
        return beside_at(task.last_year, LAST_YEAR, self._terms, self._book)

    def _assessment(self, document: Document, earlier: Beside) -> Assessment:
        terms, day = self._terms, self._terms.ledger_day
        draft = terms.draft is not None
        case = case_of(document, earlier=earlier.document, draft=draft, today=terms.draft)
        found = assess(case, self._book)
        if self._ledger is None or day is None:
            return found
        from govcheck.review.application import apply_ledger  # noqa: PLC0415 - YAML

        decided = apply_ledger(found, self._ledger, self._book, today=day, alone=False)
        return replace(decided, inspection=Inspection(inspected_on=day))

    def _finished(self, answer: Answer, found: Assessment, earlier: Beside) -> Answer:
        """Write the page, and pack what the journal keeps.  Raises Unwritten."""
        unlike = found.case.unlike
        notes = [earlier.note, f"未与{LAST_YEAR}比较：{unlike.why}" if unlike else ""]
        notes += [f"规则 {one.rule} 出错（内部错误）" for one in found.faults]
        placing = answer.summary.placing
        answer = replace(
            answer,
            summary=summary_of(
                found,
                self._book,
                placing,
                last_year=None if unlike else earlier.name,
                notes=tuple(filter(None, notes)),
            ),
            line=packed_line(render("json", found, self._book)),
            body=packed_body(self._body(found.document, placing.name)),
            faults=tuple(one.report for one in found.faults),
            final=not found.faults,
        )
        page = self._page(placing.page, render("html", found, self._book))
        return replace(answer, pages=(page,)) if page else answer

    def _body(self, document: Document, file: str) -> Body:
        measure = self._peers.measure
        return body_of(
            document,
            file=file,
            selection=measure.selection if measure else None,
            excused=self._peers.excused,
        )

    def _compared(self, answer: Answer, task: Task, document: Document) -> Answer:
        """Hold a report against another copy of it, and write that page.  Raises Unwritten."""
        other = beside_at(task.copy, COPY, self._terms, self._book)
        companions = (*answer.companions, *other.companions)
        answer = replace(answer, copy=other.sha256, companions=companions)
        if other.document is None:
            return _noted(answer, other.note)
        contrast = contrast_copies(other.document, document, self._book)
        if contrast.why:
            return _noted(answer, f"未与{COPY} {other.name} 比较：{contrast.why}")
        path = comparison_of(answer.summary.placing.page)
        page = self._page(path, render_comparison("html", contrast, self._book))
        if page is None:
            return answer
        summary = replace(answer.summary, comparison=path)
        return replace(answer, summary=summary, pages=(*answer.pages, page))

    def _page(self, path: str | None, content: bytes) -> WrittenPage | None:
        """Write a page beside its place.  Raises Unwritten."""
        if path is None:
            return None
        finished, known = write_beside((self._folder / path).parent, [content])
        return WrittenPage(path=path, finished=finished, sha256=known)


def _noted(answer: Answer, note: str) -> Answer:
    notes = tuple(filter(None, (*answer.summary.notes, note)))
    return replace(answer, summary=replace(answer.summary, notes=notes))
