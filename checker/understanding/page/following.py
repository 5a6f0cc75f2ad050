"""Where another document begins below the report, on the same page."""

from collections.abc import Sequence
from typing import Final

from govcheck.document.form import Form
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.sheet import Piece

_LINKED: Final = 0.5
_MAIN: Final = 1
_TITLES: Final = 2
"""The deepest level of markup at which a page titles its documents."""
_LATE: Final = 2
"""Behind so many parts, the last ones of the form, another document may begin."""
_SOON: Final = 8
"""So many lines below a title its document begins to number its parts."""


def following(
    pieces: Sequence[Piece], headings: Sequence[Heading], form: Form, vocabulary: Vocabulary
) -> int:
    """Return where the next document begins; the number of pieces for none.

    It has a title of its own, and below that the parts begin anew, or no parts come but those
    that the report has had.  Where none come, the title stands behind the last part, and it is
    the page's main heading again or a first part of another kind comes soon.
    A report that is printed twice is no other document.
    """
    first = headings[0].index if headings else len(pieces)
    above = {piece.text for piece in pieces[:first]}
    heads = {heading.index for heading in headings}
    return next(
        (
            at
            for at in range(first + 1, len(pieces))
            if at not in heads
            and pieces[at].text not in above
            and _begins(pieces, at, headings, form, vocabulary)
        ),
        len(pieces),
    )


def _is_title(piece: Piece, vocabulary: Vocabulary) -> bool:
    if piece.linked >= _LINKED:
        return False
    titled = piece.level is not None and piece.level <= _TITLES
    name = "titles.document" if titled else "titles.some_report"
    return vocabulary.pattern(name).match(piece.text) is not None


def _is_behind(piece: Piece, at: int, headings: Sequence[Heading], form: Form) -> bool:
    had = {heading.part_id for heading in headings if heading.index < at}
    below = [heading.part_id for heading in headings if heading.index > at and heading.part_id]
    if below:
        return below[0] == form.parts[0].id or set(below) <= had
    return piece.level == _MAIN and form.parts[-1].id in had


def _begins(
    pieces: Sequence[Piece],
    at: int,
    headings: Sequence[Heading],
    form: Form,
    vocabulary: Vocabulary,
) -> bool:
    """Whether a document begins at a line: one with parts of the form, or of another kind."""
    if _is_title(pieces[at], vocabulary) and _is_behind(pieces[at], at, headings, form):
        return True
    last = headings[-1] if headings else None
    late = {part.id for part in form.parts[-_LATE:]}
    if last is None or last.part_id not in late or at <= last.index + 1:
        return False
    titled = vocabulary.pattern("titles.other_document").match(pieces[at].text)
    begins = vocabulary.pattern("titles.begins")
    return titled is not None and any(
        begins.match(piece.text) for piece in pieces[at + 1 : at + 1 + _SOON]
    )
