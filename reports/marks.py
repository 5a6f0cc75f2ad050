"""Where the findings' evidence stands in the document's text: both ends of each link."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome
from govcheck.reports.references import Reference

MASK: Final = "＊＊＊"


class Mark(Struct, frozen=True, kw_only=True):
    """One piece of evidence, at its place."""

    anchor: str
    finding: Reference
    tone: str
    """A severity, ``open`` or ``lifted``."""
    start: int | None = None
    """Offsets in the paragraph's normal text; None for the whole block."""
    end: int | None = None
    masked: str | None = None
    """What to show in its place, where the words themselves must not be shown."""


class Marks(Struct, frozen=True, kw_only=True):
    """All pieces of evidence that have a place in the text."""

    blocks: Mapping[tuple[str, int], tuple[Mark, ...]]
    """``body`` or ``furniture``, and the index of the block there."""
    cells: Mapping[tuple[int, int, int], tuple[Mark, ...]]
    """Block, row and column of a printed cell."""
    anchors: frozenset[str]


def anchor_of(ref: Reference, index: int) -> str:
    """Return the id in the text of a finding's piece of evidence."""
    return f"e{ref.slug}-{index + 1}"


def tone_of(finding: Finding) -> str:
    """Return the colour group of a finding."""
    if finding.lifted:
        return "lifted"
    return "open" if finding.effect == Outcome.OPEN else finding.severity.value


def find_marks(assessment: Assessment, refs: Mapping[int, Reference]) -> Marks:
    """Give every piece of evidence with a place its mark."""
    blocks: dict[tuple[str, int], list[Mark]] = defaultdict(list)
    cells: dict[tuple[int, int, int], list[Mark]] = defaultdict(list)
    anchors = set()
    for index, finding in enumerate(assessment.findings):
        ref, tone = refs[index], tone_of(finding)
        for position, evidence in enumerate(finding.evidence):
            anchor = anchor_of(ref, position)
            place = evidence.place
            masked = (evidence.quote or MASK) if evidence.secret else None
            mark = Mark(anchor=anchor, finding=ref, tone=tone, masked=masked)
            grid = _grid_cell(place, assessment.document)
            block = _block(place, assessment.document)
            if grid is not None:
                cells[grid].append(mark)
            elif block is not None:
                blocks[block].append(replace(mark, start=place.start, end=place.end))
            else:
                continue
            anchors.add(anchor)
    return Marks(
        blocks={key: tuple(marks) for key, marks in blocks.items()},
        cells={key: tuple(marks) for key, marks in cells.items()},
        anchors=frozenset(anchors),
    )


def _grid_cell(place: Place, document: Document) -> tuple[int, int, int] | None:
    table = document.tables.get(place.table) if place.table else None
    if table is None or place.row is None or place.column is None:
        return None
    cell = table.cells.get((place.row, place.column))
    return cell.grid if cell else None


def _block(place: Place, document: Document) -> tuple[str, int] | None:
    """Return the block of a place; that of its table or its part when it names no other."""
    side = "furniture" if place.part == "furniture" else "body"
    blocks = document.furniture if side == "furniture" else document.body
    if place.block is not None:
        return (side, place.block) if 0 <= place.block < len(blocks) else None
    table = document.tables.get(place.table) if place.table else None
    if table is not None and table.place.block is not None:
        return "body", table.place.block
    part = next((part for part in document.parts if place.part and part.id == place.part), None)
    return ("body", part.start) if part else None
