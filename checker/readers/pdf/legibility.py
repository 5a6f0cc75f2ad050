"""Whether the characters of a page can be relied on: that they make sense, and stand in lines."""

import re
from collections.abc import Sequence
from typing import Final

from govcheck.readers.encoding import common_share
from govcheck.readers.pdf.folio import UNKNOWN, Glyph

NO_CODES: Final = "的字体没有文字编码，无法读取"
GARBLED: Final = "的文字层是乱码，无法读取"
SCATTERED: Final = "有文字不在其行内或落在页面之外，无法读取"
"""What is said of a page, after its number."""

_HAN: Final = re.compile("[\u3400-\u9fff]")
_ENOUGH: Final = 50
"""So many Han characters show whether they are common ones."""
_LEAST: Final = 0.4
"""So many of a report's Han characters are common ones, at the least; usual are 0.6 to 0.8."""
_ALIEN: Final = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f\u0400-\u1fff]")
"""Letters of other languages; a wrong table of codes yields them amid Chinese."""
_FEW: Final = 2
"""So many of them may be a name."""
_JUMP: Final = 1.5
"""Characters so many times as large as those before and after them belong elsewhere."""
_LONGEST: Final = 8
"""So many characters in turn may have been misplaced."""


def illegible(glyphs: Sequence[Glyph], width: float, height: float) -> str:
    """Say why a page's characters cannot be relied on, in their order in the file, or return ""."""
    text = "".join(glyph.text for glyph in glyphs)
    if UNKNOWN in text:
        return NO_CODES
    if len(_ALIEN.findall(text)) > _FEW:
        return GARBLED
    han = "".join(_HAN.findall(text))
    if len(han) >= _ENOUGH and common_share(han) < _LEAST:
        return GARBLED
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()]
    astray = any(_is_off(glyph, width, height) for glyph in printed) or _has_strays(printed)
    return SCATTERED if astray else ""


def _is_off(glyph: Glyph, width: float, height: float) -> bool:
    x, y = glyph.middle
    return not (0 <= x <= width and 0 <= y <= height)


def _has_strays(glyphs: Sequence[Glyph]) -> bool:
    """Whether a line leaves room for characters that stand elsewhere in another size."""
    last, strays = 0, 0
    for index in range(1, len(glyphs)):
        before, glyph = glyphs[last], glyphs[index]
        if _is_elsewhere(before, glyph) and strays < _LONGEST:
            strays += 1
            continue
        room = glyph.left - before.right
        if strays and _is_next(before, glyph) and room >= strays * before.size / 2:
            return True
        last, strays = index, 0
    return False


def _is_elsewhere(before: Glyph, glyph: Glyph) -> bool:
    small, large = sorted((before.size, glyph.size))
    return large > _JUMP * small and abs(glyph.base - before.base) > small


def _is_next(before: Glyph, glyph: Glyph) -> bool:
    return abs(glyph.base - before.base) < before.size / 2
