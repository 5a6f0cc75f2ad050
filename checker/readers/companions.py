"""The pictures that a saved page brings along: which are at hand, and which are missing."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from posixpath import dirname, normpath
from typing import Final
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from govcheck.document.blocks import Image, Shown
from govcheck.readers.pictures import PackedPictures
from govcheck.readers.raw import RawBlock, RawPage

_ENCODINGS: Final = ("utf-8", "gb18030")


def local_paths(source: str) -> tuple[str, ...]:
    """Return the paths, from a page's folder, that an address may mean; none for one outside.

    Escapes are in UTF-8 or, from Windows in China, in GB18030; or they are the name itself.
    """
    try:
        address = urlsplit(source.strip().replace("\\", "/"))
    except ValueError:
        return ()
    if address.scheme or address.netloc or not address.path:
        return ()
    written = dict.fromkeys(
        path
        for encoding in _ENCODINGS
        if "\ufffd" not in (path := unquote(address.path, encoding))
    )
    paths = map(normpath, (*written, address.path))
    return tuple(dict.fromkeys(one for one in paths if not one.startswith(("/", ".."))))


def image_addresses(page: RawPage) -> Iterator[str]:
    """Yield where the files of a page's pictures may be found."""
    for block in page.blocks:
        if isinstance(block, Image) and block.shown is Shown.PICTURE:
            yield from block.sources


def held_files(addresses: Iterable[str], names: Mapping[str, str]) -> Mapping[str, str]:
    """Return which addresses mean one of these files, whose paths are the keys.

    Where no name is the same, one that differs in capitals alone is meant.
    """
    folded = {name.casefold(): file for name, file in sorted(names.items(), reverse=True)}
    return {
        source: file
        for source in addresses
        if (file := _file(source, names, folded)) is not None
    }


def _file(source: str, names: Mapping[str, str], folded: Mapping[str, str]) -> str | None:
    paths = local_paths(source)
    exact = (names[path] for path in paths if path in names)
    alike = (folded[path.casefold()] for path in paths if path.casefold() in folded)
    return next(exact, None) or next(alike, None)


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
    whoever saved the page has saved them together.  Those within the file are not asked for.
    """
    images = [
        block
        for block in page.blocks
        if isinstance(block, Image)
        and block.shown is Shown.PICTURE
        and _folders(block)
        and block.source not in page.pictures
    ]
    held = {one.source for one in images if any(source in beside for source in one.sources)}
    folders = {folder for one in images if one.source in held for folder in _folders(one)}
    missing = {
        one.source
        for one in images
        if one.source not in held and not folders.isdisjoint(_folders(one))
    }
    if not missing:
        return page
    return replace(page, blocks=tuple(_marked(block, missing) for block in page.blocks))


def _folders(image: Image) -> set[str]:
    paths = (path for source in image.sources for path in local_paths(source))
    return {folder for path in paths if (folder := dirname(path))}


def _marked(block: RawBlock, missing: set[str]) -> RawBlock:
    if isinstance(block, Image) and block.source in missing:
        return replace(block, missing=True)
    return block
