"""From the lines of a page to its paragraphs, once it is known which zones are what."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.readers.html.flow import FlowBlock, FlowLine
from govcheck.readers.html.unwrapped import unwrapped
from govcheck.readers.raw import RawBlock, RawParagraph

_PROSE: Final = 200
"""A marked zone with so long a paragraph outside links is not what its name says."""


def finished(blocks: Sequence[FlowBlock], zones: Sequence[str]) -> tuple[RawBlock, ...]:
    """Return blocks with their lines as paragraphs; ``zones`` holds the zone of each mark."""
    lines = [block for block in blocks if isinstance(block, FlowLine)]
    prose = _marks_of_prose(lines)
    sound = ["" if mark in prose else zone for mark, zone in enumerate(zones)]
    return unwrapped([_finished(block, sound) for block in blocks])


def _finished(block: FlowBlock, zones: Sequence[str]) -> RawBlock:
    if isinstance(block, FlowLine):
        return _paragraph(block, zones)
    if isinstance(block, Image):
        return replace(block, zone=zones[block.anchor or 0] or block.zone, anchor=None)
    return block


def _marks_of_prose(lines: Iterable[FlowLine]) -> set[int]:
    return {
        line.around.mark
        for line in lines
        if len(line.text) >= _PROSE and line.linked < 1 / 2 and not line.hidden
    }


def _paragraph(line: FlowLine, zones: Sequence[str]) -> RawParagraph:
    around = line.around
    marked = zones[around.mark] or ("list" if around.listed else "")
    return RawParagraph(
        text=line.text,
        line=line.line,
        level=around.level,
        linked=line.linked,
        zone="hidden" if line.hidden else marked,
        container=around.container,
        anchor=line.anchor,
    )
