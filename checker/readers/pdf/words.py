"""Words in printed lines, which the end of a line does not part."""

from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.lines import PrintedLine

_FIRST: Final = late_pattern(
    "[（(《“‘【〔]{0,3}(?:[!-~]{1,60}|.)[，。；：！？、）》”’】〕…—,.;:!?)]{0,4}"
)


def first_word(line: PrintedLine) -> float:
    """Return how wide what a line begins with is, which could not be parted, in points."""
    text = "".join(glyph.text[0] for glyph in line.glyphs)
    word = _FIRST.match(text)
    end = word.end() if word else 1
    return line.glyphs[end - 1].right - line.left
