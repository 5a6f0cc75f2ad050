"""The titles of a document: its own, and what else on the page calls itself the title."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.found import Found, Origin
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.readers.raw import RawPage
from govcheck.understanding.normal import normal_text
from govcheck.understanding.page.publication import Locate
from govcheck.understanding.page.title import read_title

_META_TITLES = ("articletitle", "og:title", "title", "dc.title")


class Titles(Struct, frozen=True, kw_only=True):
    """As the fields of the same names in ``Document``."""

    title: Found[str] | None
    page_titles: tuple[Found[str], ...]


def find_titles(
    document: Document, page: RawPage, vocabulary: Vocabulary, main: tuple[Paragraph, ...]
) -> Titles:
    """Return the title in the body, or else on the page, and all titles of the page.

    ``main`` are the page's main headings (h1).
    """
    page_titles = (
        *_page_titles(page),
        *_main_titles(main, document),
        *_noticed_titles(document.passages["furniture"], vocabulary, document.place),
    )
    title = _title(document) or _titled_by_page(page_titles, vocabulary)
    return Titles(title=title, page_titles=page_titles)


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
    yield from in_meta(page.meta, _META_TITLES)


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


def _noticed_titles(
    furniture: Passage, vocabulary: Vocabulary, locate: Locate
) -> Iterator[Found[str]]:
    match = vocabulary.pattern("titles.noticed").search(furniture.text)
    if match and read_title(match[1], vocabulary):
        place = locate(furniture, *match.span(1))
        yield Found(value=match[1], origin=Origin.LINE, quote=match[1], place=place)


def _titled_by_page(
    titles: tuple[Found[str], ...], vocabulary: Vocabulary
) -> Found[str] | None:
    return next((title for title in titles if read_title(title.value, vocabulary)), None)


def in_meta(meta: Mapping[str, str], keys: tuple[str, ...]) -> Iterator[Found[str]]:
    """Yield what meta tags say, in normal text."""
    for key in keys:
        value = meta.get(key, "").strip()
        if value:
            yield Found(value=normal_text(value).normal, origin=Origin.META, quote=value)
