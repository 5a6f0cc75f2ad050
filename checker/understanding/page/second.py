"""A report without a title that stands behind another one on its page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from govcheck.document.form import Form
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.copies import is_copy
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.notices import Notices
from govcheck.understanding.page.sheet import Piece

_FEWEST: Final = 3
"""So many parts in order make a report."""
_FEWEST_TWICE: Final = 2
"""One part that comes twice is a heading put in twice, and the report goes on behind it."""


def second_report(
    pieces: Sequence[Piece], headings: Sequence[Heading], form: Form, vocabulary: Vocabulary
) -> int | None:
    """Return where a second report begins whose parts have the same names; None for none.

    Its text is another one: where it is the same, the report has been put in twice.
    """
    parts = [heading for heading in headings if heading.exact]
    again = _again(parts, form)
    if again is None:
        return None
    last, first = parts[again - 1].index, parts[again].index
    if is_copy(pieces, parts[0].index, first):
        return None
    notices = Notices(vocabulary=vocabulary)
    opening = vocabulary.pattern("introduction.opening")
    between = range(min(last + 2, first), first)
    texts = ((at, pieces[at].text) for at in between)
    opens = (at for at, text in texts if notices.is_above(text) or opening.search(text))
    return next(opens, first)


def _again(parts: Sequence[Heading], form: Form) -> int | None:
    """Return which heading begins the parts anew, in order, behind others in order."""
    numbers = {part.id: number for number, part in enumerate(form.parts)}
    order = [numbers.get(heading.part_id or "", -1) for heading in parts]
    falls = [at for at, (one, other) in enumerate(pairwise(order), start=1) if other <= one]
    if len(falls) != 1 or -1 in order:
        return None
    begin = falls[0]
    anew, ended = order[begin] == 0, order[begin - 1] == len(form.parts) - 1
    many = len(order) - begin >= _FEWEST
    twice = len(set(order[:begin]).intersection(order[begin:]))
    likely = twice >= _FEWEST_TWICE and anew + ended + many > 1
    return begin if begin >= _FEWEST and likely else None
