"""Where in the body the traces of editing stand."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from govcheck.document.blocks import Block, Grid
from govcheck.document.extent import holding
from govcheck.document.place import Place
from govcheck.document.traces import Trace
from govcheck.understanding.page.body import Body


def place_traces(traces: Sequence[Trace], body: Body) -> tuple[Trace, ...]:
    """Return the traces, each with its place; one outside the body keeps an empty place."""
    if not traces:
        return ()
    blocks = {
        anchor: index for index, block in enumerate(body.blocks) for anchor in _anchors(block)
    }
    return tuple(
        replace(trace, place=_place(blocks[trace.anchor], body))
        if trace.anchor is not None and trace.anchor in blocks
        else trace
        for trace in traces
    )


def _place(index: int, body: Body) -> Place:
    part = holding(body.parts, index)
    return Place(part=part.id if part else "introduction", block=index)


def _anchors(block: Block) -> Iterator[int | None]:
    if isinstance(block, Grid):
        yield from (cell.anchor for cell in block.cells)
    else:
        yield block.anchor
