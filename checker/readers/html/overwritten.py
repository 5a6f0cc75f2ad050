"""Cells and figures that a script of the page is yet to write: what they hold is not read."""

from collections.abc import Iterable, Iterator
from typing import Final

import turbohtml

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.name_sets import names
from govcheck.readers.raw import UNREADABLE
from govcheck.signs import sign

_WRITES: Final = (
    r"\.(?:innerHTML|innerText|textContent|outerHTML|value)\s{0,9}\+?=(?!=)"
    r"|\.(?:html|text|val)\(\s{0,9}[^)\s]"
)
_WRITING: Final = late_pattern(_WRITES)
_WORD: Final = late_pattern(r"[\w-]+")
_BY_CLASS: Final = late_pattern(
    rf"""\.([\w-]{{1,60}})["'`]\s{{0,9}}\)[^;}}]{{0,80}}?(?:{_WRITES})"""
)
_BY_PLACE: Final = late_pattern(
    rf"\.(?:cells\s?\[[^\]]{{1,40}}\]|(?:eq|item)\([^)]{{1,40}}\))\s{{0,9}}(?:{_WRITES})"
)
_BINDING: Final = names("v-text v-html ng-bind ng-bind-html x-text x-html data-bind")
"""Attributes that bind what an element says to what a script knows."""
_BOUND: Final = ", ".join(f"[{name}]" for name in sorted(_BINDING))
_NUMBER: Final = "0123456789_-"
"""What a script may put behind a word to name one of many elements: c1, c_2."""
_WAITING: Final = late_pattern(r"[^\w]{0,6}[0-9]{0,12}[^\w]{0,6}")
"""What stands where a figure is yet to be written: nothing, a sign, a nought."""
INLINE: Final = "p :is(a, b, em, font, i, span, strong, u)"
_UNIT: Final = late_pattern(sign("unit"))
YET_TO_COME: Final = "{{ }}"
"""Stands in a sentence for what is to come, as in a template that no script has filled."""
_AROUND: Final = 3
"""So many letters stand around such a place: a cell with more is a label."""
_LONGEST_SCRIPT: Final = 200_000
MOST: Final = 20_000


class _Scripts:
    """What the scripts of a page write in, by the words that they use."""

    def __init__(self, scripts: Iterable[str]) -> None:
        writing = [script for script in scripts if _WRITING.search(script)]
        self._words = {word for script in writing for word in _WORD.findall(script)}
        self._classes = {name for script in writing for name in _BY_CLASS.findall(script)}
        self.by_place = any(map(_BY_PLACE.search, writing))
        self.write = bool(writing)

    def name(self, element: turbohtml.Element) -> bool:
        """Tell whether they may write in an element: by its names, or as it is bound."""
        attributes = element.attrs.keys()
        classes = (element.attr("class") or "").split()
        return (
            not _BINDING.isdisjoint(attributes)
            or not self._classes.isdisjoint(classes)
            or any(one.startswith("data-") and one in self._words for one in attributes)
            or self._say(element.attr("id"))
            or self._say(element.attr("name"))
        )

    def _say(self, name: str | None) -> bool:
        """Tell whether they use a name, or that of many elements with a number behind it."""
        stem = (name or "").rstrip(_NUMBER)
        return bool(stem) and not self._words.isdisjoint((name, stem))


def withhold_overwritten(document: turbohtml.Document) -> None:
    """Take the text out of the cells, and the figures out of sentences, that scripts write.

    Where a figure stands in one of these the page was saved when they had run.
    """
    scripts = _Scripts(one.text[:_LONGEST_SCRIPT] for one in document.select("script"))
    if not scripts.write and document.select_one(_BOUND) is None:
        return
    for places, left in ((_named_cells, UNREADABLE), (_named_figures, YET_TO_COME)):
        found = list(places(document, scripts))
        if not any(digit in "123456789" for place in found for digit in place.text):
            for place in found:
                place.set_text(left)
    if scripts.by_place:
        for cell in document.select("td")[:MOST]:
            if not cell.text.strip():
                cell.set_text(UNREADABLE)


def _named_figures(
    document: turbohtml.Document, scripts: _Scripts
) -> Iterator[turbohtml.Element]:
    """Yield what scripts name in sentences, and what stands for a figure before its unit."""
    for element in document.select(INLINE)[:MOST]:
        if element.attrs and scripts.name(element) and is_before_unit(element):
            yield element


def is_before_unit(element: turbohtml.Element) -> bool:
    """Whether an element stands in a sentence in place of a figure, before its unit."""
    behind = element.next_sibling
    unit = isinstance(behind, turbohtml.Text) and _UNIT.match(behind.data.lstrip())
    return bool(unit) and _is_waiting(element.text)


def _named_cells(
    document: turbohtml.Document, scripts: _Scripts
) -> Iterator[turbohtml.Element]:
    """Yield the cells for a figure that scripts name, or of which they name something."""
    for element in document.select(":is(td, th), :is(td, th) *")[:MOST]:
        if element.attrs and scripts.name(element):
            cell = element.closest("td, th")
            if cell is not None and _is_waiting(element.text, cell.text):
                yield cell


def _is_waiting(text: str, around: str = "") -> bool:
    letters = len(around.strip()) - len(text.strip())
    return _WAITING.fullmatch(text.strip()) is not None and letters <= _AROUND
