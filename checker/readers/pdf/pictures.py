"""Which pictures on a page may say something."""

from typing import Final

from govcheck.readers.pdf.folio import Box

_PICTURE: Final = 0.25
"""A picture is so wide or high a part of its page; a smaller one is a seal or a sign."""
_BACKGROUND: Final = 0.8
"""A picture under the text covers so much of its page."""


def may_speak(box: Box, width: float, height: float) -> bool:
    """Tell whether a picture is no seal, and no ground under the text, of a page so large."""
    wide, high = box.width / width, box.height / height
    return min(wide, high * 2) >= _PICTURE and wide * high < _BACKGROUND
