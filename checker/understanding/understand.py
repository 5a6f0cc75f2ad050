"""From a page to a document: normal text, extent, title, parts, facts, tables, figures."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import asdict, replace

from govcheck.document.blocks import Paragraph
from govcheck.document.form import Form, form_in_force
from govcheck.document.knowledge import Knowledge
from govcheck.document.report import Document
from govcheck.document.sentence import sentence
from govcheck.document.source import Source
from govcheck.document.vocabulary import Vocabulary
from govcheck.errors import Unusable
from govcheck.readers.raw import RawPage
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.annexes import without_annexed
from govcheck.understanding.page.body import Body, build_body
from govcheck.understanding.page.closing import is_closed
from govcheck.understanding.page.concealed import (
    HIDDEN,
    fuller,
    lacking,
    revealed,
    revealing,
    shown_texts,
)
from govcheck.understanding.page.copies import without_copy
from govcheck.understanding.page.facts import Facts, find_facts
from govcheck.understanding.page.furniture import find_body, furniture_of, late_pictures
from govcheck.understanding.page.gaps import Filled, apart, filled
from govcheck.understanding.page.headings import Heading
from govcheck.understanding.page.local_demands import demands_on
from govcheck.understanding.page.notices import Notices
from govcheck.understanding.page.paging import page_of
from govcheck.understanding.page.parts import choose_headings
from govcheck.understanding.page.passages import build_passages
from govcheck.understanding.page.placed_links import place_links
from govcheck.understanding.page.presence import require_report
from govcheck.understanding.page.run_in import split_run_in
from govcheck.understanding.page.sheet import Piece, lay_out
from govcheck.understanding.page.title import TitleLines, find_title
from govcheck.understanding.prose.figures import read_figures
from govcheck.understanding.tables.fit import fit_tables
from govcheck.understanding.tables.torn import without_torn
from govcheck.understanding.tracked import place_traces


def understand(
    page: RawPage, *, source: Source, knowledge: Knowledge, hints: Hints
) -> Document:
    """Return the document on a page.

    Raises Unusable when there is neither a title nor a part nor a word of such a report.
    """
    pieces = lay_out(page)
    understood = partial(_document, page=page, source=source, knowledge=knowledge, hints=hints)
    if not any(piece.zone == HIDDEN for piece in pieces):
        return understood(pieces)
    try:
        shown = understood(pieces)
    except Unusable:
        whole = revealed(pieces, knowledge.forms)
        if whole is None:
            raise
        return revealing(understood(whole))
    lacks = lacking(shown)
    whole = revealed(pieces, knowledge.forms) if lacks else None
    return shown if whole is None else fuller(shown, understood(whole))


def _document(
    laid: Sequence[Piece],
    *,
    page: RawPage,
    source: Source,
    knowledge: Knowledge,
    hints: Hints,
) -> Document:
    forms, vocabulary = knowledge.forms, knowledge.vocabulary
    pieces, gaps = apart(split_run_in(laid, forms), vocabulary)
    headings = choose_headings(shown_texts(pieces), forms)
    single = without_copy(pieces, headings) if page.unstyled else None
    if single:
        pieces = single
        headings = choose_headings(shown_texts(pieces), forms)
    newest = list(forms.values())[-1]
    headings = without_annexed(headings, shown_texts(pieces), newest.table_parts, vocabulary)
    title = find_title(pieces, headings[0].index if headings else len(pieces), vocabulary)
    require_report(pieces, headings, title, vocabulary, page=page)
    notices = Notices(vocabulary=vocabulary)
    own = find_body(pieces, title, [heading.index for heading in headings], notices)
    headings = _within(headings, own)
    editions = list(forms.values())
    full = filled(pieces, own, headings, gaps, forms=editions, vocabulary=vocabulary)
    late = late_pictures(pieces, own)
    body = _body(full, late, title, headings, newest)
    furniture = furniture_of(pieces, own)
    outline = Document(
        source=source,
        vocabulary=vocabulary,
        form=newest,
        body=body.blocks,
        parts=body.parts,
        furniture=furniture,
        links=place_links(page.links, pieces, own),
        passages=build_passages(body.blocks, body.parts, furniture),
        traces=place_traces(page.traces, body),
        notes=tuple(map(sentence, page.notes)),
        lines=page.lines,
        incomplete=page.incomplete,
        undated=page.undated,
        scanned=page.scanned,
        closed=is_closed(pieces, own, notices),
        copied=single is not None,
        paged=page_of(pieces, own, vocabulary, told=page.paged)
        if {part.id for part in newest.parts} - {part.id for part in body.parts}
        else None,
    )
    facts = _facts(outline, page, pieces, own, hints=hints, vocabulary=vocabulary)
    return _completed(outline, facts, knowledge)


def _body(
    full: Filled,
    late: Sequence[int],
    title: TitleLines | None,
    headings: Sequence[Heading],
    form: Form,
) -> Body:
    """Build the body, with what may be some of it and was not read."""
    at = full.shifted
    return build_body(
        full.pieces,
        [*full.own, *(at[index] for index in late)],
        title and replace(title, start=at[title.start], end=at[title.end - 1] + 1),
        [replace(heading, index=at[heading.index]) for heading in headings],
        form,
    )


def _facts(
    outline: Document,
    page: RawPage,
    pieces: Sequence[Piece],
    own: Sequence[int],
    *,
    hints: Hints,
    vocabulary: Vocabulary,
) -> Facts:
    above = len(furniture_of(pieces[: own[-1]], own)) if own else 0
    return find_facts(
        outline, page, vocabulary, hints=hints, main=tuple(_main(pieces)), above=above
    )


def _within(headings: Sequence[Heading], own: Sequence[int]) -> list[Heading]:
    inside = frozenset(own)
    return [heading for heading in headings if heading.index in inside]


def _main(pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    """Yield the page's main headings."""
    for piece in pieces:
        if piece.level == 1 and isinstance(piece.block, Paragraph):
            yield piece.block


def _completed(outline: Document, facts: Facts, knowledge: Knowledge) -> Document:
    """Return the document with its facts, and what is read by its edition of the form."""
    forms = knowledge.forms
    year = facts.fiscal_year.value if facts.fiscal_year else None
    in_force = form_in_force(forms, year) if year else None
    form = in_force or outline.form
    tables = fit_tables(outline.body, outline.parts, forms=forms, form=form)
    return replace(
        outline,
        form=form,
        demands=demands_on(
            knowledge.demands,
            name=facts.agency.value if facts.agency else "",
            kind=facts.agency_kind,
            region=facts.region,
            year=year,
            vocabulary=knowledge.vocabulary,
        ),
        tables=without_torn(tables) if outline.incomplete else tables,
        figures=read_figures(
            outline.body, outline.parts, year=year, vocabulary=knowledge.vocabulary
        ),
        **asdict(facts),
    )
