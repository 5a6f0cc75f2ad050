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


def following(
    pieces: Sequence[Piece], headings: Sequence[Heading], form: Form, vocabulary: Vocabulary
) -> int:
    """Return where the next document begins; the number of pieces for none.

    It has a title of its own, and below that come no parts but those that the report has
    had; where none come, the title is the page's main heading again, behind the last part.
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
            and _is_title(pieces[at], vocabulary)
            and _is_behind(pieces[at], at, headings, form)
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
    below = {heading.part_id for heading in headings if heading.index > at} - {None}
    if below:
        return below <= had
    return piece.level == _MAIN and form.parts[-1].id in had
