"""Tables that Word shows as one."""

from collections.abc import Iterator, Sequence

from govcheck.readers.xml_tree import Node


def with_joined_tables(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield blocks; tables of the same columns with nothing between them are seen as one."""
    last: Node | None = None
    for node in nodes:
        if last and node.name == "w:tbl" and _columns(last) == _columns(node) != []:
            joined = Node("w:tbl", last.attributes, last.start)
            joined.children = [*last.children, *node.children]
            last = joined
            continue
        if last:
            yield last
        last = node if node.name == "w:tbl" else None
        if last is None:
            yield node
    if last:
        yield last


def _columns(table: Node) -> list[str]:
    grid = table.child("w:tblGrid")
    return [column.get("w:w") for column in grid.children] if grid else []
