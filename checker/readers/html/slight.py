"""Pictures that are signs and ornaments: by the size that a page gives them, or their names."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from govcheck.late_pattern import late_pattern

_LARGEST: Final = 40
"""Pixels across or down of a sign; a line of text in a picture of a table needs as many."""
_SIZE: Final = late_pattern(r"^\s*([0-9]{1,5})(?:\.[0-9]+)?\s*(?:px)?\s*$")
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
