"""Fields: what Word computes (page numbers, links) between an instruction and its result."""

import re
from dataclasses import dataclass, field
from typing import Final

from govcheck.late_pattern import late_pattern

_DEEPEST: Final = 50
"""Fields within fields (a table of contents of links comes to 3); of more the inmost count."""
_OVERLAID: Final = late_pattern(
    r"\s*EQ\s[^(]{0,200}\\o(?:\\a[a-z])?\s{0,9}\((.{1,500})\)\s*", re.IGNORECASE | re.DOTALL
)
"""Letters over each other, the last of which is the text: readings above words, rings."""
_ADDRESS: Final = late_pattern(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)


@dataclass(slots=True)
class _OpenField:
    instruction: list[str] = field(default_factory=list[str])
    instructing: bool = True
    """Its result has not begun; what stands here is not to be seen."""
    linking: bool = False


class Fields:
    """The fields around the place that a reader has come to."""

    def __init__(self) -> None:
        """Begin outside of any."""
        self._open: list[_OpenField] = []

    @property
    def hidden(self) -> bool:
        """Whether the place is in an instruction."""
        return any(one.instructing for one in self._open)

    def begin(self) -> None:
        """Enter a field."""
        self._open.append(_OpenField())
        del self._open[:-_DEEPEST]

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction.append(text)

    def separate(self) -> str:
        """Come to the result; return the address of a field that is a link, or nothing."""
        if not self._open:
            return ""
        innermost = self._open[-1]
        innermost.instructing = False
        match = _ADDRESS.match("".join(innermost.instruction))
        innermost.linking = match is not None
        return match[1] if match else ""

    def end(self) -> tuple[bool, str]:
        """Leave a field; return whether it was a link, and what Word draws by its words."""
        if not self._open:
            return False, ""
        ended = self._open.pop()
        return ended.linking, _drawn("".join(ended.instruction)) if ended.instructing else ""

    def end_paragraph(self) -> None:
        """Let no instruction that was left open hide the paragraphs after it."""
        for one in self._open:
            one.instructing = False


def _drawn(instruction: str) -> str:
    """Return the text that a field without a result shows, or nothing."""
    match = _OVERLAID.fullmatch(instruction)
    text = re.split("[,;，；]", match[1])[-1].strip() if match else ""
    return "" if "\\" in text else text
