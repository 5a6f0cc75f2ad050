"""A report at an address: the page with its pictures, or the attachment that holds it."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from govcheck.collecting.address import file_name, joined
from govcheck.collecting.site import Fetched, Site, is_private
from govcheck.document.attachments import attached_file, given_elsewhere
from govcheck.document.naming import day_words
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.sentence import sentence
from govcheck.errors import Unusable

_MOST_PICTURES: Final = 40
_Asked = Callable[[str], Fetched]
_Reading = Callable[..., Document]
"""Reads bytes, with ``name=`` and ``beside=``, into a document, as ``checking.read`` does."""


class PicturesOnline:
    """The pictures of a page on a site, each fetched once, when it is first asked for."""

    def __init__(self, page: str, fetch: _Asked) -> None:
        """Take the page's address and what fetches a file."""
        self._page, self._fetch = page, fetch
        self._fetched: dict[str, bytes | None] = {}

    def __contains__(self, source: object) -> bool:
        """Tell whether the site gives such a file."""
        return isinstance(source, str) and self._content(source) is not None

    def __getitem__(self, source: str) -> bytes:
        """Return its content.  Raises KeyError when there is none."""
        content = self._content(source)
        if content is None:
            raise KeyError(source)
        return content

    def _content(self, source: str) -> bytes | None:
        address = joined(self._page, source.replace("\\", "/"))
        if address not in self._fetched:
            room = len(self._fetched) < _MOST_PICTURES
            self._fetched[address] = self._asked(address) if address and room else None
        return self._fetched[address]

    def _asked(self, address: str) -> bytes | None:
        try:
            return self._fetch(address).content
        except Unusable:
            return None


def read_online(address: str, reading: _Reading, *, now: datetime) -> Document:
    """Fetch and read the report at an address; ``now`` is noted as the time.

    Of a page that only links the report, the attachment is read.  Raises Unusable.
    """
    with Site(private=is_private(address)) as site:
        page = site.fetch(address)
        document = _read(page, site, reading)
        link = attached_file(document) if given_elsewhere(document) else None
        where = joined(page.address, link.address) if link else ""
        if link and where:
            held = _read(_attachment(site, where, link.text), site, reading)
            document = _with_page(held, document, f"页面只有附件，检查的是附件“{link.text}”")
    return _noted(document, f"{day_words(now)} {now:%H:%M} 读取自 {page.address}")


def _attachment(site: Site, address: str, name: str) -> Fetched:
    try:
        return site.fetch(address)
    except Unusable as error:
        raise Unusable(f"页面只有附件“{name}”，附件没有读到：{error}") from error


def _read(file: Fetched, site: Site, reading: _Reading) -> Document:
    return reading(
        file.content,
        name=file_name(file.address, file.kind),
        beside=PicturesOnline(file.address, site.fetch),
    )


def _with_page(held: Document, page: Document, note: str) -> Document:
    """Return an attachment with what its page says: when it was published, and by whom."""
    published = tuple(replace(one, quote="", place=Place()) for one in page.published)
    issuer = page.issuer and replace(page.issuer, quote="", place=Place())
    told = replace(
        held,
        published=published or held.published,
        issuer=issuer or held.issuer,
        links=(*held.links, *page.links),
    )
    return _noted(told, note)


def _noted(document: Document, note: str) -> Document:
    return replace(document, notes=(*document.notes, sentence(note)))
