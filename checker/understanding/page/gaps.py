"""Places of a page at which something is shown that was not read: frames, files, scripts.

They are set aside while the page is understood, and come into the body where it lacks what
may stand there: the table of a part, or all of its text.  A frame within the body is always
some of it, one behind its end where parts are missing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from msgspec.structs import replace

from govcheck.document.blocks import Grid, Image, Paragraph, Shown
from govcheck.document.form import Form
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.annexes import annexed, refers
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.sheet import Piece

_LONGEST: Final = 30
_LINKED: Final = 0.5
_OUTSIDE: Final = frozenset({"nav", "header", "footer", "aside", "hidden"})


class Gap(NamedTuple):
    """Something that was not read."""

    before: int
    """Index of the piece before which it stands; how many there are, at the end."""
    piece: Piece


class Filled(NamedTuple):
    """Pieces with gaps among them, and what else is told by their index."""

    pieces: list[Piece]
    own: list[int]
    shifted: list[int]
    """Of each piece, and of the end, where it stands now."""


def apart(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[list[Piece], list[Gap]]:
    """Return the pieces that were read, and the gaps between them.

    A line that asks for patience is one: a script was to draw something in its place.
    """
    read: list[Piece] = []
    gaps: list[Gap] = []
    undrawn = vocabulary.pattern("furniture.undrawn")
    for piece in pieces:
        block = piece.block
        if isinstance(block, Image) and block.shown is not Shown.PICTURE:
            gaps.append(Gap(len(read), piece))
        elif isinstance(block, Paragraph) and undrawn.fullmatch(block.text.normal):
            drawn = Image(source=block.text.normal, line=block.line, shown=Shown.DRAWN)
            gaps.append(Gap(len(read), replace(piece, block=drawn)))
        else:
            read.append(piece)
    return read, gaps


def filled(
    pieces: Sequence[Piece],
    own: Sequence[int],
    headings: Sequence[Heading],
    gaps: Sequence[Gap],
    *,
    forms: Sequence[Form],
    vocabulary: Vocabulary,
) -> Filled:
    """Return the pieces with the gaps that matter; ``own`` are those of the body, in order."""
    needed = sorted(
        _needed(pieces, own, headings, gaps, forms=forms, vocabulary=vocabulary),
        key=lambda gap: gap.before,
    )
    result: list[Piece] = []
    shifted: list[int] = []
    inserted: list[int] = []
    rest = iter((*needed, None))
    gap = next(rest)
    for index in range(len(pieces) + 1):
        while gap is not None and gap.before == index:
            inserted.append(len(result))
            result.append(gap.piece)
            gap = next(rest)
        shifted.append(len(result))
        result += pieces[index : index + 1]
    return Filled(result, sorted((*(shifted[at] for at in own), *inserted)), shifted)


def _needed(
    pieces: Sequence[Piece],
    own: Sequence[int],
    headings: Sequence[Heading],
    gaps: Sequence[Gap],
    *,
    forms: Sequence[Form],
    vocabulary: Vocabulary,
) -> Iterator[Gap]:
    form = forms[-1]
    known = [gap for gap in gaps if gap.piece.zone not in _OUTSIDE]
    if not own:
        return
    end = own[-1] + 1
    there = {heading.part_id for heading in headings}
    whole = all(part.id in there for part in form.parts) and headings[-1].index < own[-1]
    last = own[-1] if whole else end
    yield from (gap for gap in known if _is(gap, Shown.FRAME) and own[0] < gap.before <= last)
    stops = [*(heading.index for heading in headings[1:]), end][: len(headings)]
    spans = [range(heading.index, stop) for heading, stop in zip(headings, stops, strict=True)]
    taken = _of_tables(headings, spans, form)
    within_parts = [
        own[bisect_right(own, span.start) : bisect_left(own, span.stop)] for span in spans
    ]
    foot = end if any(within_parts) else None
    for heading, span, below in zip(headings, spans, within_parts, strict=True):
        inside = [pieces[at] for at in below]
        tabular = heading.part_id in form.table_parts
        if any(isinstance(piece.block, Grid) for piece in inside) or (inside and not tabular):
            continue
        within = [gap for gap in known if heading.index < gap.before <= span.stop]
        said = next((piece.text for piece in inside if _leads_away(piece, vocabulary)), "")
        tables = annexed(pieces, taken, heading.part_id, forms) if said else []
        if said and not (tables or within):
            within = [_attached(known, said, span.stop)]
        yield from (Gap(span.stop, pieces[at]) for at in tables)
        if not tables:
            yield from [gap for gap in within if _may_be_its_own(gap, span.stop, foot)][:1]


def _leads_away(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line says that something is attached, or is a link to another page."""
    return piece.linked >= _LINKED or refers(piece.text, vocabulary)


def _of_tables(
    headings: Sequence[Heading], spans: Sequence[range], form: Form
) -> frozenset[int]:
    """Return which pieces stand in the parts that are tables."""
    parts = zip(headings, spans, strict=True)
    return frozenset(
        chain.from_iterable(span for one, span in parts if one.part_id in form.table_parts)
    )


def _attached(gaps: Sequence[Gap], said: str, stop: int) -> Gap:
    """Return the file that a part refers to, as far as can be told, put where the part ends."""
    behind = (gap for gap in gaps if _is(gap, Shown.ATTACHMENT) and gap.before > stop)
    unknown = Image(source=said[:_LONGEST], shown=Shown.ATTACHMENT)
    return next(behind, Gap(stop, Piece(unknown)))._replace(before=stop)


def _may_be_its_own(gap: Gap, stop: int, foot: int | None) -> bool:
    """Whether a gap may be what a part lacks; behind the last part a script shows the foot.

    Where no part has any text there is none: what is drawn there may be all of it.
    """
    return _is(gap, Shown.ATTACHMENT) or (
        _is(gap, Shown.DRAWN) and not gap.before == stop == foot
    )


def _is(gap: Gap, shown: Shown) -> bool:
    image = gap.piece.block
    return isinstance(image, Image) and image.shown is shown and not image.slight
