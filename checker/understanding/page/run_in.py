"""Headings that stand inside a paragraph, with text before them: there it is two paragraphs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from govcheck.document.blocks import Paragraph
from govcheck.document.form import Form, FormPart, part_numeral
from govcheck.document.form_titles import lists_parts, titles_pattern
from govcheck.late_pattern import late_pattern
from govcheck.signs import sign
from govcheck.understanding.normal import normal_text
from govcheck.understanding.page.concealed import shown_texts
from govcheck.understanding.page.headings import find_headings
from govcheck.understanding.page.sheet import Piece

_BEFORE: Final = r"(?<=[。！？；：.!?;:”）)》\s])"
_MARK: Final = r"[、．.，,丶]\s?"
_BEHIND: Final = rf"(?!\s?[；;，,、]|\s?[一二三四五六][、．.，,]|\s?(?:{sign('list_end')}))"
"""What follows a title in a list of titles: 一、总体情况；二、……等六个部分."""
_ONLY_TITLE: Final = late_pattern(r"[^。，；：\d]{0,40}[。；;，,、\s]?")
_SHORTEST: Final = 12


def split_run_in(pieces: Sequence[Piece], forms: Mapping[str, Form]) -> list[Piece]:
    """Return the pieces, each parted where a heading of the form runs in its paragraph.

    Only a part that has no heading of its own is looked for, by its own number and title.
    """
    parts = tuple(part for form in forms.values() for part in form.parts)
    headings = find_headings(shown_texts(pieces), parts, ())
    headed = {heading.part_id for heading in headings if heading.exact and heading.rank == 0}
    wanted = tuple(part for part in parts if part.id not in headed)
    if not wanted:
        return list(pieces)
    return [part for piece in pieces for part in _split(piece, wanted)]


def _split(piece: Piece, wanted: tuple[FormPart, ...]) -> Iterator[Piece]:
    text = piece.text
    if len(text) < _SHORTEST or not isinstance(piece.block, Paragraph):
        yield piece
        return
    found = (heading.start() for heading in _heading(wanted).finditer(text))
    cuts = [at for at in found if not lists_parts(text, at)]
    if not cuts or _is_listing(text, cuts):
        yield piece
        return
    for low, high in pairwise((0, *cuts, len(text))):
        if text[low:high].strip():
            yield replace(piece, block=_stretch(piece.block, low, high))


def _is_listing(text: str, cuts: Sequence[int]) -> bool:
    """Whether titles follow each other with nothing between, as a table of contents has it."""
    return any(_ONLY_TITLE.fullmatch(text, *bounds) for bounds in pairwise(cuts))


def _stretch(paragraph: Paragraph, low: int, high: int) -> Paragraph:
    first, last = paragraph.text.written_span(low, high)
    return replace(paragraph, text=normal_text(paragraph.text.written[first:last]))


@cache
def _heading(wanted: tuple[FormPart, ...]) -> re.Pattern[str]:
    """Return a pattern for the number and a title of these parts, inside a paragraph."""
    titled = "|".join(
        f"(?:{part_numeral(part)}{_MARK}|第{part_numeral(part)}{sign('part')}[、：:\\s]?)"
        f"(?:{titles_pattern(part)})"
        for part in wanted
    )
    return late_pattern(f"{_BEFORE}(?:{titled}){_BEHIND}")
