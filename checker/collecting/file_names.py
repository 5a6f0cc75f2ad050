"""Names for files, from what a site calls things: Chinese kept, nothing leads elsewhere."""

from pathlib import PurePosixPath
from typing import Final
from unicodedata import normalize

from govcheck.late_pattern import late_pattern

_LONGEST: Final = 50
"""Characters, of three bytes each: a name of a file with its ending has room in 255."""
_KEPT: Final = frozenset("-_（）()〔〕《》〈〉“”·、，—")
_RESERVED: Final = late_pattern(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")
"""What Windows takes for devices."""
_SUFFIX: Final = late_pattern(r"\.[a-z0-9]{1,5}\Z")
_LARGEST: Final = 0xFFFF
"""The last character that consoles and archives everywhere can name."""


def safe_name(words: str, otherwise: str) -> str:
    """Return words as a file's or a folder's name; ``otherwise`` where nothing is left."""
    signs = (
        sign if (sign.isalnum() or sign in _KEPT) and ord(sign) <= _LARGEST else " "
        for sign in normalize("NFC", words)
    )
    name = "_".join("".join(signs).split())[:_LONGEST].strip("-_")
    if not name:
        return otherwise
    return f"{name}_" if _RESERVED.match(name) else name


def safe_suffix(name: str, otherwise: str = "") -> str:
    """Return the ending of a file's name, in lower case; ``otherwise`` for none that is one."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if _SUFFIX.match(suffix) else otherwise
