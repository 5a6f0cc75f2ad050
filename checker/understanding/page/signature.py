"""The signature: the body and the date with which a document ends, or begins."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from govcheck.document.blocks import Block, Paragraph
from govcheck.document.found import Found, Origin
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.page.dates import DATE, parse_date

_SIGNED = late_pattern(rf"[（(]?(?P<agency>[一-鿿（）()·]{{0,40}}?)(?P<date>{DATE})[）)]?\Z")
_AGENCY = late_pattern("[一-鿿（）()·]{3,40}\\Z")
_LAST = 4
"""A document is signed within so many blocks from its end."""
_SHORT = 60


class Signature(Struct, frozen=True, kw_only=True):
    """Who signed and when, as far as a document says it."""

    agency: Found[str] | None = None
    day: Found[date] | None = None


def find_signature(document: Document) -> Signature:
    """Return the signature at the end, or else under the title."""
    body = document.body
    first = document.parts[0].start if document.parts else 0
    last = range(len(body) - 1, max(first, len(body) - 1 - _LAST), -1)
    for index in (*last, *range(first)):
        block = body[index]
        if not isinstance(block, Paragraph) or len(block.text.normal) > _SHORT:
            continue
        signed = _SIGNED.match(block.text.normal)
        value = parse_date(signed["date"]) if signed else None
        if signed and value:
            day = Found(
                value=value,
                origin=Origin.BODY,
                quote=signed["date"],
                place=document.block_place(index, *signed.span("date")),
            )
            return Signature(agency=_agency(document, index, signed["agency"]), day=day)
    return Signature()


def find_names_alone(document: Document, vocabulary: Vocabulary) -> Iterator[Found[str]]:
    """Yield lines of the head, then the last, that hold a body's name and no more."""
    name, no_name = (
        vocabulary.pattern("bodies.alone"),
        vocabulary.pattern("bodies.no_presented"),
    )
    first = document.parts[0].start if document.parts else 0
    for index in (*range(first), len(document.body) - 1):
        line = _plain(document.body, index)
        alone = name.match(line) if len(line) <= _SHORT else None
        if alone and not no_name.search(alone["name"]):
            place = document.block_place(index, *alone.span("name"))
            value = alone["name"]
            yield Found(value=value, origin=Origin.BODY, quote=value, place=place)


def _agency(document: Document, index: int, beside: str) -> Found[str] | None:
    """Return the body that signs, before the date or in the line above it."""
    if beside:
        place = document.block_place(index, 0, len(beside))
        return Found(value=beside, origin=Origin.BODY, quote=beside, place=place)
    above = _plain(document.body, index - 1)
    if not _AGENCY.match(above):
        return None
    place = document.block_place(index - 1, 0, len(above))
    return Found(value=above, origin=Origin.BODY, quote=above, place=place)


def _plain(body: Sequence[Block], index: int) -> str:
    block = body[index] if index >= 0 else None
    if isinstance(block, Paragraph) and block.heading is None:
        return block.text.normal
    return ""
