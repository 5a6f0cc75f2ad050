"""What programs call: check a report, write the result, load rules.

Everything here is re-exported by :mod:`govcheck`.  The command line is a thin layer over the
same steps: ``govcheck FILE -f json -o -`` prints what ``write(check(FILE), "json")`` returns.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, partial
from os import PathLike, fspath
from pathlib import Path, PurePath

from govcheck.checking import read, require_region
from govcheck.clock import this_day
from govcheck.converting.office import to_docx
from govcheck.document.case import case_of
from govcheck.document.report import AgencyKind, Document
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside, content_of
from govcheck.judging.engine import assess
from govcheck.reports import FORMATS, render
from govcheck.result import Finding, OpenItem, Place, Question, Result, Score, result_of
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import YEARS, Hints

Report = str | PathLike[str] | bytes
"""A path, or the content of a file."""


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
    convert: bool = True,
    rules: Rulebook | None = None,
) -> Result:
    """Check one report.

    ``name`` is what a report given as bytes is called (its suffix helps where the content
    does not tell the format).  ``last_year`` is the same body's report on the year before;
    ``year``, ``agency_kind`` and ``region`` override what the report shows; ``today`` is the
    day that a draft is checked on, by default this one; ``ocr`` reads pictures of tables;
    ``convert`` has LibreOffice, where it is installed, turn old office formats into Word files
    (a server that takes files from strangers says no).

    Raises Unusable, in a line of Chinese, for what cannot be read, and for a year, a kind
    of agency or a region that there is not.
    """
    book = rules or _shipped()
    hints = _hints(year, agency_kind, region, ocr=ocr, convert=convert)
    require_region(region, book.knowledge)
    case = case_of(
        _read(report, name, book, hints),
        earlier=None
        if last_year is None
        else _read(last_year, None, book, Hints(convert=convert)),
        draft=draft,
        today=_day(today) if draft else None,
    )
    return result_of(assess(case, book), book)


def write(result: Result, format: str = "html") -> bytes:  # noqa: A002 - as in the command
    """Return a result in one format of the command: html, json, sarif and so on.

    Raises Unusable for no format, and where the libraries for it are not installed.
    """
    if format not in FORMATS:
        raise Unusable(f"没有格式“{format}”；可取：{'、'.join(FORMATS)}")
    return render(format, result.assessment, result.rulebook)


def rules(extra: Iterable[str | PathLike[str]] = ()) -> Rulebook:
    """Return the shipped rules with other sets laid over them, in the order given.

    Raises Unusable with file and line; it is an ExceptionGroup where several things are
    unsound.
    """
    # A string is an iterable of strings, too: of one path nobody means the letters.
    paths = [extra] if isinstance(extra, str | PathLike) else extra
    return load_rulebook(extra=[Path(path) for path in paths])


@cache
def _shipped() -> Rulebook:
    """Return the shipped rules; like the package's modules they stay as they were imported."""
    return load_rulebook()


def _hints(
    year: int | None,
    agency_kind: str | None,
    region: str | None,
    *,
    ocr: bool,
    convert: bool,
) -> Hints:
    """Return what the caller says of a report, once it can be true."""
    if year is not None and year not in YEARS:
        raise Unusable(f"年度 {year!s:.20} 不可用，应为 {YEARS[0]} 至 {YEARS[-1]}")
    if agency_kind is not None and agency_kind not in list(AgencyKind):
        raise Unusable(f"没有机关类别“{agency_kind}”；可取：{'、'.join(AgencyKind)}")
    kind = None if agency_kind is None else AgencyKind(agency_kind)
    return Hints(fiscal_year=year, agency_kind=kind, region=region, ocr=ocr, convert=convert)


def _day(given: date | None) -> date:
    """Return a day without the time that a datetime has beside it; by default today."""
    day = given or this_day()
    return day.date() if isinstance(day, datetime) else day


def _read(report: Report, name: str | None, book: Rulebook, hints: Hints) -> Document:
    """Read a file with the pictures beside it, or bytes that have none."""
    called = PurePath(name).name if name else None
    reading = partial(
        read,
        knowledge=book.knowledge,
        hints=hints,
        convert=to_docx if hints.convert else None,
    )
    if isinstance(report, bytes):
        return reading(report, name=called or "")
    path = Path(fspath(report))
    return reading(content_of(path), name=called or path.name, beside=PicturesBeside(path))


__all__ = [
    "Finding",
    "OpenItem",
    "Place",
    "Question",
    "Report",
    "Result",
    "Rulebook",
    "Score",
    "Unusable",
    "check",
    "rules",
    "write",
]
