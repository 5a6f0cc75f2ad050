"""Changes to web pages: their text and tags, and what stands in the tags."""

import re
from random import Random

from fuzzing.changes.of_text import changed
from fuzzing.changes.words import ATTRIBUTES, HTML, REPORT, SIGNS

_TAG = re.compile(r"<(\w+)([^<>]*)>")
_WORDS = (*REPORT, *REPORT, *SIGNS, *HTML, *HTML)


def changed_page(rng: Random, page: str, other: str) -> str:
    """Change a page as a text, and here and there a tag."""
    page = changed(rng, page, other, _WORDS)
    for _ in range(rng.choice((0, 0, 1, 1, 2, 5))):
        page = _retagged(rng, page)
    return page


def _retagged(rng: Random, page: str) -> str:
    """Give a tag another attribute, none, or another name."""
    tag = _TAG.search(page, rng.randrange(len(page) + 1))
    if tag is None:
        return page
    name, attributes = tag.groups()
    choice = rng.randrange(5)
    if choice == 0:
        name = rng.choice(("p", "td", "th", "div", "span", "table", "tr", "a", "h1", "li", "b"))
    elif choice == 1:
        attributes = ""
    else:
        attributes = f" {rng.choice(ATTRIBUTES)}{attributes if choice == 2 else ''}"
    return f"{page[: tag.start()]}<{name}{attributes}>{page[tag.end() :]}"
