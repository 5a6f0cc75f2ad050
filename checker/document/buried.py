"""The heading of a part that none heads, looked for in text and cells before it is missed."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from govcheck.document.blocks import Grid
from govcheck.document.evidence import Evidence
from govcheck.document.form import FormPart, part_numeral
from govcheck.document.form_titles import lists_parts, titles_pattern
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.search import Match, matches
from govcheck.document.text import folded
from govcheck.late_pattern import late_pattern
from govcheck.signs import sign

_ORDINAL: Final = (
    rf"(?:第[一二三四五六]{sign('part')}[、：:]?|[一二三四五六七八九十]{{1,2}}[、丶．.，,])\s?"
)

_BEFORE: Final = 12
"""Characters that a line may have before a title and be a heading, numbered in its own way."""


def buried_heading(document: Document, part_id: str) -> Evidence | None:
    """Return where a part's heading stands in the text, or words that may be its heading.

    It may stand in a cell, as of a table that it touches.
    """
    part = next((part for part in document.form.parts if part.id == part_id), None)
    if part is None:
        return None
    found = next(_found(document, part), None)
    return found.evidence if found else next(_in_cells(document, part), None)


def part_before(document: Document, part_id: str) -> str | None:
    """Return the id of the part at whose end the text of one without heading would stand."""
    order = [part.id for part in document.form.parts]
    if part_id not in order:
        return None
    earlier = order[: order.index(part_id)]
    known = [part.id for part in document.parts if part.id in earlier]
    return known[-1] if known else None


def _found(document: Document, part: FormPart) -> Iterator[Match]:
    words = tuple(
        word for told in document.form.about if told.part == part.id for word in told.words
    )
    for found in matches(document, _heading(part, words), ("body",)):
        if not lists_parts(found.passage.text, found.start) and not found.quoted:
            yield found


def _in_cells(document: Document, part: FormPart) -> Iterator[Evidence]:
    title = late_pattern(rf"(?:{_ORDINAL})?(?:{titles_pattern(part)})[：:]?")
    for block in document.body:
        for cell in block.cells if isinstance(block, Grid) else ():
            if title.fullmatch(cell.text.normal):
                yield Evidence(
                    quote=folded(cell.text.written),
                    place=Place(line=cell.line, page=block.page),
                )


@cache
def _heading(part: FormPart, about: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for number and title, for the title alone, for its number and matter."""
    titles, words = titles_pattern(part), "|".join(map(re.escape, about))
    numeral = part_numeral(part)
    own = rf"(?:[（(]{numeral}[）)]|(?<![0-9]){part.number}[、．.])\s?"
    alternatives = [
        rf"{own}(?:{titles})(?!\s?[；;，,、])",
        rf"(?<![；;，,、]){_ORDINAL}(?:{titles})(?!\s?[；;，,、])",
        rf"(?m:^|(?<=[。；\s]))(?:{titles})[：:。]",
        rf"(?m:^[^。；，\n]{{1,{_BEFORE}}}(?:{titles})$)",
    ]
    if words:
        alternatives.append(
            rf"(?m:^|(?<=[。；：.;:）)”\s])){numeral}[、．.]"
            rf"(?=[^。；;，,：:\n]{{0,30}}(?:{words}))[^。；;，,：:\n]{{2,30}}(?=[。：:\n\s]|$)"
        )
    return late_pattern("|".join(alternatives))
