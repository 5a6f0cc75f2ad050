"""Where the file of a picture may be found, as the attributes of its element say."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Protocol

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.name_sets import names

_IMAGE: Final = late_pattern(
    r"\.(?:png|jpe?g|jpe|jfif|gif|bmp|webp|tiff?|svgz?|avif|heic)(?:$|[?#!@])", re.IGNORECASE
)
_LATE: Final = late_pattern(
    r"^(?:data-.*(?:src|orig|lazy|echo|url|image|img|file).*|_src|.*lazy.*|real_?src|original"
    r"|file|zoomfile)$"
)
"""Names of attributes that hold the address of what is loaded late."""
_NO_ADDRESS: Final = late_pattern(
    r"^(?:alt|title|name|id|class|style|background|aria-.*|data-(?:name|title))$"
)
_SETS: Final = ("data-srcset", "data-lazy-srcset", "srcset")
_URL: Final = late_pattern(r"url\(\s*['\"]?([^'\")]{1,2000})['\"]?\s*\)", re.IGNORECASE)
_BETWEEN: Final = late_pattern(r",\s+|(?<=[wxh]),|(?<!\s)\s+,")
"""What stands between the pictures of a set; an address may have commas."""
_EMBEDDED: Final = "data:"
_LONGEST_STYLE: Final = 4000
_LONGEST_SELECTOR: Final = 300
_PLACEHOLDER: Final = 400
"""Characters of a data address within which no table can be."""
_FILE: Final = late_pattern(
    r"\.(?:png|jpe?g|jpe|jfif|gif|bmp|webp|tiff?|svgz?|avif|heic)['\"\s>?#!@)]|url\(",
    re.IGNORECASE,
)
_TAG: Final = late_pattern(r"<([a-z][\w:-]*)\s", re.IGNORECASE)
_OTHERS: Final = names(
    "a img meta link script video audio source object embed iframe frame html head body"
)
"""What is looked at otherwise, or shows nothing of the report."""
_BESIDE: Final = late_pattern(r"::?(?:before|after)\b")
_IN_CONTENT: Final = late_pattern(r"(?i)\bcontent\s{0,9}:\s{0,9}url\(")
_NAME: Final = late_pattern(r"[.#]([\w-]+)(?![\w\s>+~:-]*[.#\w])")


class Attributed(Protocol):
    """An element with attributes."""

    @property
    def attrs(self) -> Iterable[str]:
        """The names of its attributes, in lower case."""
        ...

    def attr(self, name: str, /) -> str | None:
        """Return an attribute's value."""
        ...


def values_of(element: Attributed) -> dict[str, str]:
    """Return an element's attributes by name."""
    return {name: (element.attr(name) or "").strip() for name in element.attrs}


def tags_with_pictures(source: str) -> frozenset[str]:
    """Return the names of elements, ``img`` apart, that name an image file somewhere."""
    return frozenset(_tags_with_files(source)) - _OTHERS


def _tags_with_files(source: str) -> Iterator[str]:
    """Yield the name of the tag that each file is named in: files are rare, tags are not."""
    tag, last = None, 0
    for file in _FILE.finditer(source):
        at = file.start()
        opened, closed = source.rfind("<", last, at), source.rfind(">", last, at)
        if opened != closed:
            tag = _TAG.match(source, opened) if opened > closed else None
        if tag and tag.end() <= at:
            yield tag[1].lower()
        last = at


def is_image_file(address: str) -> bool:
    """Tell whether an address ends as the files of images do, or holds an image itself."""
    return _IMAGE.search(address) is not None or address[:11].lower() == "data:image/"


def addresses(element: Attributed) -> tuple[str, ...]:
    """Return where an image element may have its picture from, the likeliest first.

    What is loaded late comes before what stands in its place, and what is too small to be a
    picture not at all where there is anything else.
    """
    values = values_of(element)
    late = [value for name, value in values.items() if _LATE.match(name) and _leads(value)]
    own = [values.get("src", ""), *_of_sets(values)]
    found = dict.fromkeys(value for value in (*late, *own, *_named(values)) if value)
    larger = [value for value in found if not _is_placeholder(value)]
    return tuple(larger or found)


def named_files(element: Attributed) -> tuple[str, ...]:
    """Return the image files that any element names in an attribute; not its background."""
    values = values_of(element)
    found = [*_of_sets(values), *_named(values)]
    return tuple(dict.fromkeys(one for one in found if not _is_placeholder(one)))


def backgrounds(element: Attributed) -> tuple[str, ...]:
    """Return the pictures that an element has for its ground."""
    found = [element.attr("background") or "", *_backgrounds(element.attr("style") or "")]
    return tuple(one for one in found if one and not _is_placeholder(one))


def backgrounds_by_name(styles: str) -> Mapping[str, str]:
    """Return the pictures that a style sheet gives to classes and ids, by these."""
    found: dict[str, str] = {}
    for rule in styles.split("}"):
        selectors, _, rules = rule.rpartition("{")
        if _IN_CONTENT.search(rules[:_LONGEST_STYLE]):
            selectors = _BESIDE.sub("", selectors[-_LONGEST_SELECTOR:])
        for address in _backgrounds(rules):
            found |= dict.fromkeys(_NAME.findall(selectors[-_LONGEST_SELECTOR:]), address)
    return found


def _leads(value: str) -> bool:
    return " " not in value and ("/" in value or "." in value)


def _is_placeholder(value: str) -> bool:
    return value[:5].lower() == _EMBEDDED and len(value) < _PLACEHOLDER


def _of_sets(values: Mapping[str, str]) -> Iterator[str]:
    for name in _SETS:
        for candidate in _BETWEEN.split(values.get(name, "")):
            yield from candidate.split()[:1]


def _named(values: Mapping[str, str]) -> Iterable[str]:
    return (
        value
        for name, value in values.items()
        if not _NO_ADDRESS.match(name) and name not in _SETS and is_image_file(value)
    )


def _backgrounds(rules: str) -> Iterator[str]:
    if "background" in rules.lower() or "content" in rules.lower():
        for found in _URL.finditer(rules[:_LONGEST_STYLE]):
            yield found[1].strip()
