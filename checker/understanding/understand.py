"""From a page to a document: normal text, extent, title, parts, facts, tables, figures."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import asdict, replace

from govcheck.document.blocks import Paragraph
from govcheck.document.breaking_off import breaks_off
from govcheck.document.form import form_in_force, newest_form
from govcheck.document.knowledge import Knowledge
from govcheck.document.report import AgencyKind, Document
from govcheck.document.sentence import sentence
from govcheck.document.source import Source
from govcheck.document.vocabulary import Vocabulary
from govcheck.errors import Unusable
from govcheck.readers.raw import RawPage
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.body import Body, build_body
from govcheck.understanding.page.closing import is_closed, is_footed
from govcheck.understanding.page.concealed import (
    HIDDEN,
    fuller,
    lacking,
    revealed,
    revealing,
)
from govcheck.understanding.page.facts import Facts, find_facts
from govcheck.understanding.page.furniture import furniture_of, late_pictures
from govcheck.understanding.page.gaps import filled
from govcheck.understanding.page.local_demands import demands_on
from govcheck.understanding.page.paging import page_of
from govcheck.understanding.page.passages import build_passages
from govcheck.understanding.page.placed_links import place_links
from govcheck.understanding.page.report_on_page import ReportOnPage, find_report
from govcheck.understanding.page.sheet import Piece, lay_out
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
    return shown if whole is None else fuller(shown, understood(whole), still=page.still)


def _document(
    laid: Sequence[Piece],
    *,
    page: RawPage,
    source: Source,
    knowledge: Knowledge,
    hints: Hints,
) -> Document:
    found = find_report(laid, page, knowledge)
    outline = _outline(found, page, source, knowledge)
    facts = _facts(outline, page, found, hints=hints, vocabulary=knowledge.vocabulary)
    return _completed(outline, facts, knowledge)


def _outline(
    found: ReportOnPage, page: RawPage, source: Source, knowledge: Knowledge
) -> Document:
    """Return the document with its body and parts, before its facts are known."""
    pieces, own, vocabulary = found.pieces, found.own, knowledge.vocabulary
    body = _body(found, knowledge)
    furniture = furniture_of(pieces, own)
    form = newest_form(knowledge.forms)
    lacks_parts = bool({part.id for part in form.parts} - {part.id for part in body.parts})
    closed = is_closed(pieces, own, found.notices)
    ended = closed or is_footed(pieces, own, found.notices)
    document = Document(
        source=source,
        vocabulary=vocabulary,
        form=form,
        body=body.blocks,
        parts=body.parts,
        furniture=furniture,
        links=place_links(page.links, pieces, own),
        passages=build_passages(body.blocks, body.parts, furniture),
        traces=place_traces(page.traces, body),
        notes=tuple(map(sentence, (*page.notes, *map(_not_judged, found.others)))),
        lines=page.lines,
        incomplete=page.incomplete,
        undated=page.undated,
        scanned=page.scanned,
        cut=page.cut and not ended,
        closed=closed,
        copied=found.copied,
        followed=found.followed,
        paged=page_of(pieces, own, vocabulary, told=page.paged) if lacks_parts else None,
    )
    words = pieces[-1].text if pieces else ""
    if ended or not breaks_off(document, unended=page.unended, words=words):
        return document
    return replace(document, cut=True)


def _not_judged(title: str) -> str:
    """Say (Chinese) that a page holds another body's report."""
    return f"页面上还有“{title}”，本次没有检查，请单独保存后检查"


def _body(found: ReportOnPage, knowledge: Knowledge) -> Body:
    """Build the body, with what may be some of it and was not read."""
    pieces, title = found.pieces, found.title
    full = filled(
        pieces,
        found.own,
        found.headings,
        found.gaps,
        forms=list(knowledge.forms.values()),
        vocabulary=knowledge.vocabulary,
    )
    at = full.shifted
    return build_body(
        full.pieces,
        [*full.own, *(at[index] for index in late_pictures(pieces, found.own))],
        title and replace(title, start=at[title.start], end=at[title.end - 1] + 1),
        [replace(heading, index=at[heading.index]) for heading in found.headings],
        newest_form(knowledge.forms),
    )


def _facts(
    outline: Document,
    page: RawPage,
    found: ReportOnPage,
    *,
    hints: Hints,
    vocabulary: Vocabulary,
) -> Facts:
    pieces, own = found.pieces[: found.end], found.own
    above = len(furniture_of(pieces[: own[-1]], own)) if own else 0
    return find_facts(
        outline, page, vocabulary, hints=hints, main=tuple(_main(pieces)), above=above
    )


def _main(pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    """Yield the main headings of a page."""
    for piece in pieces:
        if piece.level == 1 and piece.zone != HIDDEN and isinstance(piece.block, Paragraph):
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
            outline.body,
            outline.parts,
            year=year,
            vocabulary=knowledge.vocabulary,
            governs=facts.agency_kind is AgencyKind.GOVERNMENT,
        ),
        **asdict(facts),
    )
