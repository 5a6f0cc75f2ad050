"""What programs call: check a report, write the result, load rules.

Everything here is re-exported by :mod:`govcheck`.  The command line is a thin layer over the
same steps: ``govcheck FILE -f json -o -`` prints what ``write(check(FILE), "json")`` returns.
"""

from collections.abc import Iterable
from datetime import date, datetime
from os import PathLike, fspath
from pathlib import Path

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import AgencyKind, Document
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside, content_of
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.result import Finding, Place, Result, Score, result_of
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints

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
    return result_of(assess(case, book), book)


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
        return read(report, name=name or "", knowledge=book.knowledge, hints=hints)
    path = Path(fspath(report))
    return read(
        content_of(path),
        name=name or path.name,
        knowledge=book.knowledge,
        hints=hints,
        beside=PicturesBeside(path),
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
