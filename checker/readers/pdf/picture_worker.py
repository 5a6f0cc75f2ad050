"""The process that paints a piece of a PDF page; ``shown_pictures`` starts it."""

import sys
from contextlib import closing
from typing import Final

from govcheck.processes.lifeline import bound, end_with_parent
from govcheck.readers.limits import LONGEST_READING, MOST_MEMORY

_ACROSS: Final = 2000
"""Pixels across, as many as are read best."""
_FINEST, _COARSEST = 5.0, 1.0
"""Pixels to a point: 360 and 72 dots to an inch."""
_MOST: Final = 20_000_000
"""Pixels of a picture."""


def main(content: bytes) -> None:
    """Paint what the first line asks of the file after it: ``PAGE[:LEFT,TOP,RIGHT,BOTTOM]``."""
    end_with_parent()
    bound(seconds=LONGEST_READING, memory=MOST_MEMORY)
    import pypdfium2  # noqa: PLC0415 - within the limits

    asked, _, file = content.partition(b"\n")
    number, _, place = asked.decode().partition(":")
    with (
        closing(pypdfium2.PdfDocument(file)) as document,
        closing(document[int(number) - 1]) as page,
    ):
        width, height = page.get_size()
        box = [float(at) for at in place.split(",")] if place else [0.0, 0.0, width, height]
        left, top, right, bottom = box
        scale = max(_COARSEST, min(_FINEST, _ACROSS / max(1.0, right - left)))
        scale = min(scale, (_MOST / max(1.0, (right - left) * (bottom - top))) ** 0.5)
        cut = (max(0, left), max(0, height - bottom), max(0, width - right), max(0, top))
        picture = page.render(scale=scale, crop=cut).to_pil()
    picture.convert("RGB").save(sys.stdout.buffer, "PNG", compress_level=1)
