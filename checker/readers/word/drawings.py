"""What hangs on a run: pictures, charts, and text boxes with a text of their own."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from govcheck.readers.word.alternatives import alternative
from govcheck.readers.word.extents import DrawingSize, extent
from govcheck.readers.word.objects import SMART, Embedded, embedded_in
from govcheck.readers.xml_tree import Node

_PICTURES: Final = {"a:blip": ("r:embed", "r:link"), "v:imagedata": ("r:id", "r:href")}
"""Elements that show a picture, and the attributes that name the relation to it."""
_DRAWN: Final = {"chart": "图表", "diagram": SMART, "ink": "墨迹", "model3d": "三维模型"}
"""What a graphic is by the last word of the name of its kind."""
_GRAPHICS: Final = {"c:chart": "图表", "dgm:relIds": SMART}
_RELATIONS: Final = ("r:id", "r:dm")
_WATERMARK: Final = "watermark"
"""What Word, and WPS, call a shape that lies behind the text of every page."""


class Picture(NamedTuple):
    """A picture by the relation that leads to it."""

    relation: str
    alt: str
    extent: DrawingSize


class DrawnLetters(NamedTuple):
    """Letters in a drawing that are no text of Word's: WordArt, shapes of other programs."""

    text: str


Drawn = Picture | DrawnLetters | Embedded | Node


def drawn(node: Node) -> Iterator[Drawn]:
    """Yield pictures, drawn words, objects and the contents of text boxes, in their order.

    Of alternative contents, which say the same for newer and older programs, the first that
    says anything counts.
    """
    found = list(_drawn(node))
    if held := embedded_in(node):
        preview = next((one.relation for one in found if isinstance(one, Picture)), "")
        yield held._replace(preview=preview)
        found = [one for one in found if not isinstance(one, Picture)]
    elif not found and node.name == "w:drawing" and not node.children:
        yield Embedded("图形")
    yield from found


def _drawn(node: Node) -> Iterator[Drawn]:
    alt = ""
    pending = [node]
    size = extent(node)
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
            yield DrawnLetters(current.get("string"))
        if current.name == "a:p":
            yield DrawnLetters(
                "".join(one.text for one in current.descendants() if one.name == "a:t")
            )
            continue
        alt = _description(current) or alt
        if current.name in _PICTURES:
            shown = filter(None, map(current.get, _PICTURES[current.name]))
            yield Picture(next(shown, ""), alt, size)
        elif current.name == "a:graphicData" and (kind := _graphic(current)):
            yield kind
            continue
        elif current.name in _GRAPHICS:
            yield Embedded(_GRAPHICS[current.name], _relation(current))
        pending += reversed(current.children)


def _graphic(node: Node) -> Embedded | None:
    """Return the chart or the like that a graphic is, whose words are in another part."""
    kind = _DRAWN.get(node.get("uri").rpartition("/")[2])
    if kind is None:
        return None
    shown = (one for one in node.children if one.name in _GRAPHICS)
    return Embedded(kind, next(filter(None, map(_relation, shown)), ""))


def _relation(node: Node) -> str:
    return next(filter(None, map(node.get, _RELATIONS)), "")


def _description(node: Node) -> str:
    """Return the alternative text that an element gives to what is drawn in it."""
    if node.name == "wp:docPr":
        return node.get("descr").strip() or node.get("title").strip()
    return node.get("alt").strip() if node.name == "v:shape" else ""
