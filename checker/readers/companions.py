"""The pictures that a saved page brings along: which are at hand, and which are missing."""

from collections.abc import Callable, Collection, Container
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from govcheck.document.blocks import Image
from govcheck.readers.pictures import PackedPictures
from govcheck.readers.raw import RawBlock, RawPage


def local_path(source: str) -> str:
    """Return the path, from a page's folder, that an address means; empty for one outside."""
    try:
        address = urlsplit(source)
    except ValueError:
        return ""
    path = normpath(unquote(address.path)) if address.path else ""
    outside = address.scheme or address.netloc or path.startswith(("/", "../"))
    return "" if outside else path


def with_pictures(
    page: RawPage, sources: Collection[str], content: Callable[[str], bytes]
) -> RawPage:
    """Return a page with pictures at hand, by their address, beside those that it embeds."""
    own = page.pictures
    packed = PackedPictures(
        (*own, *sources),
        lambda source: content(source) if source in sources else own[source],
    )
    return replace(page, pictures=packed)


def with_missing_pictures(page: RawPage, beside: Container[object]) -> RawPage:
    """Return a page that says which of its pictures do not exist.

    That is known of one where others of its folder are ``beside`` the page and it is not:
    whoever saved the page has saved them together.
    """
    paths = {
        block.source: path
        for block in page.blocks
        if isinstance(block, Image) and dirname(path := local_path(block.source))
    }
    held = {source for source in paths if source in beside}
    folders = {dirname(paths[source]) for source in held}
    missing = {
        source
        for source, path in paths.items()
        if source not in held and dirname(path) in folders
    }
    if not missing:
        return page
    return replace(page, blocks=tuple(_marked(block, missing) for block in page.blocks))


def _marked(block: RawBlock, missing: set[str]) -> RawBlock:
    if isinstance(block, Image) and block.source in missing:
        return replace(block, missing=True)
    return block
