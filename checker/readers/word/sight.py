"""What is seen of the text in a paragraph, and what reads as another figure than it shows."""

from typing import Final

from govcheck.readers.word.looks import Elevation, Looks
from govcheck.readers.word.styles import Styles
from govcheck.readers.word.symbols import UNKNOWN
from govcheck.readers.word.writer import BlockWriter
from govcheck.readers.xml_tree import Node

_LONGEST_NOTE: Final = 6
"""Characters of the sign of a note that is raised behind a word."""


class RunSight:
    """Looks at the runs of one paragraph after the other; tells the writer of doubts."""

    def __init__(self, styles: Styles, writer: BlockWriter) -> None:
        """Begin before the first paragraph."""
        self._styles, self._looks, self._writer = styles, Looks(styles), writer
        self._style = ""
        self._paragraph: Node | None = None
        self._mixed: bool | None = None
        self._raised = False
        self._placing = self._before = Elevation(0, False, None)  # noqa: FBT003

    def begin(self, style: str, paragraph: Node) -> None:
        """Begin a paragraph."""
        self._style, self._paragraph, self._mixed = style, paragraph, None

    def hides(self, properties: Node | None) -> bool:
        """Whether a run's text is hidden, struck out, or white where other text is not.

        Where all is white, its ground is likely to be dark.
        """
        style, looks = self._style, self._looks
        self._raised = looks.is_raised(style, properties)
        self._placing = looks.placing(style, properties)
        if self._styles.hides(style, properties) or looks.is_effaced(style, properties):
            return True
        if looks.is_pictured(style, properties):
            self._writer.doubted = True
        if not looks.is_white(style, properties):
            return False
        if self._mixed is None:
            self._mixed = self._has_other_colours()
        self._writer.doubted = self._writer.doubted or not self._mixed
        return self._mixed

    def is_note(self, text: str, node: Node) -> bool:
        """Whether a text of the run is a note raised behind a figure, not a digit of it."""
        follows = self._writer.follows_figure
        if node.name != "w:t" and (text == UNKNOWN or (follows and text == "-")):
            self._writer.doubted = True
        if not (text.strip() and follows and len(text.strip()) <= _LONGEST_NOTE):
            self._before = self._placing
            return False
        return self._raised or self._is_beside(text)

    def _is_beside(self, text: str) -> bool:
        """Whether a text behind a digit is moved from its line and smaller, as a note is.

        Of one that is as large it cannot be told.
        """
        before, placing = self._before, self._placing
        aside = placing.is_aside(before)
        note = aside and placing.is_smaller(before)
        if aside and not note and any(map(str.isdigit, text)):
            self._writer.doubted = True
        if not note:
            self._before = placing
        return note

    def _has_other_colours(self) -> bool:
        inside = self._paragraph.descendants() if self._paragraph else ()
        runs = (run for run in inside if run.name == "w:r" and _says_something(run))
        return any(not self._looks.is_white(self._style, run.child("w:rPr")) for run in runs)


def _says_something(run: Node) -> bool:
    return any(one.name == "w:t" and one.text.strip() for one in run.children)
