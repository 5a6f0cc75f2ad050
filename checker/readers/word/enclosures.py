"""Elements of a Word file that say nothing themselves: they only enclose others."""

from typing import Final

from govcheck.readers.word.alternatives import alternative
from govcheck.readers.xml_tree import NAMESPACES, Node

_INSIDE: Final = {"w:sdt": "w:sdtContent", "w:ruby": "w:rubyBase"}
"""Elements of which one child holds what is said."""


_KNOWN: Final = frozenset(NAMESPACES.values())
_TEXTS: Final = frozenset({"w:p", "w:tbl", "w:r"})


def is_strange(node: Node) -> bool:
    """Whether an element that is not Word's has some of the text in it."""
    if node.name.partition(":")[0] in _KNOWN:
        return False
    return any(one.name in _TEXTS for one in node.descendants())


def _is_prompt(node: Node) -> bool:
    """Whether a control shows but what is to be put in: such words have no figure."""
    properties = node.child("w:sdtPr")
    if properties is None or properties.child("w:showingPlcHdr") is None:
        return False
    words = "".join(one.text for one in node.descendants() if one.name == "w:t")
    return not any(map(str.isdigit, words))


def enclosed(node: Node) -> list[Node]:
    """Return what a control or a phonetic guide is about, one of several versions, or all."""
    if inside := _INSIDE.get(node.name):
        content = None if _is_prompt(node) else node.child(inside)
        return content.children if content else []
    if node.name == "mc:AlternateContent":
        return alternative(node).children
    return node.children
