"""A picture's bytes to its pixels in grey, within limits: the header comes before the rest."""

from io import BytesIO
from struct import error as StructError  # noqa: N812 - a class with the name of a variable
from typing import Any, Final
from warnings import catch_warnings

import numpy as np
from PIL import Image, ImageOps

from govcheck.errors import Unusable
from govcheck.readers.limits import LONGEST_SIDE, MEGABYTE, MOST_PICTURE_BYTES, MOST_PIXELS

Pixels = Any
"""An array of bytes, rows by columns."""

_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_SMALLEST: Final = 40
"""Pixels of a picture across or down; two lines of small print need as many."""
_LARGE: Final = f"超过 {MOST_PIXELS // 10_000} 万像素，不予识别"
_ABOVE_WHITE: Final = 257
"""How many of the greys of 16 bits make one of 8."""


def decoded(content: bytes) -> Pixels:
    """Return a picture in grey; what is transparent is white.

    Raises Unusable (one clause in Chinese) for one beyond the limits, and one that cannot be
    decoded.
    """
    if len(content) > MOST_PICTURE_BYTES:
        raise Unusable(f"超过 {MOST_PICTURE_BYTES // MEGABYTE} MB，不予识别")
    try:
        with (
            catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(BytesIO(content), formats=_FORMATS) as picture,
        ):
            _require_sound(*picture.size)
            return _grey(ImageOps.exif_transpose(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unusable(_LARGE) from error
    except (OSError, SyntaxError, ValueError, EOFError, StructError) as error:
        raise Unusable("已损坏，或不是 PNG、JPEG、GIF、BMP、WebP 图片") from error


def _require_sound(width: int, height: int) -> None:
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise Unusable(_LARGE)
    if min(width, height) < _SMALLEST:
        raise Unusable(f"只有 {width}×{height} 像素，过小，无法识别")


def _grey(picture: Image.Image) -> Pixels:
    if picture.mode.startswith("I"):
        return (np.array(picture) // _ABOVE_WHITE).clip(0, 255).astype(np.uint8)
    if picture.has_transparency_data:
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture.convert("RGBA"))
    return np.array(picture.convert("L"))
