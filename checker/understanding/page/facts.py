"""What a document says of itself: title, body, region, year, dates, issuer, legal basis."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.found import Found
from govcheck.document.report import AgencyKind, Document
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.readers.raw import RawPage
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.agency import BELOW_THE_COUNTY, Agency, find_agency
from govcheck.understanding.page.fiscal_year import find_fiscal_year, given_year, year_notes
from govcheck.understanding.page.introduction import find_contact, find_legal_basis, find_period
from govcheck.understanding.page.page_titles import Titles, find_titles, in_meta
from govcheck.understanding.page.publication import find_issuer, find_published
from govcheck.understanding.page.region import region_of
from govcheck.understanding.page.signature import Signature, find_names_alone, find_signature
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
    signed: Found[date] | None
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
    said = _said(document, page, vocabulary, main=main, above=above)
    reading = _Reading(document=document, page=page, vocabulary=vocabulary, said=said)
    agency, own_year = reading.agency(), reading.fiscal_year()
    return Facts(
        title=said.titles.title,
        page_titles=said.titles.page_titles,
        agency=agency.name,
        agency_kind=hints.agency_kind or agency.kind,
        region=reading.region(agency, given=hints.region),
        fiscal_year=given_year(hints.fiscal_year) or own_year,
        notes=(*document.notes, *year_notes(hints.fiscal_year, own_year)),
        published=said.published,
        signed=said.signature.day,
        issuer=said.issuer,
        period=said.period,
        contact=said.contact,
        legal_basis=find_legal_basis(_opening(document), vocabulary, document.place),
    )


class _Said(Struct, frozen=True, kw_only=True):
    """What stands in so many words, each thing found by itself."""

    titles: Titles
    signature: Signature
    issuer: Found[str] | None
    published: tuple[Found[date], ...]
    period: Found[tuple[date, date]] | None
    contact: Found[str] | None


def _said(
    document: Document,
    page: RawPage,
    vocabulary: Vocabulary,
    *,
    main: tuple[Paragraph, ...],
    above: int,
) -> _Said:
    passages, place = document.passages, document.place
    furniture, body = passages["furniture"], passages["body"]
    return _Said(
        titles=find_titles(document, page, vocabulary, main),
        signature=find_signature(document),
        issuer=find_issuer(page.meta, vocabulary, furniture, place),
        published=find_published(
            page.meta, vocabulary, furniture=furniture, above=above, locate=place
        ),
        period=find_period(body, vocabulary, place),
        contact=find_contact((passages["introduction"], body), vocabulary, place),
    )


class _Reading(Struct, frozen=True, kw_only=True):
    """What the other facts are concluded from."""

    document: Document
    page: RawPage
    vocabulary: Vocabulary
    said: _Said

    def agency(self) -> Agency:
        """Return whose report it is, by title, issuer, signature and how it presents itself."""
        alone = find_names_alone(self.document, self.vocabulary)
        return find_agency(
            self.vocabulary,
            titled=_agency_in(self.said.titles.title, self.vocabulary),
            issuer=self.said.issuer,
            signed=(*filter(None, [self.said.signature.agency]), *alone),
            sites=in_meta(self.page.meta, _META_SITES),
            openings=_openings(self.document),
            words=self.document.passages["body"].text,
            locate=self.document.place,
        )

    def region(self, agency: Agency, *, given: str | None) -> tuple[str, ...]:
        """Return where the body is, by its names, its site, its text and its address."""
        issuer, contact, meta = self.said.issuer, self.said.contact, self.page.meta
        names = (found.value for found in (agency.name, issuer) if found)
        sites = (found.value for found in in_meta(meta, _META_SITES))
        return region_of(
            self.vocabulary,
            [*names, *agency.asked, *sites],
            given=given,
            openings=[one.text[:_OPENING] for one in _openings(self.document)],
            words=self.document.passages["body"].text,
            addresses=[meta[key] for key in _META_ADDRESSES if key in meta],
            contact=contact.value if contact else "",
            below_county=agency.kind in BELOW_THE_COUNTY,
        )

    def fiscal_year(self) -> Found[int] | None:
        """Return the year that the document reports on."""
        titles, signed = self.said.titles, self.said.signature.day
        return find_fiscal_year(
            self.vocabulary,
            titles=[found for found in (titles.title, *titles.page_titles) if found],
            period=self.said.period,
            openings=_openings(self.document),
            dates=(*self.said.published, *filter(None, [signed])),
            body=self.document.passages["body"],
            locate=self.document.place,
        )


def _openings(document: Document) -> tuple[Passage, ...]:
    return (_opening(document), *_first_part(document))


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
