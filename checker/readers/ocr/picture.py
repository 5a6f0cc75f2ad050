"""A picture's bytes to its pixels in grey, within limits: the header comes before the rest."""

import re
from io import BytesIO
from math import ceil, sqrt
from struct import error as StructError  # noqa: N812 - a class with the name of a variable
from typing import Any, Final
from warnings import catch_warnings

import numpy as np
from PIL import Image, ImageOps

from govcheck.errors import Unusable
from govcheck.readers.limits import (
    LONGEST_SIDE,
    MEGABYTE,
    MOST_PICTURE_BYTES,
    MOST_PIXELS,
    MOST_READ,
)
from govcheck.readers.pictures import TooSmall

Pixels = Any
"""An array of bytes, rows by columns."""

_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_OTHERS: Final = (
    (
        re.compile(rb"\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,64})?(?:<!DOCTYPE svg|<svg)"),
        "SVG 矢量图",
    ),
    (re.compile(rb"II\*\x00|MM\x00\*"), "TIFF 图片"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "AVIF 图片"),
    (re.compile(rb"....ftyp(?:hei|mif|msf)", re.DOTALL), "HEIC 图片"),
    (re.compile(rb"\x01\x00\x00\x00.{36} EMF", re.DOTALL), "EMF 矢量图"),
    (re.compile(rb"\xd7\xcd\xc6\x9a|\x01\x00\x09\x00\x00"), "WMF 矢量图"),
    (re.compile(rb"\xff\x4f\xff\x51|....jP  ", re.DOTALL), "JPEG 2000 图片"),
    (re.compile(rb"%PDF-"), "PDF 文件"),
    (re.compile(rb"(?i)\s{0,64}<(?:html|!doctype html)"), "网页"),
)
"""How files begin that are shown on pages and not decoded here, and what they are."""
_SMALLEST: Final = 40
"""Pixels of a picture across or down; two lines of small print need as many."""
_LARGE: Final = f"超过 {MOST_PIXELS // 10_000} 万像素，不予识别"
_AS_PICTURE: Final = "不能识别；请另存为 PNG 或 JPEG 图片后再检查"
_ABOVE_WHITE: Final = 257
"""How many of the greys of 16 bits make one of 8."""


def decoded(content: bytes) -> Pixels:
    """Return a picture in grey, as ``in_colours`` does."""
    return np.array(Image.fromarray(in_colours(content)).convert("L"))


def in_colours(content: bytes) -> Pixels:
    """Return a picture's red, green and blue; what is transparent is white.

    One that is very large is reduced.

    Raises Unusable (one clause in Chinese) for one beyond the limits, and one that cannot be
    decoded.
    """
    if len(content) > MOST_PICTURE_BYTES:
        raise Unusable(f"超过 {MOST_PICTURE_BYTES // MEGABYTE} MB，不予识别")
    for sign, name in _OTHERS:
        if sign.match(content):
            raise Unusable(f"是 {name}，{_AS_PICTURE}")
    try:
        with (
            catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(BytesIO(content), formats=_FORMATS) as picture,
        ):
            _require_sound(*picture.size)
            return _opaque(ImageOps.exif_transpose(_reduced(picture)))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unusable(_LARGE) from error
    except (OSError, SyntaxError, ValueError, EOFError, StructError) as error:
        raise Unusable("已损坏，或不是 PNG、JPEG、GIF、BMP、WebP 图片") from error


def _require_sound(width: int, height: int) -> None:
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise Unusable(_LARGE)
    if min(width, height) < _SMALLEST:
        raise TooSmall(f"只有 {width}×{height} 像素，过小，无法识别")


def _reduced(picture: Image.Image) -> Image.Image:
    """Return a picture with no more pixels than are read at once."""
    share = ceil(sqrt(picture.width * picture.height / MOST_READ))
    if share <= 1:
        return picture
    picture.draft(None, (picture.width // share, picture.height // share))
    left = ceil(sqrt(picture.width * picture.height / MOST_READ))
    if picture.mode in {"P", "1"}:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "L")
    return picture.reduce(left) if left > 1 else picture


def _opaque(picture: Image.Image) -> Pixels:
    if picture.mode.startswith("I"):
        grey = (np.array(picture) // _ABOVE_WHITE).clip(0, 255).astype(np.uint8)
        return np.repeat(grey[:, :, None], 3, axis=2)
    if picture.has_transparency_data:
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture.convert("RGBA"))
    return np.array(picture.convert("RGB"))
