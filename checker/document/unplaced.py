"""What stands under headings that are none of the form's: misnumbered, or of own invention."""

from typing import Final

from govcheck.document.blocks import Paragraph
from govcheck.document.report import Document, Part
from govcheck.late_pattern import late_pattern

_NUMBERED: Final = late_pattern(r"[一二三四五六七八九十]{1,3}[、．.，,][^。；;，,\n]{2,30}$")


def unplaced_text(document: Document, part: Part) -> str:
    """Return the text under such headings behind a part, the headings with it, line by line."""
    labels = _labels(document)
    lines: list[str] = []
    for other in document.parts:
        if other.start <= part.start:
            continue
        inside = other.id is None or _is_misplaced(document, other)
        for block in document.body[other.start + (not inside) : other.end]:
            text = block.text.normal if isinstance(block, Paragraph) else ""
            inside = inside or (
                _NUMBERED.match(text) is not None
                and not any(label.startswith(text) for label in labels)
            )
            if inside and text:
                lines.append(text)
    return "\n".join(lines)


def _is_misplaced(document: Document, part: Part) -> bool:
    """Whether a heading in other words bears a number that its part does not have."""
    own = next((known.number for known in document.form.parts if known.id == part.id), None)
    return part.known_by == "content" and part.number != own


def _labels(document: Document) -> frozenset[str]:
    """Return the labels of rows, which a text prints line by line: 一、本年新收……."""
    return frozenset(
        label
        for table in document.form.tables.values()
        for row in table.rows
        for label in (row.label, *row.path, *row.variants)
    )


def goes_on(document: Document, part: Part) -> bool:
    """Tell whether a heading that is none of the form's stands right behind a part."""
    after = document.parts[document.parts.index(part) + 1 :]
    return bool(after) and after[0].id is None
