"""Fields: what Word computes (page numbers, links) between an instruction and its result."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from govcheck.late_pattern import late_pattern
from govcheck.readers.word.whole_numbers import whole_number
from govcheck.readers.xml_tree import Node

_DEEPEST: Final = 50
"""Fields within fields (a table of contents of links comes to 3); of more the inmost count."""
_OVERLAID: Final = late_pattern(
    r"\s*EQ\s[^(]{0,200}\\o(?:\\a[a-z])?\s{0,9}\((.{1,500})\)\s*", re.IGNORECASE | re.DOTALL
)
"""Letters over each other, the last of which is the text: readings above words, rings."""
_WORD: Final = late_pattern(r"\s*([A-Za-z]{1,20}|=)")
_CONTENT: Final = late_pattern(
    "=|(?:AUTOTEXT|DATABASE|DDE(?:AUTO)?|DOC(?:PROPERTY|VARIABLE)|EMBED|IMPORT|LINK|QUOTE"
    "|INCLUDE(?:PICTURE|TEXT)?|MERGEFIELD|REF)"
)
"""Fields whose result is a text or a figure of the document."""
_ADDRESS: Final = late_pattern(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)


@dataclass(slots=True)
class _OpenField:
    instruction: list[str] = field(default_factory=list[str])
    instructing: bool = True
    """Its result has not begun; what stands here is not to be seen."""
    linking: bool = False
    shown: bool = False
    """Something stands in its result."""
    choice: str = ""
    """What was chosen in a list that is a form's field."""


class EndedField(NamedTuple):
    """What is known of a field at its end."""

    linking: bool = False
    drawn: str = ""
    """What Word draws by its words, or the choice made in it."""
    unread: str = ""
    """What it is called (Chinese) where it has no result, but should have."""


def choice_of(node: Node) -> str:
    """Return what was chosen in a list, by the ``w:fldChar`` that begins its field."""
    data = node.child("w:ffData")
    choices = data.child("w:ddList") if data else None
    if choices is None:
        return ""
    entries = [one.get("w:val") for one in choices.children if one.name == "w:listEntry"]
    chosen = choices.value("w:result") or choices.value("w:default") or "0"
    number = whole_number(chosen) or 0
    return entries[number] if number < len(entries) else ""


class OpenFields:
    """The fields around the place that a reader has come to."""

    def __init__(self) -> None:
        """Begin outside of any."""
        self._open: list[_OpenField] = []

    @property
    def hidden(self) -> bool:
        """Whether the place is in an instruction."""
        return any(one.instructing for one in self._open)

    def begin(self, choice: str = "") -> None:
        """Enter a field; in a list of a form, ``choice`` was made."""
        self._open.append(_OpenField(choice=choice))
        del self._open[:-_DEEPEST]

    def show(self) -> None:
        """Say that something stands in the results of the fields around the place."""
        for one in self._open:
            one.shown = True

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

    def end(self) -> EndedField:
        """Leave a field; say what it was."""
        if not self._open:
            return EndedField()
        ended = self._open.pop()
        said = "".join(ended.instruction)
        if ended.shown or self.hidden:
            return EndedField(ended.linking)
        words = (_drawn(said) if ended.instructing else "") or ended.choice
        return EndedField(ended.linking, words, "" if words else _unread(said))

    def end_paragraph(self) -> None:
        """Let no instruction that was left open hide the paragraphs after it."""
        for one in self._open:
            one.instructing = False


def _unread(instruction: str) -> str:
    """Return what a field is called whose content is not in the file, or nothing."""
    word = _WORD.match(instruction)
    name = word[1].upper() if word else ""
    return f"没有结果的域（{name}）" if _CONTENT.fullmatch(name) else ""


def _drawn(instruction: str) -> str:
    """Return the text that a field without a result shows, or nothing."""
    match = _OVERLAID.fullmatch(instruction)
    text = re.split("[,;，；]", match[1])[-1].strip() if match else ""
    return "" if "\\" in text else text
