"""What a document says of itself: title, body, region, year, dates, issuer, legal basis."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from govcheck.blocks import Paragraph
from govcheck.document import AgencyKind, Document, Found, Origin
from govcheck.place import Place
from govcheck.readers.agency import find_agency, kind_by_own_words
from govcheck.readers.fiscal_year import find_fiscal_year
from govcheck.readers.hints import Hints
from govcheck.readers.introduction import find_contact, find_legal_basis, find_period
from govcheck.readers.normal import normal_text
from govcheck.readers.publication import Locate, find_issuer, find_published
from govcheck.readers.raw import RawPage
from govcheck.readers.region import region_of
from govcheck.readers.signature import find_signature
from govcheck.readers.title import read_title
from govcheck.text import Passage

_META_TITLES = ("articletitle", "og:title", "title", "dc.title")
_META_SITES = ("sitename", "og:site_name")
_META_ADDRESSES = ("canonical", "og:url", "url", "sitedomain")
_NOTICED_TITLE = re.compile("(?:名称|标题)\\s?(?:[：:]\\s?|\n)([^\n：:]{6,60}?(?:报告|年报))")
_OPENING = 1500
"""In so many characters a document has presented itself."""
_EMPTY = Passage(text="", starts=(), blocks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """As the fields of the same names in ``Document``."""

    title: Found[str] | None
    page_titles: tuple[Found[str], ...]
    agency: Found[str] | None
    agency_kind: AgencyKind | None
    region: tuple[str, ...]
    fiscal_year: Found[int] | None
    published: tuple[Found[date], ...]
    issuer: Found[str] | None
    period: Found[tuple[date, date]] | None
    contact: Found[str] | None
    legal_basis: tuple[Found[str], ...]


def find_facts(
    document: Document, page: RawPage, *, hints: Hints, main: tuple[Paragraph, ...], above: int
) -> Facts:
    """Return the facts of a document whose body, parts and passages are known.

    ``main`` are the page's main headings (h1); ``above`` is how many paragraphs of the
    furniture stand above the document's end.
    """
    passages, place = document.passages, document.place
    opening = _opening(document)
    openings = (opening, *_first_part(document))
    page_titles = (
        *_page_titles(page),
        *_main_titles(main, document),
        *_noticed_titles(passages["furniture"], place),
    )
    title = _title(document) or _titled_by_page(page_titles)
    signed = find_signature(document)
    issuer = find_issuer(page.meta, passages["furniture"], place)
    sites = tuple(_meta(page.meta, _META_SITES))
    agency, kind = find_agency(
        titled=_agency_in(title),
        issuer=issuer,
        signed=signed.agency,
        sites=sites,
        openings=openings,
        locate=place,
    )
    own_words = None if agency else kind_by_own_words(passages["body"].text)
    published = find_published(
        page.meta, furniture=passages["furniture"], above=above, signed=signed.day, locate=place
    )
    period = find_period(passages["body"], place)
    names = [found.value for found in (agency, issuer, *sites) if found]
    return Facts(
        title=title,
        page_titles=page_titles,
        agency=agency,
        agency_kind=hints.agency_kind or kind or own_words,
        region=region_of(
            names,
            given=hints.region,
            opening=opening.text[:_OPENING],
            words=passages["body"].text,
            addresses=[page.meta[key] for key in _META_ADDRESSES if key in page.meta],
        ),
        fiscal_year=find_fiscal_year(
            given=hints.fiscal_year,
            titles=[found for found in (title, *page_titles) if found],
            period=period,
            openings=openings,
            published=published,
            body=passages["body"],
            locate=place,
        ),
        published=published,
        issuer=issuer,
        period=period,
        contact=find_contact((passages["introduction"], passages["body"]), place),
        legal_basis=find_legal_basis(opening, place),
    )


def _opening(document: Document) -> Passage:
    """Return where a document presents itself: the introduction, else its first part."""
    introduction = document.passages["introduction"]
    return introduction if introduction.text else next(_first_part(document), _EMPTY)


def _first_part(document: Document) -> Iterator[Passage]:
    for part in document.parts[:1]:
        yield document.passages.get(part.id or "", _EMPTY)


def _title(document: Document) -> Found[str] | None:
    for index, block in enumerate(document.body):
        if isinstance(block, Paragraph) and block.heading == 1:
            text = block.text
            place = Place(
                part="introduction",
                block=index,
                start=0,
                end=len(text.normal),
                line=block.line,
                page=block.page,
            )
            return Found(
                value=text.normal, origin=Origin.BODY, quote=text.written.strip(), place=place
            )
    return None


def _page_titles(page: RawPage) -> Iterator[Found[str]]:
    if page.title.strip():
        title = page.title.strip()
        yield Found(value=normal_text(title).normal, origin=Origin.META, quote=title)
    yield from _meta(page.meta, _META_TITLES)


def _main_titles(main: tuple[Paragraph, ...], document: Document) -> Iterator[Found[str]]:
    """Yield the main headings that are not in the body."""
    own = {block.line for block in document.body if isinstance(block, Paragraph)}
    for paragraph in main:
        text = paragraph.text
        if paragraph.line is None or paragraph.line not in own:
            place = Place(line=paragraph.line, page=paragraph.page)
            yield Found(
                value=text.normal, origin=Origin.LINE, quote=text.written.strip(), place=place
            )


def _noticed_titles(furniture: Passage, locate: Locate) -> Iterator[Found[str]]:
    match = _NOTICED_TITLE.search(furniture.text)
    if match and read_title(match[1]):
        place = locate(furniture, *match.span(1))
        yield Found(value=match[1], origin=Origin.LINE, quote=match[1], place=place)


def _titled_by_page(titles: tuple[Found[str], ...]) -> Found[str] | None:
    return next((title for title in titles if read_title(title.value)), None)


def _agency_in(title: Found[str] | None) -> Found[str] | None:
    said = read_title(title.value) if title else None
    if title is None or said is None or not said.agency:
        return None
    return Found(value=said.agency, origin=title.origin, quote=title.quote, place=title.place)


def _meta(meta: Mapping[str, str], keys: tuple[str, ...]) -> Iterator[Found[str]]:
    for key in keys:
        value = meta.get(key, "").strip()
        if value:
            yield Found(value=normal_text(value).normal, origin=Origin.META, quote=value)
