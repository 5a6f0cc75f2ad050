"""Files of a batch, read into documents with what lies beside them."""

from govcheck.batch.places import name_of, path_of
from govcheck.checking import read
from govcheck.converting.office import to_docx
from govcheck.document.report import Document
from govcheck.readers.pictures import Pictures
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints


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
