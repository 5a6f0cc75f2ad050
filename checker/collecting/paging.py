"""The further pages of a list: linked by number or word, or written by the site's script."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from govcheck.collecting.list_page import ListPage
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.normal import normal_text

_MOST_PAGES: Final = 200
"""Pages of one list."""
_LONGEST: Final = 20
"""Characters of a link to a page of the list."""
_MOST_CALLS: Final = 3
_MOST_ARGUMENTS: Final = 8
_CALL: Final = late_pattern(r"create\w{0,12}Page\w{0,12}\(([^()]{1,200})\)", re.IGNORECASE)
"""createPageHTML(5, 0, "index", "html"): pages, this one from 0, name, ending."""
_COUNT: Final = late_pattern(r"\bcountPage\s{0,9}=\s{0,9}(\d{1,4})\b")
_WRITTEN: Final = late_pattern(
    r"href=\\?[\"']([\w-]{1,40})[\"']?\s{0,9}\+?\s{0,9}[\"']?_\\?[\"']\s{0,9}\+\s{0,9}\w{1,40}"
    r"\s{0,9}\+\s{0,9}[\"']\.[\"']?\s{0,9}\+?\s{0,9}[\"']?(s?html?|jsp|aspx?|php)"
)
"""document.write("<a href=\\"index"+"_" + nextPage + "."+"html\\">"), beside countPage."""
_NAME: Final = late_pattern(r"[\w-]{1,60}")
_ENDING: Final = late_pattern(r"[A-Za-z]{2,6}")
_DEAD: Final = ("javascript:", "#")
"""How addresses begin that only a script makes something of."""


class Paging(Struct, frozen=True, kw_only=True):
    """Where the list goes on."""

    addresses: tuple[str, ...]
    """In full, in their order."""
    scripted: bool
    """There are further pages that only the site's script can reach."""


def further_pages(page: ListPage, vocabulary: Vocabulary) -> Paging:
    """Return the other pages of the list that a page leads to."""
    linked, scripted = _linked(page, vocabulary)
    written = list(_written(page))
    found = dict.fromkeys(filter(None, (*written, *linked)))
    return Paging(addresses=tuple(found)[:_MOST_PAGES], scripted=scripted and not found)


def _written(page: ListPage) -> Iterator[str]:
    """Yield the pages that the usual scripts of sites write links to."""
    for call in islice(_CALL.finditer(page.source), _MOST_CALLS):
        given = call[1].split(",")[:_MOST_ARGUMENTS]
        words = [_value(word.strip(), page.source) for word in given]
        yield from _numbered(page, *_arguments(words))
    count, named = _COUNT.search(page.source), _WRITTEN.search(page.source)
    if count and named:
        yield from _numbered(page, int(count[1]), named[1], named[2])


def _value(word: str, source: str) -> str:
    """Return what an argument is: itself, or the number that its variable is given."""
    if not word.isidentifier():
        return word.strip("\"'")
    given = re.search(rf"\b{re.escape(word)}\s{{0,9}}=\s{{0,9}}[\"']?(\d{{1,4}})\b", source)
    return given[1] if given else ""


def _arguments(words: list[str]) -> tuple[int, str, str]:
    """Return how many pages there are, and name and ending of their files."""
    numbers = [at for at, word in enumerate(words) if word.isascii() and word.isdigit()]
    if len(numbers) < 2 or numbers[1] + 2 >= len(words):  # noqa: PLR2004 - a pair of numbers
        return 0, "", ""
    return int(words[numbers[0]]), words[numbers[1] + 1], words[numbers[1] + 2]


def _numbered(page: ListPage, count: int, name: str, ending: str) -> Iterator[str]:
    if not (_NAME.fullmatch(name) and _ENDING.fullmatch(ending)):
        return
    for number in range(min(count, _MOST_PAGES)):
        yield page.whole(f"{name}_{number}.{ending}" if number else f"{name}.{ending}")


def _linked(page: ListPage, vocabulary: Vocabulary) -> tuple[Iterable[str], bool]:
    """Return the pages that links lead to, and whether others are left to a script."""
    onward, numbered = (
        vocabulary.pattern("columns.next"),
        vocabulary.pattern("columns.numbered"),
    )
    found: list[str] = []
    scripted = False
    for link in page.links:
        words = normal_text(link.text).normal if len(link.text) <= _LONGEST else ""
        if not (onward.match(words) or numbered.match(words)):
            continue
        if link.address.lower().startswith(_DEAD):
            scripted = True
        elif (whole := page.whole(link.address)) and _is_near(whole, page.address):
            found.append(whole)
    return found, scripted


def _is_near(address: str, page: str) -> bool:
    """Tell whether two addresses are of one folder, or one lies below the other."""
    one, other = (urlsplit(each) for each in (address, page))
    folders = [each.path.rpartition("/")[0] + "/" for each in (one, other)]
    near = folders[0].startswith(folders[1]) or folders[1].startswith(folders[0])
    return near and one.hostname == other.hostname
