"""One report: bytes → document → assessment.  The API, the commands and all else call this."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from msgspec.structs import replace

from govcheck.document.frames import frames_in, unread_frames
from govcheck.document.knowledge import Knowledge
from govcheck.document.naming import is_unread
from govcheck.document.report import Document
from govcheck.document.sentence import sentence
from govcheck.document.source import Source
from govcheck.errors import Unusable
from govcheck.readers.bounds import require_bounded
from govcheck.readers.companions import with_missing_pictures
from govcheck.readers.foreign import Convert, Convertible
from govcheck.readers.formats import ZIP_SIGNATURE, read_page
from govcheck.readers.frames import with_frames
from govcheck.readers.pictures import Pictures, Watch, unwatched
from govcheck.readers.raw import RawPage
from govcheck.readers.table_pictures import with_pictured_tables
from govcheck.rulebook.suggestion import nearest
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.region import is_known_region, known_regions
from govcheck.understanding.understand import understand

_LONGEST: Final = 30
"""Characters of an unknown region that are repeated to the user."""
_LIKE: Final = 0.6
"""Of a place of two characters one is not enough for another to be meant."""
_NONE: Final[Pictures] = {}


def read(
    content: bytes,
    *,
    name: str,
    knowledge: Knowledge,
    hints: Hints | None = None,
    beside: Pictures = _NONE,
    convert: Convert | None = None,
    watch: Watch = unwatched,
) -> Document:
    """Read one report; ``name`` is the file's own name, without its folder.

    ``beside`` are the pictures that lie beside the file; ``convert`` turns a file of another
    format into one that can be read; ``watch`` is told what takes long.

    Raises Unusable when there is no report to be had in it.
    """
    hints = hints or Hints()
    suffix = PurePath(name).suffix.lower()
    page, converted = _page(content, suffix, convert, ocr=hints.ocr, watch=watch)
    require_bounded(page)
    page = with_missing_pictures(page, beside)
    source = _source(name, content, page, converted=bool(converted))
    understood = partial(understand, source=source, knowledge=knowledge, hints=hints)
    with _told_as(converted):
        page, document = _with_frames(page, beside, understood)
    lacking = any(map(is_unread, document.tables.values()))
    whole = with_pictured_tables(
        page, document.body, beside, ocr=hints.ocr, lacking=lacking, watch=watch
    )
    if whole.blocks is page.blocks:
        own = document.notes[len(page.notes) :]
        return replace(document, notes=(*map(sentence, whole.notes), *own))
    return understood(whole)


def _source(name: str, content: bytes, page: RawPage, *, converted: bool) -> Source:
    flat = page.format == "docx" and not content.startswith(ZIP_SIGNATURE)
    return Source(
        name=name,
        sha256=sha256(content).hexdigest(),
        format=page.format,
        encoding=page.encoding,
        size=len(content),
        converted=converted or flat,
    )


@contextmanager
def _told_as(converted: str) -> Iterator[None]:
    """Let a refusal of what another program has made of a file say so."""
    try:
        yield
    except Unusable as error:
        if not converted:
            raise
        way = "也可以用 Word 或 WPS 打开，另存为 .docx 后再检查"
        raise Unusable(f"{converted}已转换为 .docx；{error}；{way}") from error


def _with_frames(
    page: RawPage, beside: Pictures, understood: Callable[[RawPage], Document]
) -> tuple[RawPage, Document]:
    """Understand a page with what is shown in frames that stand in its report.

    Where no part of a report is in the page itself, any of its frames may hold it.
    """
    document = _of_page_alone(page, understood)
    if document is None or not document.parts:
        whole = with_frames(page, beside)
    else:
        framed = frozenset(frames_in(document.body))
        if not framed:
            return page, document
        whole = with_frames(page, beside, framed)
    if document and whole is page:
        return page, replace(document, notes=(*document.notes, *unread_frames(document)))
    require_bounded(whole)
    document = understood(whole)
    return whole, replace(document, notes=(*document.notes, *unread_frames(document)))


def _of_page_alone(page: RawPage, understood: Callable[[RawPage], Document]) -> Document | None:
    """Understand a page without its frames; None where they may make a report of it."""
    try:
        return understood(page)
    except Unusable:
        if not page.frames:
            raise
    return None


def _page(
    content: bytes, suffix: str, convert: Convert | None, *, ocr: bool, watch: Watch
) -> tuple[RawPage, str]:
    """Read a file; return with it what it is (Chinese) where it had to be converted."""
    try:
        return read_page(content, suffix, ocr=ocr, watch=watch), ""
    except Convertible as foreign:
        converted = convert(foreign.content, foreign.suffix) if convert else None
        if converted is None:
            raise
        name = foreign.name
    note = f"{name}由 LibreOffice 转换为 .docx 后检查，各处位置以转换后的文字为准"
    page = read_page(converted, ".docx")
    return replace(page, notes=(note, *page.notes)), name


def require_region(region: str | None, knowledge: Knowledge) -> None:
    """Raise Unusable where the user states a region that there is not."""
    if region is None or is_known_region(knowledge.vocabulary, region):
        return
    meant = nearest(region, [*known_regions(knowledge.vocabulary)], cutoff=_LIKE)
    way = f"是否应为“{meant}”？" if meant else "应写省，或省和州市，如 云南 或 云南/昆明"
    raise Unusable(f"没有地区“{region[:_LONGEST]}”；{way}")
