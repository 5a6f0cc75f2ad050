"""Reports read and judged as the commands do it, and what is written of them."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from hashlib import sha256

from msgspec.structs import replace

from govcheck.checking import read, require_region
from govcheck.converting.office import to_docx
from govcheck.document.case import case_of
from govcheck.document.report import AgencyKind, Document
from govcheck.document.whereabouts import place_words
from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.judging.brevity import SHORT
from govcheck.judging.contrast import contrast_copies
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.reports import render
from govcheck.reports.comparison import render_comparison
from govcheck.reports.listing import listed
from govcheck.reports.tally import Tally, tally
from govcheck.review.application import apply_ledger
from govcheck.review.entry import Ledger
from govcheck.review.matter import keyed, matters, report_name
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import YEARS, Hints
from govcheck.web.orders import (
    CheckOrder,
    ContrastOrder,
    Done,
    Item,
    Mending,
    ResultFacts,
    Stated,
    Submitted,
)

Reading = Callable[..., Document]


def checked(
    order: CheckOrder, book: Rulebook, *, convert: bool, step: Callable[[str], None]
) -> Done:
    """Judge a report and write what is asked for.  Raises Unusable."""
    require_region(order.stated.region, book.knowledge)
    reading = _reading(book, convert=convert, step=step)
    plain = Hints(convert=convert)
    case = case_of(
        _read(order.report, reading, _hints(order.stated, convert=convert)),
        earlier=_last_year(order.last_year, partial(reading, hints=plain)),
        draft=order.stated.draft,
        today=order.today if order.stated.draft else None,
    )
    assessment = assess(case, book)
    if order.decided:
        ledger = _ledger(assessment.document, order)
        assessment = apply_ledger(assessment, ledger, book, today=order.today)
    outputs = {name: _written(name, assessment, book, order) for name in order.outputs}
    return Done(outputs=outputs, facts=_facts(assessment, book, order))


def contrasted(
    order: ContrastOrder, book: Rulebook, *, convert: bool, step: Callable[[str], None]
) -> Done:
    """Hold two copies of a report against each other.  Raises Unusable."""
    reading = _reading(book, convert=convert, step=step)
    hints = _hints(order.stated, convert=convert)
    earlier, later = (_read(one, reading, hints) for one in (order.earlier, order.later))
    contrast = contrast_copies(earlier, later, book)
    found = contrast.recurrences
    difference = Mending(
        mended=tuple(one.message for one in found.gone) if found else (),
        new=tuple(one.message for one in found.new) if found else (),
        left=tuple(one.message for _, one in found.kept) if found else (),
        why=contrast.why,
    )
    return Done(
        outputs={"html": render_comparison("html", contrast, book)}, difference=difference
    )


def _reading(book: Rulebook, *, convert: bool, step: Callable[[str], None]) -> Reading:
    office = to_docx if convert else None
    return partial(read, knowledge=book.knowledge, convert=office, watch=step)


def _read(file: Submitted, reading: Reading, hints: Hints) -> Document:
    return reading(file.content, name=file.name, hints=hints)


def _last_year(file: Submitted | None, reading: Reading) -> Document | None:
    """Read last year's report; what is wrong with it is said of it."""
    if file is None:
        return None
    try:
        return reading(file.content, name=file.name)
    except Unusable as error:
        raise Unusable(f"上年度报告：{error}") from error


def _hints(stated: Stated, *, convert: bool) -> Hints:
    """Return what the user says of a report, once it can be true.  Raises Unusable."""
    if stated.year is not None and stated.year not in YEARS:
        raise Unusable(f"年度应为 {YEARS[0]} 至 {YEARS[-1]}")
    if stated.agency_kind is not None and stated.agency_kind not in list(AgencyKind):
        raise Unusable(f"没有这一机关类别；可取：{'、'.join(AgencyKind)}")
    kind = None if stated.agency_kind is None else AgencyKind(stated.agency_kind)
    return Hints(
        fiscal_year=stated.year,
        agency_kind=kind,
        region=stated.region,
        ocr=stated.ocr,
        convert=convert,
    )


def _written(name: str, assessment: Assessment, book: Rulebook, order: CheckOrder) -> bytes:
    """Write an assessment in a format; of a Word file also the file with comments."""
    if name == "annotated":
        from govcheck.drafting.annotation.annotated import annotated_docx  # noqa: PLC0415
        from govcheck.drafting.annotation.notes import notes  # noqa: PLC0415 - only for it

        source = assessment.document.source
        if source.format != "docx" or source.converted:
            raise Unusable("只能给 Word 文件（.docx）加批注")
        return annotated_docx(order.report.content, tuple(notes(assessment, book)))
    if name == "page":
        from govcheck.web.result import result_page  # noqa: PLC0415 - only for it

        return result_page(assessment, book)
    return render(name, assessment, book)


def _own_name(document: Document, content: bytes) -> str:
    """Return what the store knows a report by.

    Of an unknown body or year, two files are two reports, whatever their titles say.
    """
    name = report_name(document)
    if document.agency and document.agency.value and document.year:
        return name
    return f"{name}〔文件 {sha256(content).hexdigest()[:16]}〕"


def _ledger(document: Document, order: CheckOrder) -> Ledger:
    """Return what is decided on this report and no other, as its ledger would hold it."""
    own, name = _own_name(document, order.report.content), report_name(document)
    entries = tuple(replace(one, report=name) for one in order.decided if one.report == own)
    return Ledger(entries=entries, held=tuple(one.key for one in entries), readable=0)


def _facts(assessment: Assessment, book: Rulebook, order: CheckOrder) -> ResultFacts:
    document, score, counts = assessment.document, assessment.score, tally(assessment)
    policy, own = book.policy, _own_name(document, order.report.content)
    found = matters(listed(keyed(assessment), SHORT), book)
    return ResultFacts(
        report=own,
        ledger_name=report_name(document),
        judged=order.today,
        title=document.title.value if document.title else document.source.name,
        agency=document.agency.value if document.agency else None,
        agency_kind=document.agency_kind,
        region="/".join(document.region) or None,
        year=document.year,
        format="converted" if document.source.converted else document.source.format,
        verdict=score.verdict,
        place=policy.verdicts.index(score.verdict),
        confirmed=score.confirmed,
        possible=score.possible,
        verified=score.verified,
        grade=score.grade,
        severities={str(name): count for name, count in counts.severities.items()},
        open=counts.doubts + len(counts.silent),
        items=tuple(_items(assessment, counts)),
        matters=tuple(replace(one, report=own) for one in found),
        faults=tuple(one.report for one in assessment.faults),
    )


def _items(assessment: Assessment, counts: Tally) -> Iterator[Item]:
    """Yield what a person must look at: losses first, then what is doubtful by itself."""
    for one in assessment.open:
        yield Item(
            look_at=one.look_at, reason=one.reason, rules=len(one.rules), points=one.points
        )
    for index in counts.of(Outcome.OPEN):
        finding = assessment.findings[index]
        places = [place_words(one.place, assessment.document) for one in finding.evidence[:1]]
        yield Item(
            look_at=places[0] if places else "全文",
            reason=finding.message,
            rules=1,
            points=Decimal(0),
        )
