"""Text as a YAML scalar that an editor shows as it is, and that reads back as the same text.

Chinese stays Chinese.  Escaped is what an editor does not show or YAML takes for a line break:
control, format and bidi characters, NEL, LS, PS, U+FFFE and U+FFFF.  A lone surrogate, which
neither UTF-8 nor YAML can hold, becomes U+FFFD.
"""

from typing import Final
from unicodedata import category

_ESCAPED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})


def quoted(text: str) -> str:
    """Return a double-quoted scalar on one line."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    kind = category(character)
    if kind == "Cs":
        return "\ufffd"
    if kind not in _UNSEEN and character not in "\ufffe\uffff":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - UTF-16's bound
