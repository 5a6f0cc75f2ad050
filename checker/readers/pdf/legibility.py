"""Whether a page's characters can be relied on: that they make sense and stand in lines."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.encoding import common_share
from govcheck.readers.pdf.folio import UNKNOWN, Glyph

SCANNED: Final = ("是扫描图像，没有文字层", "是扫描图像，其文字层由机器识别，未予采用")
NO_CODES: Final = "的字体没有文字编码，无法读取"
GARBLED: Final = "的文字层是乱码，无法读取"
SCATTERED: Final = "有文字不在其行内或落在页面之外，无法读取"
MIXED: Final = "有横置和直置的文字混排，无法读取"
CROPPED: Final = "经过裁切，有文字落在裁切框之外，无法读取"
"""What is said of a page, after its number."""

_HAN: Final = late_pattern("[\u3400-\u9fff]")
_ENOUGH: Final = 50
"""So many Han characters show whether they are common ones."""
_LEAST: Final = 0.4
"""So many of a report's Han characters are common ones, at the least; usual are 0.6 to 0.8."""
_ALIEN: Final = late_pattern("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f\u0400-\u1fff]")
"""Letters of other languages; a wrong table of codes yields them amid Chinese."""
_FEW: Final = 2
"""So many of them may be a name."""
_JUMP: Final = 1.5
"""Characters so many times as large as those before and after them belong elsewhere."""
_FLAT: Final = 0.8
"""A character lower than so much of the usual size is a flat one, such as 一."""
_LONGEST: Final = 8
"""So many characters in turn may have been misplaced."""


def illegible(glyphs: Sequence[Glyph], width: float, height: float) -> str:
    """Say why a page's characters, in the file's order, cannot be relied on, or return ""."""
    text = "".join(glyph.text for glyph in glyphs)
    if UNKNOWN in text:
        return NO_CODES
    if len(_ALIEN.findall(text)) > _FEW:
        return GARBLED
    han = "".join(_HAN.findall(text))
    if len(han) >= _ENOUGH and common_share(han) < _LEAST:
        return GARBLED
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()]
    astray = off_page(printed, width, height) or _has_strays(_full(printed))
    return SCATTERED if astray else ""


def off_page(glyphs: Sequence[Glyph], width: float, height: float) -> bool:
    """Whether characters stand outside of what is to be seen of a page."""
    return any(_is_off(glyph, width, height) for glyph in glyphs if not glyph.text.isspace())


def _is_off(glyph: Glyph, width: float, height: float) -> bool:
    x, y = glyph.middle
    return not (0 <= x <= width and 0 <= y <= height)


def _full(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the Han characters; some programs give marks, and flat ones, a lower box."""
    han = [glyph for glyph in glyphs if _HAN.match(glyph.text)]
    usual = median(glyph.size for glyph in han) if han else 0.0
    return [glyph for glyph in han if glyph.size >= _FLAT * usual]


def _has_strays(glyphs: Sequence[Glyph]) -> bool:
    """Whether larger characters stand elsewhere than those before and after them."""
    last = 0
    for index in range(1, len(glyphs)):
        before, glyph = glyphs[last], glyphs[index]
        if _is_elsewhere(before, glyph) and index - last <= _LONGEST:
            if index + 1 == len(glyphs) and glyph.base < before.base:
                return True
            continue
        strays = glyphs[last + 1 : index]
        if strays and _are_astray(before, strays, glyph):
            return True
        last = index
    return False


def _are_astray(before: Glyph, strays: Sequence[Glyph], after: Glyph) -> bool:
    """Whether a line has room for them, or they stand neither between it nor the next one."""
    if abs(after.base - before.base) < before.size / 2:
        return after.left - before.right >= len(strays) * before.size / 2
    between = sorted((before.base, after.base))
    return _is_alike(before, after) and any(
        not between[0] < one.base < between[1] for one in strays
    )


def _is_elsewhere(before: Glyph, glyph: Glyph) -> bool:
    return glyph.size > _JUMP * before.size and abs(glyph.base - before.base) > before.size


def _is_alike(one: Glyph, other: Glyph) -> bool:
    return abs(one.size - other.size) < one.size / 4
