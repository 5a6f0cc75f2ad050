"""One report: bytes → document → assessment.  The API, the commands and all else call this."""

from hashlib import sha256
from pathlib import PurePath
from typing import Final

from msgspec.structs import replace

from govcheck.document.knowledge import Knowledge
from govcheck.document.report import Document, Source
from govcheck.document.sentence import sentence
from govcheck.readers.bounds import require_bounded
from govcheck.readers.companions import with_missing_pictures
from govcheck.readers.formats import read_page
from govcheck.readers.pictures import Pictures
from govcheck.readers.table_pictures import with_pictured_tables
from govcheck.understanding.hints import Hints
from govcheck.understanding.understand import understand

_NONE: Final[Pictures] = {}


def read(
    content: bytes,
    *,
    name: str,
    knowledge: Knowledge,
    hints: Hints | None = None,
    beside: Pictures = _NONE,
) -> Document:
    """Read one report; ``name`` is the file's own name, without its folder.

    ``beside`` are the pictures that lie beside the file.

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
    whole = with_pictured_tables(page, document.body, beside, ocr=hints.ocr)
    if whole.blocks is page.blocks:
        return replace(document, notes=tuple(map(sentence, whole.notes)))
    return understand(whole, source=source, knowledge=knowledge, hints=hints)
