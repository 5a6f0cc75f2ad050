"""A report read, judged and written in every format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from json import loads

from jsonschema import Draft202012Validator

from fuzzing.book import book
from fuzzing.inputs import Input, Kind
from fuzzing.specimens.reports import reports
from fuzzing.trials.faults import InternalError, InvalidResult, Unsteady
from fuzzing.trials.of_ledgers import require_sound_ledger
from fuzzing.trials.quotations import Strictness, require_true_quotations
from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.drafting.annotation.annotated import annotated_docx
from govcheck.drafting.annotation.notes import notes
from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess
from govcheck.reports import render

TEXTUAL = ("html", "json", "text", "markdown", "sarif", "junit")
_OFFICE = ("xlsx", "docx")
_OWN_ERROR = "内部错误"
"""What a rule's outcome says when the check itself failed."""
_TODAY = date(2025, 1, 15)


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """How one execution is run, and what it is held to."""

    draft: bool = False
    with_last_year: bool = False
    thorough: bool = True
    """Also what takes long: office formats, the schema, a ledger, every format twice."""
    twice: bool = True
    """Read and judge once more, and hold that it comes to the same."""
    strictness: Strictness = Strictness.OFF
    lines: bool = False


def try_report(given: Input, conditions: Conditions) -> bytes | None:
    """Return the JSON of the outcome, or None when the input is refused.

    Raises a Fault, or whatever govcheck raises that is no refusal.
    """
    try:
        case = _read(given, conditions)
    except Unusable:
        return None
    assessment = assess(case, book())
    _require_no_internal_error(assessment)
    written = {name: render(name, assessment, book()) for name in TEXTUAL}
    if conditions.twice:
        _require_the_same(given, conditions, written["json"])
    require_true_quotations(given, assessment, conditions.strictness, lines=conditions.lines)
    if conditions.thorough:
        _try_thoroughly(given, assessment, written["json"])
    return written["json"]


def _read(given: Input, conditions: Conditions) -> Case:
    return Case(
        document=read(given.content, name=given.name, knowledge=book().knowledge),
        last_year=_last_year() if conditions.with_last_year else None,
        draft=conditions.draft,
        today=_TODAY if conditions.draft else None,
    )


def _require_the_same(given: Input, conditions: Conditions, result: bytes) -> None:
    if render("json", assess(_read(given, conditions), book()), book()) != result:
        raise Unsteady("json", "the second result differs")


def _require_no_internal_error(assessment: Assessment) -> None:
    said = [(one.rule, one.reason) for one in assessment.judgements]
    said += [(one.rule, one.message) for one in assessment.findings]
    for rule, words in said:
        if _OWN_ERROR in words:
            raise InternalError(rule, words)


def _try_thoroughly(given: Input, assessment: Assessment, result: bytes) -> None:
    for name in _OFFICE:
        render(name, assessment, book())
    for name in (*TEXTUAL[2:], "html"):
        if render(name, assessment, book()) != render(name, assessment, book()):
            raise Unsteady(name, "the second result differs")
    error = next(_validator().iter_errors(loads(result)), None)
    if error is not None:
        raise InvalidResult("schema", f"{error.json_path}: {error.message}")
    require_sound_ledger(given)
    if given.kind is Kind.WORD:
        _try_comments(given, assessment)


def _try_comments(given: Input, assessment: Assessment) -> None:
    """Hold that a draft with comments reads as it did without."""
    if assessment.document.source.format != "docx":
        return
    try:
        content = annotated_docx(given.content, tuple(notes(assessment, book())))
    except Unusable:
        return
    with_comments = read(content, name=given.name, knowledge=book().knowledge)
    if _texts(with_comments) != _texts(assessment.document):
        raise InvalidResult("annotation", "the text with comments is another")


def _texts(document: Document) -> Sequence[object]:
    body = document.passages.get("body")
    return [body.text if body else "", [cell.cells for cell in document.tables.values()]]


@cache
def _last_year() -> Document:
    first = reports(Kind.HTML)[0]
    return read(first.content, name=first.name, knowledge=book().knowledge)


@cache
def _validator() -> Draft202012Validator:
    schema = files("govcheck.reports") / "govcheck-1.schema.json"
    return Draft202012Validator(loads(schema.read_text("utf-8")))
