"""Text that a page has cut into lines of equal width, as copying from a printout does."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.readers.plain.wrapping import Wrapping
from govcheck.readers.raw import RawBlock, RawParagraph

_FEWEST: Final = 8
"""So many lines must be cut before a text counts as wrapped."""
_SHORTEST: Final = 20
_MARKS: Final = "。！？；：;:"
_LINKED: Final = 0.5


def unwrapped(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Return blocks with lines put together that are one paragraph, where a page wraps them."""
    lines = [block.text for block in blocks if isinstance(block, RawParagraph) and _told(block)]
    cut = sum(len(line) >= _SHORTEST and line[-1] not in _MARKS for line in lines)
    if cut < _FEWEST:
        return tuple(blocks)
    wrapping = Wrapping(lines)
    if not wrapping.between:
        return tuple(blocks)
    made: list[RawBlock] = []
    above: RawBlock | None = None
    for block in blocks:
        whole = made[-1] if made else None
        if isinstance(whole, RawParagraph) and _goes_on(above, block, wrapping):
            made[-1] = replace(whole, text=f"{whole.text}{_text(block)}")
        else:
            made.append(block)
        above = block
    return tuple(made)


def _text(block: RawBlock) -> str:
    return block.text if isinstance(block, RawParagraph) else ""


def _told(block: RawParagraph) -> bool:
    """Whether a line may be one of the text: no heading, no link, nothing hidden."""
    return block.level is None and block.linked < _LINKED and block.zone != "hidden"


def _goes_on(above: RawBlock | None, block: RawBlock, wrapping: Wrapping) -> bool:
    """Whether a line goes on in the next."""
    if not (isinstance(above, RawParagraph) and isinstance(block, RawParagraph)):
        return False
    beside = (above.container, above.zone) == (block.container, block.zone)
    told = beside and _told(above) and _told(block)
    return told and wrapping.joins(above.text, block.text)
