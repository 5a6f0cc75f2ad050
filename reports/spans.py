"""The merged cells of a table's headings: labels that stand over several rows or columns."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct


class Label(Struct, frozen=True, kw_only=True):
    """A heading cell: where it begins, and how far it reaches."""

    text: str
    level: int
    """0 for the outermost."""
    line: int
    """The first of its rows or columns."""
    depth: int
    """Levels that it spans."""
    length: int
    """Rows or columns that it spans."""


def labels(paths: Sequence[tuple[str, ...]], depth: int) -> tuple[Label, ...]:
    """Merge what neighbouring lines share; outer labels first.

    ``paths`` holds one path of labels for each line; the last label of a path spans the
    levels that are left of ``depth``.
    """
    found = []
    for level in range(depth):
        upper = [path[: level + 1] for path in paths]
        for path, group in groupby(range(len(paths)), key=upper.__getitem__):
            lines = list(group)
            if len(path) == level + 1:
                whole = path == paths[lines[0]]
                found.append(
                    Label(
                        text=path[-1],
                        level=level,
                        line=lines[0],
                        depth=depth - level if whole else 1,
                        length=len(lines),
                    )
                )
    return tuple(found)


def levels(paths: Sequence[tuple[str, ...]], depth: int) -> tuple[tuple[Label, ...], ...]:
    """Return the labels, level by level."""
    found = labels(paths, depth)
    return tuple(
        tuple(label for label in found if label.level == level) for level in range(depth)
    )
