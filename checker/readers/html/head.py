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

    def add_title(self, element: Element) -> None:
        """Keep a title element."""
        self.title = self.title or collapse(element.text)

    def add_relation(self, element: Element) -> None:
        """Take note of a style sheet that the page refers to."""
        related = (element.attr("rel") or "").lower().split()
        self.unstyled = self.unstyled or "stylesheet" in related

    def add_meta(self, element: Element) -> None:
        """Keep a meta tag; its name counts in lower case."""
        name = next(filter(None, map(element.attr, _NAMES)), "").strip().lower()
        content = collapse(element.attr("content") or "")
        if name and content:
            self.meta.setdefault(name, content)
