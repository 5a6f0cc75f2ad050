"""Passages: the text of a part, the introduction, the body or the furniture, to be searched."""

from collections.abc import Iterable, Sequence

from govcheck.document.blocks import Block, Paragraph
from govcheck.document.report import Part
from govcheck.document.text import Passage


def build_passages(
    body: Sequence[Block], parts: Sequence[Part], furniture: Sequence[Paragraph]
) -> dict[str, Passage]:
    """Return every passage by its name.

    The body has all its paragraphs.  The introduction is what stands above the first part,
    without the title; a part comes without the heading that makes it one.  What stands
    under the same heading twice is one passage.
    """
    first = parts[0].start if parts else len(body)
    passages = {
        "body": _passage(body, range(len(body)), "body"),
        "introduction": _passage(body, _without_title(body, first), "introduction"),
        "furniture": _passage(furniture, range(len(furniture)), "furniture"),
    }
    indexes: dict[str, list[int]] = {}
    for part in parts:
        if part.id:
            indexes.setdefault(part.id, []).extend(range(part.start + 1, part.end))
    for part_id, where in indexes.items():
        passages[part_id] = _passage(body, where, part_id)
    return passages


def _without_title(body: Sequence[Block], end: int) -> Iterable[int]:
    for index in range(end):
        block = body[index]
        if not isinstance(block, Paragraph) or block.heading != 1:
            yield index


def _passage(blocks: Sequence[Block], indexes: Iterable[int], name: str) -> Passage:
    texts: list[str] = []
    starts: list[int] = []
    where: list[int] = []
    offset = 0
    for index in indexes:
        block = blocks[index]
        if isinstance(block, Paragraph):
            text = block.text.normal
            texts.append(text)
            starts.append(offset)
            where.append(index)
            offset += len(text) + 1
    return Passage(text="\n".join(texts), starts=tuple(starts), blocks=tuple(where), part=name)
