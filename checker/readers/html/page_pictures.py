"""The pictures that a page shows, by whatever means: gathered while it is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urljoin

import turbohtml

from govcheck.document.blocks import Image
from govcheck.readers.html.embedded import EmbeddedPictures
from govcheck.readers.html.flow import Flow, collapse
from govcheck.readers.html.image_addresses import (
    addresses,
    backgrounds,
    backgrounds_by_name,
    is_image_file,
    named_files,
    values_of,
)
from govcheck.readers.html.markup import Element
from govcheck.readers.html.slight import is_large, is_slight
from govcheck.readers.html.surroundings import Surroundings

_MOST_ADDRESSES: Final = 12
"""Of one picture; a page that offers it in more sizes names the rest in vain."""
_WORDED: Final = "text, foreignObject"
_LONGEST_WORDS: Final = 200
_NOWHERE: Final = ("#", "javascript:")
_MOST_LOOKED: Final = 5_000_000
"""Characters of text that are gone through to see whether there are any."""
_LONGEST_SHEET: Final = 200_000


class PagePictures:
    """Shows pictures in the flow of the page."""

    def __init__(self, flow: Flow, pictured: frozenset[str]) -> None:
        """Take the names of the elements that name a picture somewhere; begin with none."""
        self._flow, self._pictured = flow, pictured
        self._embedded = EmbeddedPictures()
        self._base = ""
        self._offered: dict[str, None] = {}
        self._last: frozenset[str] = frozenset()
        self._by_name: dict[str, str] = {}
        self._leads_away = False
        self._looked = 0

    def all(self) -> Mapping[str, bytes]:
        """Return the contents of those that the page holds itself, by name."""
        return self._embedded.all()

    def set_base(self, element: Element, _: Surroundings) -> None:
        """Take note of the address that others start from; the first counts."""
        self._base = self._base or (element.attr("href") or "").strip().replace("\\", "/")

    def add_styles(self, element: Element, _: Surroundings) -> None:
        """Take note of the pictures that a style sheet of the page names."""
        self._by_name |= backgrounds_by_name(element.text[:_LONGEST_SHEET])

    def offer(self, element: Element, _: Surroundings) -> None:
        """Keep the addresses of a picture that the next image element may show."""
        self._offered |= dict.fromkeys(addresses(element))

    def begin_link(self, element: Element) -> None:
        """Offer what a link leads to, if that is a picture."""
        address = (element.attr("href") or "").strip()
        pictured = is_image_file(address)
        if pictured:
            self._offered[address] = None
        self._leads_away = not pictured and not address.lower().startswith(_NOWHERE)

    def end_link(self, around: Surroundings) -> None:
        """Show the picture that a link leads to, unless it has shown it itself."""
        self._leads_away = False
        self.end_offer(around)

    def end_offer(self, around: Surroundings) -> None:
        """Show what was offered and no image element has shown."""
        if self._offered:
            self._show(tuple(self._offered), None, around)

    def add_image(self, element: Element, around: Surroundings) -> None:
        """Show the picture of an image element."""
        self._show((*addresses(element), *self._offered), element, around)

    def add_poster(self, element: Element, around: Surroundings) -> None:
        """Show the picture that a film shows until it is played."""
        self._show(tuple(filter(None, [element.attr("poster")])), element, around)

    def has_ground(self, element: Element) -> bool:
        """Tell whether an element itself names a picture to be shown in it."""
        if not element.attrs:
            return False
        named = element.tag in self._pictured and (named_files(element) or backgrounds(element))
        return bool(named or (self._by_name and self._grounds(element)))

    def add_named(self, element: Element, around: Surroundings) -> None:
        """Show the pictures that any other element names, or has for its ground and no text."""
        grounds = self._grounds(element) if self._by_name else ()
        if element.tag in self._pictured:
            if found := named_files(element):
                self._show(found, element, around)
                return
            grounds = (*grounds, *backgrounds(element))
        if grounds and self._is_bare(element):
            self._show(grounds, element, around)

    def _is_bare(self, element: Element) -> bool:
        """Tell whether an element has no text; not on a page that asks this without end."""
        if self._looked > _MOST_LOOKED:
            return False
        text = element.text
        self._looked += len(text) + 1
        return not text.strip()

    def _grounds(self, element: Element) -> tuple[str, ...]:
        """Return the pictures that a style sheet gives to an element."""
        names = f"{element.attr('class') or ''} {element.attr('id') or ''}".split()
        return tuple(self._by_name[name] for name in names if name in self._by_name)

    def add_object(self, element: Element, around: Surroundings) -> bool:
        """Show what is embedded, if that is a picture; tell whether it is."""
        address = (element.attr("src") or element.attr("data") or "").strip()
        typed = (element.attr("type") or "").lower().startswith("image/")
        if not (address and (typed or is_image_file(address))):
            return False
        self._show((address,), element, around)
        return True

    def add_drawing(self, element: Element, around: Surroundings) -> None:
        """Show a drawing, unless it is a sign: it has words, a picture or some size."""
        words = collapse(" ".join(one.text for one in element.select(_WORDED)))
        if is_slight(values_of(element), ()) and not words:
            return
        drawn = element.select("image, img")
        found = tuple(one for inner in drawn for one in named_files(inner))
        found = found or backgrounds(element)
        if found:
            self._show(found, element, around)
        elif words or is_large(element):
            self._show((element.tag,), element, around, words=words)

    def add_alternative(self, element: Element, around: Surroundings) -> None:
        """Show the pictures of ``noscript``, unless a script has put them right before it."""
        if "<img" not in element.text.lower():
            return
        for image in turbohtml.parse(element.text[:_LONGEST_SHEET]).select("img"):
            found = addresses(image)
            if found and self._last.isdisjoint(found):
                self._show(found, image, around)

    def _show(
        self,
        found: Sequence[str],
        element: Element | None,
        around: Surroundings,
        *,
        words: str = "",
    ) -> None:
        """Show a picture; ``words`` are those that are drawn in it."""
        self._offered = {}
        if not found:
            return
        self._last = frozenset(found)
        values = values_of(element) if element else {}
        named = [self._embedded.named(one) for one in dict.fromkeys(found)][:_MOST_ADDRESSES]
        whole = tuple(dict.fromkeys(self._resolved(named)))
        image = Image(
            source=named[0],
            addresses=whole if len(whole) > 1 else (),
            alt=collapse(values.get("alt", "")) or words[:_LONGEST_WORDS],
            caption=collapse(values.get("title", "")),
            line=element.source_line if element else self._flow.source_line,
            slight=is_slight(values, named) and not words,
            linked=self._leads_away,
        )
        self._flow.show(image, around)

    def _resolved(self, found: Iterable[str]) -> Iterator[str]:
        for one in found:
            if self._base:
                with suppress(ValueError):
                    yield urljoin(self._base, one.replace("\\", "/"))
            yield one


SHOWING: Final[Mapping[str, Callable[[PagePictures, Element, Surroundings], object]]] = {
    "base": PagePictures.set_base,
    "canvas": PagePictures.add_drawing,
    "img": PagePictures.add_image,
    "noscript": PagePictures.add_alternative,
    "source": PagePictures.offer,
    "style": PagePictures.add_styles,
    "svg": PagePictures.add_drawing,
    "video": PagePictures.add_poster,
}
"""What elements do that have to do with pictures and nothing else."""
