"""Where the findings' evidence stands in the document's text: both ends of each link."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.assessment import Assessment, Finding, Outcome
from govcheck.document import Document
from govcheck.place import Place
from govcheck.text import Text

_MASK: Final = "＊＊＊"


class Mark(Struct, frozen=True, kw_only=True):
    """One piece of evidence, at its place."""

    anchor: str
    finding: int
    """Number of the finding, from 1."""
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


class Segment(Struct, frozen=True, kw_only=True):
    """A run of a paragraph that is marked in one way or not at all."""

    text: str
    tone: str | None = None
    anchors: tuple[str, ...] = ()
    """Evidence that begins here."""
    findings: tuple[int, ...] = ()
    """Findings whose evidence ends here."""


def anchor_of(number: int, index: int) -> str:
    """Return the id in the text of a finding's piece of evidence."""
    return f"e{number}-{index + 1}"


def tone_of(finding: Finding) -> str:
    """Return the colour group of a finding."""
    if finding.lifted:
        return "lifted"
    return "open" if finding.outcome == Outcome.OPEN else finding.severity.value


def find_marks(assessment: Assessment, numbers: Mapping[int, int]) -> Marks:
    """Give every piece of evidence with a place its mark."""
    blocks: dict[tuple[str, int], list[Mark]] = defaultdict(list)
    cells: dict[tuple[int, int, int], list[Mark]] = defaultdict(list)
    anchors = set()
    for index, finding in enumerate(assessment.findings):
        number, tone = numbers[index], tone_of(finding)
        for position, evidence in enumerate(finding.evidence):
            anchor = anchor_of(number, position)
            place = evidence.place
            masked = (evidence.quote or _MASK) if evidence.secret else None
            mark = Mark(anchor=anchor, finding=number, tone=tone, masked=masked)
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


def segments(text: Text, marks: tuple[Mark, ...]) -> Iterator[Segment]:
    """Cut a paragraph, as written, at the borders of its marks."""
    if not marks:
        yield Segment(text=text.written)
        return
    length = len(text.normal)
    spans = [(*_span(mark, length), mark) for mark in marks]
    borders = sorted({at for start, end, _ in spans for at in (start, end)})
    yield Segment(text=text.written[: _written(text, borders[0])])
    for start, end in pairwise(borders):
        over = [span for span in spans if span[0] <= start and end <= span[1]]
        yield Segment(
            text=_shown(text, start, end, over),
            tone=over[0][2].tone if over else None,
            anchors=tuple(mark.anchor for first, _, mark in over if first == start),
            findings=tuple(
                dict.fromkeys(mark.finding for _, last, mark in over if last == end)
            ),
        )
    yield Segment(text=text.written[_written(text, borders[-1]) :])


def _shown(text: Text, start: int, end: int, over: Sequence[tuple[int, int, Mark]]) -> str:
    """Return a run as written, or what stands for it when one of its marks is secret."""
    masked = next((span for span in over if span[2].masked is not None), None)
    if masked is None:
        return text.written[_written(text, start) : _written(text, end)]
    return (masked[2].masked or _MASK) if masked[:2] == (start, end) else _MASK


def _span(mark: Mark, length: int) -> tuple[int, int]:
    """Return the mark's offsets: within the paragraph and, where there is room, not empty."""
    if mark.start is None or mark.end is None:
        return 0, max(1, length)
    start = min(mark.start, max(0, length - 1))
    return start, max(start + 1, min(mark.end, length))


def _written(text: Text, offset: int) -> int:
    """Return where in the written text a normal offset falls; an end takes no blank with it."""
    if offset >= len(text.normal):
        return text.origin[-1] + 1 if text.origin else len(text.written)
    return text.origin[offset] if text.origin is not None else offset


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
