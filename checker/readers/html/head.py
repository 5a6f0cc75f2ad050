"""What a page says of itself: its title and its meta tags."""

from govcheck.readers.html.flow import collapse
from govcheck.readers.html.markup import Element

_NAMES = ("name", "property", "http-equiv")


class Head:
    """The first title and the first meta tag of each name."""

    def __init__(self) -> None:
        """Begin with neither."""
        self.title = ""
        self.meta: dict[str, str] = {}
        self.unstyled = False
        """Style sheets are kept outside the page."""

    def add(self, element: Element) -> None:
        """Keep what an element says: a title, a meta tag, or a link to a style sheet."""
        if element.tag == "title":
            self.title = self.title or collapse(element.text)
        elif element.tag == "meta":
            self._add_meta(element)
        else:
            self._add_relation(element)

    def _add_relation(self, element: Element) -> None:
        related = (element.attr("rel") or "").lower().split()
        self.unstyled = self.unstyled or "stylesheet" in related

    def _add_meta(self, element: Element) -> None:
        name = next(filter(None, map(element.attr, _NAMES)), "").strip().lower()
        content = collapse(element.attr("content") or "")
        if name and content:
            self.meta.setdefault(name, content)
