"""Pictures that are signs and ornaments: by the size that a page gives them, or their names."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.image_addresses import Attributed

_LARGEST: Final = 40
"""Pixels across or down of a sign; a line of text in a picture of a table needs as many."""
_SIZE: Final = late_pattern(r"^\s*([0-9]{1,5})(?:\.[0-9]+)?\s*(?:px)?\s*$")
_LEAST_DRAWN: Final = 64
"""Pixels of a drawing across and down; a smaller one is a sign."""
_STYLED: Final = late_pattern(
    r"(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*([0-9]{1,5})(?:\.[0-9]+)?\s*px", re.IGNORECASE
)
_NAMES: Final = late_pattern(
    r"(?:^|[/_.-])(?:file-?type-?images?/|(?:icons?|ico|icn|logo|loading|spacer|blank|arrow"
    r"|qr-?code|e?rweima|ewm|wei(?:xin|bo)|wechat|emoji|emotion|share|print|close)"
    r"(?:[_.-]?[0-9a-z]{0,12})?\.(?:png|jpe?g|gif|bmp|webp|svg)(?:$|[?#]))",
    re.IGNORECASE,
)


def is_slight(values: Mapping[str, str], found: Iterable[str]) -> bool:
    """Tell whether a picture with these attributes and addresses can hold no text."""
    sizes = [_SIZE.match(values.get(name, "")) for name in ("width", "height")]
    given = [int(size[1]) for size in sizes if size]
    given += [int(size) for size in _STYLED.findall(values.get("style", "")[:1000])]
    if given and min(given) <= _LARGEST:
        return True
    named = [_NAMES.search(address[-200:]) is not None for address in found]
    return bool(named) and all(named)


def is_large(element: Attributed) -> bool:
    """Whether a drawing has the size of a picture; without one it has that of its canvas.

    What is drawn on a square, or has a class, is a sign that a sheet gives its size.
    """
    given = [element.attr(name) for name in ("width", "height")]
    canvas = (element.attr("viewbox") or element.attr("viewBox") or "").replace(",", " ")
    sizes = canvas.split()[2:4]
    if any(given) or len(sizes) < len(given):
        sizes = [(size or "").removesuffix("px") for size in given]
    elif len(set(sizes)) == 1 or element.attr("class"):
        return False
    return all(size.isdecimal() and int(size[:6]) > _LEAST_DRAWN for size in sizes)
