"""Words in a letter that lead to a file beside it."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_BLUE: Final = RGBColor(0x1F, 0x4E, 0x79)


class Linked(NamedTuple):
    """Words, and the file that they lead to; None for none."""

    text: str
    path: str | None
    """From the letter's own folder, with /."""


Words = str | Sequence[str | Linked]
"""What a paragraph or a cell says: plain words, or pieces of which some are linked."""


def write(paragraph: Paragraph, words: Words) -> None:
    """Add words to a paragraph."""
    for piece in (words,) if isinstance(words, str) else words:
        if isinstance(piece, Linked) and piece.path:
            _add_link(paragraph, piece.text, quote(piece.path))
        else:
            paragraph.add_run(piece.text if isinstance(piece, Linked) else piece)


def _add_link(paragraph: Paragraph, text: str, target: str) -> None:
    relations = paragraph.part.rels
    # The library would search all relations for this one, for each of many links.
    number = f"rIdLink{len(relations)}"
    relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, number, is_external=True)
    element: Any = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), number)
    content: Any = OxmlElement("w:r")
    element.append(content)
    run = Run(content, paragraph)
    run.text = text
    run.font.color.rgb = _BLUE
    paragraph._p.append(element)  # noqa: SLF001 - python-docx has no links
