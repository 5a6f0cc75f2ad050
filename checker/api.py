"""What programs call: check a report, write the result, load rules.

Everything here is re-exported by :mod:`govcheck`.  The command line is a thin layer over the
same steps: ``govcheck FILE -f json -o -`` prints what ``write(check(FILE), "json")`` returns.
The types of results are provisional until version 1.0.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from os import PathLike, fspath
from pathlib import Path

from msgspec import Struct

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import AgencyKind, Document
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside, content_of
from govcheck.judging import assessment as judged
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints

Report = str | PathLike[str] | bytes
"""A path, or the content of a file."""


class Place(Struct, frozen=True, kw_only=True):
    """Where something was seen, and what should have been there."""

    quote: str
    """As the file has it; empty for what is not there."""
    expected: str | None
    """Only where the law or the arithmetic fixes it."""
    actual: str | None
    part: str | None
    """Id of the part, ``introduction`` or ``furniture``."""
    table: str | None
    row: str | None
    column: str | None
    line: int | None
    """Line in the source file, from 1."""
    page: int | None
    """Page of a paginated file, from 1."""


class Finding(Struct, frozen=True, kw_only=True):
    """One thing to be corrected (``fail``) or to be looked at (``open``)."""

    rule: str
    outcome: str
    severity: str
    """critical, major, minor or advice."""
    message: str
    remedy: str
    places: tuple[Place, ...]
    root: int | None
    """Index in the findings of the one that causes this one."""


class Score(Struct, frozen=True, kw_only=True):
    """Points out of 100: ``confirmed`` counts open items as lost, ``possible`` as kept."""

    confirmed: Decimal
    possible: Decimal
    grade: str | None
    vetoes: tuple[str, ...]
    """Ids of the rules whose breach alone decides."""


class Result(Struct, frozen=True, kw_only=True):
    """What govcheck has to say of one report; :func:`write` puts it into a format."""

    verdict: str
    score: Score
    findings: tuple[Finding, ...]
    """Worst first; a finding that another causes stands after it."""
    outcomes: dict[str, str]
    """Rule id to ``pass``, ``fail``, ``open`` or ``not-applicable``."""
    assessment: judged.Assessment
    """All of it, in the types that govcheck itself works with: these may change."""
    rulebook: Rulebook
    """What it was judged by."""


def check(
    report: Report,
    *,
    name: str | None = None,
    last_year: Report | None = None,
    year: int | None = None,
    agency_kind: str | None = None,
    region: str | None = None,
    draft: bool = False,
    today: date | None = None,
    ocr: bool = False,
    rules: Rulebook | None = None,
) -> Result:
    """Check one report.

    ``name`` is what a report given as bytes is called (its suffix helps where the content
    does not tell the format).  ``last_year`` is the same body's report on the year before;
    ``year``, ``agency_kind`` and ``region`` override what the report shows; ``today`` is the
    day that a draft is checked on, by default this one; ``ocr`` reads pictures of tables.

    Raises Unusable, in a line of Chinese, for what cannot be read, and ValueError for a kind
    of agency that there is not.
    """
    book = rules or load_rulebook()
    hints = Hints(
        fiscal_year=year,
        agency_kind=None if agency_kind is None else AgencyKind(agency_kind),
        region=region,
        ocr=ocr,
    )
    case = Case(
        document=_read(report, name, book, hints),
        last_year=None if last_year is None else _read(last_year, None, book, Hints()),
        draft=draft,
        today=(today or datetime.now().astimezone().date()) if draft else None,
    )
    return _result(assess(case, book), book)


def write(result: Result, format: str = "html") -> bytes:  # noqa: A002 - as in the command
    """Return a result in one format of the command: html, json, sarif and so on.

    Raises Unusable where the libraries for it are not installed, KeyError for no format.
    """
    return render(format, result.assessment, result.rulebook)


def rules(extra: Iterable[str | PathLike[str]] = ()) -> Rulebook:
    """Return the shipped rules with other sets laid over them, in the order given.

    Raises Unusable, or an ExceptionGroup of them with file and line for all that is unsound.
    """
    return load_rulebook(extra=[Path(path) for path in extra])


def _read(report: Report, name: str | None, book: Rulebook, hints: Hints) -> Document:
    """Read a file with the pictures beside it, or bytes that have none."""
    if isinstance(report, bytes):
        return read(report, name=name or "", forms=book.forms, hints=hints)
    path = Path(fspath(report))
    return read(
        content_of(path),
        name=name or path.name,
        forms=book.forms,
        hints=hints,
        beside=PicturesBeside(path),
    )


def _result(given: judged.Assessment, book: Rulebook) -> Result:
    score = given.score
    return Result(
        verdict=score.verdict,
        score=Score(
            confirmed=score.confirmed,
            possible=score.possible,
            grade=score.grade,
            vetoes=score.vetoes,
        ),
        findings=tuple(map(_finding, given.findings)),
        outcomes={one.rule: str(one.outcome) for one in given.judgements},
        assessment=given,
        rulebook=book,
    )


def _finding(found: judged.Finding) -> Finding:
    return Finding(
        rule=found.rule,
        outcome=str(found.outcome),
        severity=str(found.severity),
        message=found.message,
        remedy=found.remedy,
        places=tuple(map(_place, found.evidence)),
        root=found.root,
    )


def _place(seen: Evidence) -> Place:
    place = seen.place
    return Place(
        quote=seen.quote,
        expected=seen.expected,
        actual=seen.actual,
        part=place.part,
        table=place.table,
        row=place.row,
        column=place.column,
        line=place.line,
        page=place.page,
    )


__all__ = [
    "Finding",
    "Place",
    "Report",
    "Result",
    "Rulebook",
    "Score",
    "Unusable",
    "check",
    "rules",
    "write",
]
