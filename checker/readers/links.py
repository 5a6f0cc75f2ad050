"""Links: which of them stand in the document and which around it."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from govcheck.blocks import Grid, Link, Paragraph
from govcheck.readers.sheet import Piece


def place_links(
    links: Sequence[Link], pieces: Sequence[Piece], body: Sequence[int]
) -> tuple[Link, ...]:
    """Return the links, each knowing whether it stands in the body.

    It stands in the last block that begins above it; of several that begin on one line in
    the one that has its words.
    """
    own = frozenset(body)
    lined = [
        (piece.block.line, index) for index, piece in enumerate(pieces) if piece.block.line
    ]
    lined.sort()
    lines = [line for line, _ in lined]
    return tuple(
        replace(link, in_body=_holder(link, lined, lines, pieces) in own)
        if link.line is not None
        else link
        for link in links
    )


def _holder(
    link: Link, lined: Sequence[tuple[int, int]], lines: Sequence[int], pieces: Sequence[Piece]
) -> int | None:
    end = bisect_right(lines, link.line or 0)
    if end == 0:
        return None
    words = "".join(link.text.split())
    line, last = lined[end - 1]
    for other, index in reversed(lined[:end]):
        if other != line:
            break
        if words and words in _text(pieces[index]):
            return index
    return last


def _text(piece: Piece) -> str:
    block = piece.block
    if isinstance(block, Paragraph):
        return "".join(block.text.written.split())
    if isinstance(block, Grid):
        return "".join("".join(cell.text.written.split()) for cell in block.cells)
    return ""
