"""Files of a batch, read into documents with what lies beside them."""

import os
from hashlib import sha256
from pathlib import Path

from govcheck.checking import read
from govcheck.converting.office import to_docx
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.files import content_of
from govcheck.readers.pictures import Pictures
from govcheck.reports.visible import visible
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints


def path_of(place: bytes) -> Path:
    """Return a path that is kept as bytes."""
    return Path(os.fsdecode(place))


def name_of(path: Path) -> str:
    """Return a file's name as text; a byte in it that is none stands as ‹U+DCC4›."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return visible(path.name)
    return path.name


def content_hash(place: bytes) -> str:
    """Return the hash of what a file holds; nothing where it cannot be read."""
    try:
        return sha256(content_of(path_of(place))).hexdigest()
    except Unusable:
        return ""


def document_of(
    place: bytes, content: bytes, rulebook: Rulebook, hints: Hints, beside: Pictures
) -> Document:
    """Read a report.  Raises Unusable, in words, for what is none."""
    return read(
        content,
        name=name_of(path_of(place)),
        knowledge=rulebook.knowledge,
        hints=hints,
        beside=beside,
        convert=to_docx if hints.convert else None,
    )
