"""Text as it flows down a page: pieces gather into lines, lines into a list of blocks."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.late_pattern import late_pattern
from govcheck.readers.html.surroundings import Surroundings
from govcheck.readers.raw import RawGrid
from govcheck.signs import sign

_SPACES: Final = late_pattern("[ \t\n\r\f]+")
_NOTE: Final = late_pattern(
    rf"(?:[,，、 ]?[\[【(（〔]?(?:{sign('note')})?[:： ]?"
    r"(?:[0-9]{1,2}|[a-z*＊†‡①-⑳㈠-㈩])?[\]】)）〕]?){1,3}"
)
_POWER: Final = late_pattern(r"[A-Za-z㎡]$|[×xX*·] ?10$")
_COLLAPSIBLE: Final = late_pattern("[\t\n\r\f]|  ")


class FlowLine(Struct, frozen=True):
    """A run of text between two line breaks or block borders: a paragraph in the making."""

    text: str
    line: int | None
    linked: float
    around: Surroundings
    hidden: bool = False
    anchor: int | None = None
    struck: bool = False
    """Crossed out: something stood in its place."""


Mark = tuple[tuple[int, int] | None, int]
"""Line and column of the last start tag before a text, and how many characters of text stand
between the two."""


FlowBlock = FlowLine | RawGrid | Image


def hidden(block: FlowBlock) -> FlowBlock:
    """Return a block as one that is not to be seen on the page."""
    if isinstance(block, FlowLine):
        return replace(block, hidden=True)
    return replace(block, zone="hidden")


class Flow:
    """Gathers text into lines, and knows how far in the source it has come."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.blocks: list[FlowBlock] = []
        """Where finished lines go: the page, or the cell of a table."""
        self.source_line: int | None = None
        """How far in the source the reader has come."""
        self.marks: list[Mark] = []
        """Where each line begins, by its anchor."""
        self._tag: tuple[int, int] | None = None
        self._passed = 0
        self._first = 0
        self._first_hidden = 0
        self._first_line: int | None = None
        self._shown: list[str] = []
        self._hidden: list[str] = []
        self._struck = False
        self._white: list[int] = []
        self._linked = 0
        self._images: list[Image] = []

    def write(self, data: str, around: Surroundings) -> None:
        """Add text to the line at hand."""
        if around.unseen or (around.raised and self._is_note(data)):
            if not self._hidden:
                self._first_hidden = self.mark()
            self._hidden.append(data)
            self._struck = self._struck or (around.struck and not data.isspace())
        elif self._shown or not data.isspace():
            if not self._shown:
                self._first_line = self._line_in(data)
                self._first = self.mark()
            if around.white:
                self._white.append(len(self._shown))
            self._shown.append(data)
            if around.linked:
                self._linked += len(data.strip())
        self._passed += len(data)
        if "\n" in data and self.source_line is not None:
            self.source_line += data.count("\n")

    def _is_note(self, data: str) -> bool:
        """Whether what is set high is the mark of a note; a power or a unit is none."""
        before = "".join(self._shown[-2:]).rstrip()
        return _NOTE.fullmatch(data.strip()) is not None and not _POWER.search(before[-9:])

    def meet(self, tag: tuple[int, int] | None) -> None:
        """Note the line and column of a start tag, unless the source has no such tag."""
        if tag is not None:
            self.source_line, self._tag, self._passed = tag[0], tag, 0

    def mark(self) -> int:
        """Return an anchor for a text that begins here."""
        self.marks.append((self._tag, self._passed))
        return len(self.marks) - 1

    def _line_in(self, data: str) -> int | None:
        """Return the line on which text begins after its white space."""
        if self.source_line is None or "\n" not in data:
            return self.source_line
        return self.source_line + data[: len(data) - len(data.lstrip())].count("\n")

    def show(self, image: Image, around: Surroundings) -> None:
        """Add a picture, after the line that it stands in; its anchor is the mark around it."""
        concealed = around.hidden or around.veiled
        marked = replace(image, anchor=around.mark, zone="hidden" if concealed else "")
        (self._images if self._shown else self.blocks).append(marked)

    def end_line(self, around: Surroundings) -> None:
        """Finish the line at hand, if there is one."""
        if self._white:
            self._take_out_white()
        if self._shown:
            text = collapse("".join(self._shown))
            linked = min(1.0, self._linked / len(text)) if self._linked else 0.0
            line = FlowLine(text, self._first_line, linked, around, anchor=self._first)
            self.blocks.append(line)
            self._shown, self._linked = [], 0
            self.blocks += self._images
            self._images = []
        if self._hidden:
            text = collapse("".join(self._hidden))
            if text:
                line = FlowLine(
                    text,
                    self.source_line,
                    0.0,
                    around,
                    hidden=True,
                    anchor=self._first_hidden,
                    struck=self._struck,
                )
                self.blocks.append(line)
            self._hidden, self._struck = [], False

    def _take_out_white(self) -> None:
        """Hide white digits among others: on paper they are not to be seen.

        Words are left, and white alone: there a dark ground makes them seen.
        """
        white = [at for at in self._white if not self._shown[at].isspace()]
        whole = "".join(self._shown).strip()
        if white and len(white) < len(self._shown) and whole.isdecimal():
            if not self._hidden:
                self._first_hidden = self._first
            self._hidden += (self._shown[at] for at in white)
            self._shown = [one for at, one in enumerate(self._shown) if at not in set(white)]
        self._white = []


def collapse(text: str) -> str:
    """Collapse white space as a browser does, which keeps &nbsp; and U+3000; strip the ends."""
    text = text.strip()
    if text.isprintable() and "  " not in text:
        return text  # the one white space that can be printed is the blank
    return _SPACES.sub(" ", text) if _COLLAPSIBLE.search(text) else text
