"""Where on its page a report is: its title, its parts, its end."""

from collections.abc import Sequence

from msgspec import Struct

from govcheck.document.form import newest_form
from govcheck.document.knowledge import Knowledge
from govcheck.readers.raw import RawPage
from govcheck.understanding.page.annexes import without_annexed
from govcheck.understanding.page.bare_tables import bare_tables
from govcheck.understanding.page.concealed import shown_texts
from govcheck.understanding.page.copies import without_copy
from govcheck.understanding.page.following import following
from govcheck.understanding.page.furniture import find_body
from govcheck.understanding.page.gaps import Gap, apart
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.latest import latest
from govcheck.understanding.page.notices import Notices
from govcheck.understanding.page.parts import choose_headings
from govcheck.understanding.page.presence import require_report
from govcheck.understanding.page.run_in import split_run_in
from govcheck.understanding.page.second import second_report
from govcheck.understanding.page.sheet import Piece
from govcheck.understanding.page.title import TitleLines, find_title


class ReportOnPage(Struct, frozen=True, kw_only=True):
    """The pieces of a page, and which of them are the report."""

    pieces: Sequence[Piece]
    own: Sequence[int]
    """The report's own pieces, by index."""
    title: TitleLines | None
    headings: Sequence[Heading]
    """Of its parts."""
    end: int
    """Where the next document of the page begins; how many pieces there are, for none."""
    gaps: Sequence[Gap]
    notices: Notices
    copied: bool
    """The page has it twice."""
    others: tuple[str, ...]
    """Titles of other bodies' reports on the page."""
    followed: bool
    """A second report without a title stands behind it."""


def find_report(laid: Sequence[Piece], page: RawPage, knowledge: Knowledge) -> ReportOnPage:
    """Find the report among the pieces of a page.  Raises Unusable where there is none."""
    forms, vocabulary = knowledge.forms, knowledge.vocabulary
    pieces, gaps, others = _latest(*apart(split_run_in(laid, forms), vocabulary), knowledge)
    headings = choose_headings(shown_texts(pieces), forms)
    single = without_copy(pieces, headings) if page.unstyled else None
    if single:
        pieces = single
        headings = choose_headings(shown_texts(pieces), forms)
    end = following(pieces, headings, newest_form(forms), vocabulary)
    if end < len(pieces):
        headings = choose_headings(shown_texts(pieces[:end]), forms)
    second = second_report(pieces[:end], headings, newest_form(forms), vocabulary)
    if second is not None:
        end, headings = second, [one for one in headings if one.index < second]
    in_tables = newest_form(forms).table_parts
    headings = without_annexed(headings, shown_texts(pieces), in_tables, vocabulary)
    title = find_title(pieces, headings[0].index if headings else end, vocabulary)
    require_report(pieces, headings, title, vocabulary, page=page)
    notices = Notices(vocabulary=vocabulary)
    bare = frozenset[int]() if headings else bare_tables(pieces[:end], forms)
    heads = [heading.index for heading in headings]
    own = find_body(pieces[:end], title, heads, notices, bare)
    return ReportOnPage(
        pieces=pieces,
        own=own,
        title=title,
        headings=_within(headings, own),
        end=end,
        gaps=gaps,
        notices=notices,
        copied=single is not None,
        others=others,
        followed=second is not None,
    )


def _latest(
    pieces: Sequence[Piece], gaps: Sequence[Gap], knowledge: Knowledge
) -> tuple[Sequence[Piece], Sequence[Gap], tuple[str, ...]]:
    """Leave out the documents that stand above the report; tell of other bodies' reports."""
    start, others = latest(pieces, knowledge.forms, knowledge.vocabulary)
    below = (gap for gap in gaps if gap.before >= start)
    gaps = [gap._replace(before=gap.before - start) for gap in below]
    return pieces[start:], gaps, others


def _within(headings: Sequence[Heading], own: Sequence[int]) -> list[Heading]:
    inside = frozenset(own)
    return [heading for heading in headings if heading.index in inside]
