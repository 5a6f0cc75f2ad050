"""Every quotation as the file has it, and the line on which it begins.

Kinds say what they saw and where.  What they saw is normal text as often as not; here it is
looked up at its place, so that a report quotes what a reader of the file finds in it, or
nothing.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from govcheck.document.blocks import Grid, GridCell, Image, Paragraph
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.text import Text, folded
from govcheck.judging.assessment import Finding


def verbatim(finding: Finding, document: Document) -> Finding:
    """Return a finding whose evidence quotes the file, each with the line of its beginning."""
    evidence = tuple(_verbatim(one, document) for one in finding.evidence)
    return finding if evidence == finding.evidence else replace(finding, evidence=evidence)


def _verbatim(evidence: Evidence, document: Document) -> Evidence:
    place = evidence.place
    block = document.block(place)
    if isinstance(block, Paragraph):
        if place.start is not None and place.end is not None:
            return _quoted(evidence, document, block, (place.start, place.end))
        return _searched(evidence, document, (block,)) if evidence.quote else evidence
    if isinstance(block, Grid):
        return _searched(evidence, document, _cells(evidence, document, block))
    return _elsewhere(evidence, document, shown=not isinstance(block, Image))


def _cells(evidence: Evidence, document: Document, grid: Grid) -> Iterator[GridCell]:
    """Yield the cells that evidence may quote: its own, or else the nearest to its line."""
    place = evidence.place
    table = document.table(place.table or "")
    cell = table.cells.get((place.row or "", place.column or "")) if table else None
    if cell is None:
        yield from sorted(grid.cells, key=lambda one: abs((one.line or 0) - (place.line or 0)))
    elif cell.grid is not None:
        yield from (one for one in grid.cells if (one.row, one.column) == cell.grid[1:])


def _searched(
    evidence: Evidence, document: Document, pieces: Iterator[GridCell] | tuple[Paragraph]
) -> Evidence:
    """Quote the first piece that is, or else one that holds, what evidence says was seen.

    What is in none of them was put together from several; it is no quotation.
    """
    if not evidence.quote:
        return evidence
    held: tuple[GridCell | Paragraph, tuple[int, int]] | None = None
    for piece in pieces:
        span = _span(piece.text, evidence.quote)
        if span and span[1] - span[0] == len(piece.text.normal):
            return _quoted(evidence, document, piece, span)
        held = held or (span and (piece, span))
    if held:
        return _quoted(evidence, document, *held)
    return replace(evidence, quote="", actual=evidence.actual or evidence.quote)


def _span(text: Text, words: str) -> tuple[int, int] | None:
    """Return where words, in normal text or as written, stand in a text."""
    at = text.normal.find(words)
    if at >= 0:
        return at, at + len(words)
    return (0, len(text.normal)) if folded(words) == folded(text.written) else None


def _quoted(
    evidence: Evidence, document: Document, piece: GridCell | Paragraph, span: tuple[int, int]
) -> Evidence:
    text, place = piece.text, evidence.place
    quote = evidence.quote if evidence.secret else text.quote(*span)
    line = piece.line or place.line
    if document.lines:
        line = document.lines.line_of(
            text.written, text.begin(span[0]), line=line, anchor=piece.anchor
        )
    return replace(evidence, quote=quote, place=replace(place, line=line))


def _elsewhere(evidence: Evidence, document: Document, *, shown: bool) -> Evidence:
    """Fold a quotation of what is no block of text: a link, a picture, the page's title."""
    quote, line = folded(evidence.quote), evidence.place.line
    if quote and document.lines:
        if shown and line is not None:
            line = document.lines.line_near(quote, line)
        else:
            line = document.lines.line_in_tag(quote, line)
    return replace(evidence, quote=quote, place=replace(evidence.place, line=line))
