"""Alternative contents, which say the same for newer and for older programs."""

from typing import Final

from govcheck.readers.xml_tree import NAMESPACES, Node

_WORD: Final = "http://schemas.microsoft.com/office/word"
_DRAWING: Final = "http://schemas.microsoft.com/office/drawing"
_UNDERSTOOD: Final = frozenset(
    {
        *NAMESPACES,
        *(f"{_WORD}/2010/wordprocessing{kind}" for kind in ("Shape", "Group", "Canvas")),
        f"{_WORD}/2010/wordprocessingDrawing",
        *(f"{_WORD}/{year}/wordml" for year in (2006, 2010, 2012, 2018)),
        f"{_DRAWING}/2010/main",
        f"{_DRAWING}/2007/8/2/chart",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:word",
    }
)
"""Namespaces of whose elements all is read that says something.

Not of symbols (``w16se``), ink and models: their pictures and letters are in the fallback.
"""


def alternative(node: Node) -> Node:
    """Return the one of alternative contents that is shown; an empty one for none.

    It is the first that requires nothing that is not understood; else the fallback.
    """
    understood = next(filter(_is_understood, node.children), None)
    return understood or node.child("mc:Fallback") or Node("", {}, node.start)


def _is_understood(choice: Node) -> bool:
    required = choice.get("Requires").split()
    return choice.name == "mc:Choice" and _UNDERSTOOD.issuperset(required)
