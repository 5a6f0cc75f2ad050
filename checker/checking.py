"""One report: bytes → document → assessment.  The API, the commands and all else call this."""

from hashlib import sha256
from pathlib import PurePath
from typing import Final

from msgspec.structs import replace

from govcheck.document.knowledge import Knowledge
from govcheck.document.naming import is_unread
from govcheck.document.report import Document
from govcheck.document.sentence import sentence
from govcheck.document.source import Source
from govcheck.errors import Unusable
from govcheck.readers.bounds import require_bounded
from govcheck.readers.companions import with_missing_pictures
from govcheck.readers.formats import read_page
from govcheck.readers.pictures import Pictures, Watch, unwatched
from govcheck.readers.table_pictures import with_pictured_tables
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.region import is_known_region
from govcheck.understanding.understand import understand

_LONGEST: Final = 30
"""Characters of an unknown region that are repeated to the user."""
_NONE: Final[Pictures] = {}


def read(
    content: bytes,
    *,
    name: str,
    knowledge: Knowledge,
    hints: Hints | None = None,
    beside: Pictures = _NONE,
    watch: Watch = unwatched,
) -> Document:
    """Read one report; ``name`` is the file's own name, without its folder.

    ``beside`` are the pictures that lie beside the file; ``watch`` is told what takes long.

    Raises Unusable when there is no report to be had in it.
    """
    page = read_page(content, PurePath(name).suffix.lower())
    require_bounded(page)
    page = with_missing_pictures(page, beside)
    source = Source(
        name=name,
        sha256=sha256(content).hexdigest(),
        format=page.format,
        encoding=page.encoding,
        size=len(content),
    )
    hints = hints or Hints()
    document = understand(page, source=source, knowledge=knowledge, hints=hints)
    lacking = any(map(is_unread, document.tables.values()))
    whole = with_pictured_tables(
        page, document.body, beside, ocr=hints.ocr, lacking=lacking, watch=watch
    )
    if whole.blocks is page.blocks:
        own = document.notes[len(page.notes) :]
        return replace(document, notes=(*map(sentence, whole.notes), *own))
    return understand(whole, source=source, knowledge=knowledge, hints=hints)


def require_region(region: str | None, knowledge: Knowledge) -> None:
    """Raise Unusable where the user states a region that there is not."""
    if region is None or is_known_region(knowledge.vocabulary, region):
        return
    raise Unusable(f"没有地区“{region[:_LONGEST]}”；应写省，或省和州市，如 云南 或 云南/昆明")
