"""Elements of a Word file that say nothing themselves: they only enclose others."""

from govcheck.readers.word.alternatives import alternative
from govcheck.readers.xml_tree import Node


def enclosed(node: Node) -> list[Node]:
    """Return what a content control holds, one of several versions, or the children."""
    if node.name == "w:sdt":
        content = node.child("w:sdtContent")
        return content.children if content else []
    if node.name == "mc:AlternateContent":
        return alternative(node).children
    return node.children
