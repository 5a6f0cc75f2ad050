"""Markdown's and HTML's signs in the cells of a table, which are none of what the cells say."""

from typing import Final

from govcheck.late_pattern import late_pattern

_BREAK: Final = late_pattern(r"(?i)<br\s{0,9}/?>")
_ASIDE: Final = late_pattern(r"(?i)<(del|s|strike|sup|sub)>[^<>]{0,200}</\1>")
"""What is struck out, and the raised signs of notes."""
_TAG: Final = late_pattern(
    r"(?i)</?(?:b|strong|i|em|u|ins|mark|code|span|font|center|small|big|p|div)(?:\s[^<>]{0,200})?>"
)
_STRUCK: Final = late_pattern(r"~~(?=[^\s~])[^~]{1,200}(?<=\S)~~")
_NOTE: Final = late_pattern(r"(?<=\S)\[\^[^\]\s]{1,20}\]")
_STRONG: Final = late_pattern(r"(\*\*|__)([^*_]{1,200})\1")
_SLANTED: Final = late_pattern(r"([*_`])([^*_`]{1,200})\1")
"""Of a whole cell."""
_ESCAPED: Final = late_pattern(r"\\([|*_`~.+#-])")


def cell_text(piece: str) -> str:
    """Return a cell's text without signs; its breaks are line breaks."""
    text = piece.strip()
    if "<" in text:
        text = _TAG.sub("", _ASIDE.sub("", _BREAK.sub("\n", text))).strip()
    if "&nbsp;" in text:
        text = text.replace("&nbsp;", "\u00a0").strip()
    if "~~" in text:
        text = _STRUCK.sub("", text).strip()
    if "[^" in text:
        text = _NOTE.sub("", text)
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text).strip()
    if text[:1] in {"*", "_", "`"} and (slanted := _SLANTED.fullmatch(text)):
        text = slanted[2].strip()
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
