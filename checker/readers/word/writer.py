"""Lines in the making: text gathers from runs and becomes blocks at the line's end."""

from typing import Final

from govcheck.document.blocks import Image
from govcheck.late_pattern import late_pattern
from govcheck.readers.html.flow import FlowBlock, FlowLine
from govcheck.readers.html.surroundings import Surroundings
from govcheck.readers.word.source_map import RunText, SourceLine, SourceMap
from govcheck.readers.xml_tree import Node
from govcheck.signs import sign

_FIGURE: Final = late_pattern(rf"\d\s?(?:{sign('unit')})?\Z")
_LONGEST_FIGURE: Final = 6
"""Characters at the end of a line that tell whether a figure with its unit stands there."""
HIDDEN: Final = Surroundings(hidden=True, unseen=True)
"""Around what is not to be seen."""


class BlockWriter:
    """Makes blocks of what is written, and keeps where it came from."""

    def __init__(self, source_map: SourceMap, *, main: bool) -> None:
        """Begin with an empty line; of the main text it is known whence its words come."""
        self.blocks: list[FlowBlock] = []
        """Where finished lines go: the story, or the cell of a table."""
        self.around = Surroundings()
        self.paragraph: Node | None = None
        self.map = source_map
        self._main = main
        self._number = ""
        self._texts: list[str] = []
        self._segments: list[RunText] = []
        self._length = 0
        self._linked = 0
        self._hidden: list[str] = []
        self._waiting: list[FlowBlock] = []
        self.doubted = False
        """Something was written that may read as another figure than it shows."""

    @property
    def follows_figure(self) -> bool:
        """Whether the line at hand ends with a digit, or a digit and its unit."""
        return _FIGURE.search("".join(self._texts[-2:])[-_LONGEST_FIGURE:]) is not None

    def begin(self, paragraph: Node | None, number: str, around: Surroundings) -> None:
        """Begin a paragraph, or take what is on the line already into it."""
        self.paragraph, self._number, self.around = paragraph, number, around

    def write(self, text: str, run: Node, child: Node, *, linked: bool) -> None:
        """Add text to the line."""
        end = self._length + len(text)
        self._segments.append(RunText(self._length, end, run, child))
        self._texts.append(text)
        self._length = end
        if linked:
            self._linked += len(text)

    def hide(self, text: str) -> None:
        """Add text that is not to be seen."""
        self._hidden.append(text)

    def show(self, blocks: list[FlowBlock]) -> None:
        """Add what is no text of the line, after the line that it stands in."""
        if self._texts:
            self._waiting += blocks
        else:
            self.blocks += blocks

    def show_image(self, source: str, alt: str, *, missing: bool, slight: bool) -> int:
        """Add a picture; return its anchor."""
        anchor = self._place()
        image = Image(source=source, alt=alt, missing=missing, slight=slight, anchor=anchor)
        self.show([image])
        return anchor

    def show_embedded(self, name: str, source: str) -> None:
        """Add the place of an object that was not read; ``source`` is its picture or part."""
        self.show([Image(source=source or name, embedded=name, anchor=self._place())])

    def show_words(self, text: str) -> None:
        """Add words that are drawn apart from the line, each of their lines by itself."""
        lines = (" ".join(line.split()) for line in text.splitlines())
        self.show(
            [
                FlowLine(line, None, 0.0, Surroundings(), anchor=self._place())
                for line in lines
                if line
            ]
        )

    def _place(self) -> int:
        """Return an anchor for what hangs on the paragraph at hand."""
        return self.map.add(SourceLine(self.paragraph))

    def end_line(self) -> None:
        """Finish the line; one without text leaves nothing but what waits for its end."""
        written = "".join(self._texts)
        text = written.strip()
        if text:
            self._add(text, len(written) - len(written.lstrip()))
        hidden = "".join(self._hidden).strip()
        if hidden:
            line = FlowLine(hidden, None, 0.0, HIDDEN, hidden=True, anchor=self._place())
            self.blocks.append(line)
        self.blocks += self._waiting
        self._texts, self._segments, self._length, self._linked = [], [], 0, 0
        self._hidden, self._waiting = [], []

    def _add(self, text: str, cut: int) -> None:
        """Add a line from whose beginning white space was cut."""
        segments = tuple(
            segment._replace(start=segment.start - cut, end=segment.end - cut)
            for segment in self._segments
            if self._main and segment.end > cut
        )
        shown, self._number = self._number + text, ""
        anchor = self.map.add(
            SourceLine(self.paragraph, shown, segments, len(shown) - len(text))
        )
        share = min(1.0, self._linked / len(text))
        self.blocks.append(FlowLine(shown, None, share, self.around, anchor=anchor))
