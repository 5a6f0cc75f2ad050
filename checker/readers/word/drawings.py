"""What hangs on a run: pictures, charts, and text boxes with a text of their own."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from govcheck.readers.word.alternatives import alternative
from govcheck.readers.xml_tree import Node

_REFERENCES: Final = {
    "a:blip": ("r:embed", "r:link"),
    "v:imagedata": ("r:id", "r:href"),
    "c:chart": ("r:id",),
    "dgm:relIds": ("r:dm",),
}
"""Elements that show a part of the file, and the attributes that name the relation to it."""


_WATERMARK: Final = "watermark"
"""What Word, and WPS, call a shape that lies behind the text of every page."""


class Picture(NamedTuple):
    """A picture by the relation that leads to it."""

    relation: str
    alt: str


class Words(NamedTuple):
    """Letters in a drawing that are no text of Word's: WordArt, shapes of other programs."""

    text: str


def drawn(node: Node) -> Iterator[Picture | Words | Node]:
    """Yield pictures, drawn words and the contents of text boxes in a drawing, in its order.

    Of alternative contents, which say the same for newer and older programs, the first that
    says anything counts.
    """
    alt = ""
    pending = [node]
    while pending:
        current = pending.pop()
        if current.name == "w:txbxContent":
            yield current
            continue
        if current.name == "mc:AlternateContent":
            pending.append(alternative(current))
            continue
        if _WATERMARK in current.get("id").lower():
            continue
        if current.name == "v:textpath" and current.get("string").strip():
            yield Words(current.get("string"))
        if current.name == "a:p":
            yield Words("".join(one.text for one in current.descendants() if one.name == "a:t"))
            continue
        alt = _description(current) or alt
        for attribute in _REFERENCES.get(current.name, ()):
            if relation := current.get(attribute):
                yield Picture(relation, alt)
                break
        pending += reversed(current.children)


def _description(node: Node) -> str:
    """Return the alternative text that an element gives to what is drawn in it."""
    if node.name == "wp:docPr":
        return node.get("descr").strip() or node.get("title").strip()
    return node.get("alt").strip() if node.name == "v:shape" else ""
