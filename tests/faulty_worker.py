"""A worker of a batch that fails over one of its reports."""

from collections.abc import Callable

from govcheck.batch import judging_room, worker
from govcheck.batch.intake import document_of
from govcheck.document.report import Document
from govcheck.readers.pictures import Pictures
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints


def _read_or_fail(
    place: bytes, content: bytes, rulebook: Rulebook, hints: Hints, beside: Pictures
) -> Document:
    if place.endswith(b"/003.html"):
        raise ArithmeticError("a fault of ours")
    return document_of(place, content, rulebook, hints, beside)


def attendant(opening: bytes) -> Callable[[bytes], bytes]:
    """Answer as the worker does."""
    vars(judging_room)["document_of"] = _read_or_fail
    return worker.attendant(opening)
