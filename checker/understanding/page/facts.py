"""What a document says of itself: title, body, region, year, dates, issuer, legal basis."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.report import AgencyKind, Document, Found
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.readers.raw import RawPage
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.agency import find_agency, kind_by_own_words
from govcheck.understanding.page.fiscal_year import find_fiscal_year, given_year, year_notes
from govcheck.understanding.page.introduction import find_contact, find_legal_basis, find_period
from govcheck.understanding.page.page_titles import Titles, find_titles, in_meta
from govcheck.understanding.page.publication import find_issuer, find_published
from govcheck.understanding.page.region import region_of
from govcheck.understanding.page.signature import find_signature
from govcheck.understanding.page.title import read_title

_META_SITES = ("sitename", "og:site_name")
_META_ADDRESSES = ("canonical", "og:url", "url", "sitedomain")
_OPENING = 1500
"""In so many characters a document has presented itself."""
_EMPTY = Passage(text="", starts=(), blocks=())


class Facts(Struct, frozen=True, kw_only=True):
    """As the fields of the same names in ``Document``."""

    title: Found[str] | None
    page_titles: tuple[Found[str], ...]
    agency: Found[str] | None
    agency_kind: AgencyKind | None
    region: tuple[str, ...]
    fiscal_year: Found[int] | None
    notes: tuple[str, ...]
    published: tuple[Found[date], ...]
    issuer: Found[str] | None
    period: Found[tuple[date, date]] | None
    contact: Found[str] | None
    legal_basis: tuple[Found[str], ...]


def find_facts(
    document: Document,
    page: RawPage,
    vocabulary: Vocabulary,
    *,
    hints: Hints,
    main: tuple[Paragraph, ...],
    above: int,
) -> Facts:
    """Return the facts of a document whose body, parts and passages are known.

    ``main`` are the page's main headings (h1); ``above`` is how many paragraphs of the
    furniture stand above the document's end.
    """
    passages, place = document.passages, document.place
    titles = find_titles(document, page, vocabulary, main)
    signature = find_signature(document)
    issuer = find_issuer(page.meta, vocabulary, passages["furniture"], place)
    agency, kind, region = _publisher(
        document, page, vocabulary, hints, (titles.title, issuer, signature.agency)
    )
    published = find_published(
        page.meta,
        vocabulary,
        furniture=passages["furniture"],
        above=above,
        signed=signature.day,
        locate=place,
    )
    period = find_period(passages["body"], vocabulary, place)
    own_year = _fiscal_year(
        document, vocabulary, titles=titles, period=period, published=published
    )
    return Facts(
        title=titles.title,
        page_titles=titles.page_titles,
        agency=agency,
        agency_kind=kind,
        region=region,
        fiscal_year=given_year(hints.fiscal_year) or own_year,
        notes=(*document.notes, *year_notes(hints.fiscal_year, own_year)),
        published=published,
        issuer=issuer,
        period=period,
        contact=find_contact((passages["introduction"], passages["body"]), vocabulary, place),
        legal_basis=find_legal_basis(_opening(document), vocabulary, place),
    )


def _fiscal_year(
    document: Document,
    vocabulary: Vocabulary,
    *,
    titles: Titles,
    period: Found[tuple[date, date]] | None,
    published: tuple[Found[date], ...],
) -> Found[int] | None:
    return find_fiscal_year(
        vocabulary,
        titles=[found for found in (titles.title, *titles.page_titles) if found],
        period=period,
        openings=(_opening(document), *_first_part(document)),
        published=published,
        body=document.passages["body"],
        locate=document.place,
    )


def _publisher(
    document: Document,
    page: RawPage,
    vocabulary: Vocabulary,
    hints: Hints,
    found: tuple[Found[str] | None, ...],
) -> tuple[Found[str] | None, AgencyKind | None, tuple[str, ...]]:
    """Return the body's name, kind and region, from title, issuer and signature."""
    title, issuer, signed = found
    opening, words = _opening(document), document.passages["body"].text
    sites = tuple(in_meta(page.meta, _META_SITES))
    agency, kind = find_agency(
        vocabulary,
        titled=_agency_in(title, vocabulary),
        issuer=issuer,
        signed=signed,
        sites=sites,
        openings=(opening, *_first_part(document)),
        locate=document.place,
    )
    region = region_of(
        vocabulary,
        [name.value for name in (agency, issuer, *sites) if name],
        given=hints.region,
        opening=opening.text[:_OPENING],
        words=words,
        addresses=[page.meta[key] for key in _META_ADDRESSES if key in page.meta],
    )
    own_words = None if agency else kind_by_own_words(words, vocabulary)
    return agency, hints.agency_kind or kind or own_words, region


def _opening(document: Document) -> Passage:
    """Return where a document presents itself: the introduction, else its first part."""
    introduction = document.passages["introduction"]
    return introduction if introduction.text else next(_first_part(document), _EMPTY)


def _first_part(document: Document) -> Iterator[Passage]:
    for part in document.parts[:1]:
        yield document.passages.get(part.id or "", _EMPTY)


def _agency_in(title: Found[str] | None, vocabulary: Vocabulary) -> Found[str] | None:
    said = read_title(title.value, vocabulary) if title else None
    if title is None or said is None or not said.agency:
        return None
    return Found(value=said.agency, origin=title.origin, quote=title.quote, place=title.place)
