"""What is read beside a report: last year's, and another copy of it."""

from hashlib import sha256

from msgspec import Struct

from govcheck.batch.consulted import Companion, Consulted
from govcheck.batch.earlier_reports import found_in
from govcheck.batch.intake import document_of
from govcheck.batch.places import name_of, path_of
from govcheck.batch.task import BatchTerms
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.files import content_of
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints

LAST_YEAR = "上年报告"
COPY = "另一文本"


class Beside(Struct, frozen=True, kw_only=True):
    """A second report, as far as there is one."""

    document: Document | None = None
    name: str | None = None
    sha256: str = ""
    """Of what the file holds; empty where it cannot be read."""
    note: str = ""
    """Why there is none, where one was to be expected (Chinese)."""
    companions: tuple[Companion, ...] = ()


def beside_at(place: bytes | None, role: str, terms: BatchTerms, rulebook: Rulebook) -> Beside:
    """Read the file that the manifest names, if it does; the ``role`` is what notes call it."""
    if place is None:
        return Beside()
    path, known, files = path_of(place), "", Consulted(place)
    try:
        content = content_of(path)
        known = sha256(content).hexdigest()
        hints = Hints(convert=terms.convert)
        document = document_of(place, content, rulebook, hints, files)
    except Unusable as error:
        note = f"{role} {name_of(path)}：{error}"
        return Beside(sha256=known, note=note, companions=files.companions)
    return Beside(
        document=document, name=name_of(path), sha256=known, companions=files.companions
    )


def last_year_of(document: Document, terms: BatchTerms, rulebook: Rulebook) -> Beside:
    """Read the report of last year's folder that is surely the body's, if there is one."""
    if terms.earlier is None:
        return Beside()
    found = found_in(path_of(terms.earlier_list), document)
    if len(found) > 1:
        return Beside(note=f"{LAST_YEAR}有 {len(found)} 份，不能确定是哪一份")
    return beside_at(found[0] if found else None, LAST_YEAR, terms, rulebook)
