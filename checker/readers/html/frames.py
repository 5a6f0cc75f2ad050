"""The frames of a page, and after which of its texts each of them stands."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from govcheck.readers.html.flow import FlowBlock, FlowLine
from govcheck.readers.html.markup import Element
from govcheck.readers.html.name_sets import names
from govcheck.readers.raw import RawFrame, RawGrid

_FRAMES: Final = names("embed frame iframe object")


class _Frame(NamedTuple):
    address: str
    content: str
    anchor: int
    """As of a text that would begin where it stands."""


class Frames:
    """The frames of a page, gathered while it is read."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[_Frame] = []

    def add(self, element: Element, anchor: int, *, hidden: bool) -> None:
        """Add what an element shows of another file, if it is a frame."""
        if hidden or element.tag not in _FRAMES:
            return
        address = (element.attr("src") or element.attr("data") or "").strip()
        content = element.attr("srcdoc") or ""
        if address or content:
            self._found.append(_Frame(address, content, anchor))

    def placed(self, blocks: Sequence[FlowBlock]) -> tuple[RawFrame, ...]:
        """Return them with the places in which they stand among a page's blocks."""
        return tuple(
            RawFrame(
                address=frame.address,
                content=frame.content,
                before=next(
                    (at for at, block in enumerate(blocks) if _begin(block) > frame.anchor),
                    len(blocks),
                ),
            )
            for frame in self._found
        )


def _begin(block: FlowBlock) -> int:
    """Return the anchor at which a block begins; none is beyond it for a picture."""
    if isinstance(block, FlowLine):
        anchor = block.anchor
    elif isinstance(block, RawGrid):
        anchor = next((cell.anchor for cell in block.cells), None)
    else:
        anchor = None
    return -1 if anchor is None else anchor
