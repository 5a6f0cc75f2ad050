"""Fields: what Word computes (page numbers, links) between an instruction and its result."""

import re
from dataclasses import dataclass, field
from typing import Final

_DEEPEST: Final = 50
"""Fields within fields (a table of contents of links comes to 3); of more the inmost count."""
_ADDRESS: Final = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)


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

    def end(self) -> bool:
        """Leave a field; return whether it was a link."""
        return bool(self._open) and self._open.pop().linking

    def end_paragraph(self) -> None:
        """Let no instruction that was left open hide the paragraphs after it."""
        for one in self._open:
            one.instructing = False
