"""Figures that stand in an attribute while the text shows another, or none.

A script counts up to them or a pointer shows them: what the text has is not what the report
says, and what the attribute has is not shown.
"""

import re
from collections.abc import Iterator
from typing import Final

import turbohtml

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.name_sets import names
from govcheck.readers.html.overwritten import INLINE, MOST, YET_TO_COME, is_before_unit
from govcheck.readers.raw import UNREADABLE
from govcheck.signs import sign

_MAY_TELL: Final = late_pattern(
    r"""\s(?:title|value|aria-label|(?:data-|:|v-)[\w:-]{1,40})\s{0,9}=\s{0,9}["']?[-+]?[0-9]"""
    r"""|\bclass=["']?[^"'<>]{0,80}(?:count|odometer)""",
    re.IGNORECASE,
)
"""Without this no attribute tells a figure."""
_FIGURE: Final = late_pattern(
    rf"\s*(?P<sign>[-+－]?)(?P<digits>[0-9０-９][0-9０-９,，.]{{0,30}})(?:{sign('unit')})?\s*"
)
_HINTS: Final = names("title value aria-label")
_GOAL: Final = late_pattern(
    r"title|(?:data-|:|v-bind:)(?:[a-z]{1,12}-)?"
    r"(?:to|count|counter|target|num|number|value|val|end|endval|final|total|figure)"
)
"""Attributes that say to what a figure is counted up."""
_PLACE: Final = late_pattern(
    r"(?:data-|:|v-)(?:[\w-]{1,20}-)?(?:(?:r|c|row|col|column|cell|index|idx|id|key|order|sort|"
    r"level|span|size|width|height|line|page|type|style|from|start)[-_]?){1,3}[0-9]{0,4}"
)
"""Attributes that say where something stands and how it looks."""
_PRESSED: Final = names("button hidden reset submit")
_FIELDS: Final = "input, select, textarea, img"
_COUNTERS: Final = names(
    "odometer counter countup count-up counterup counter-up count-to countto count_to"
)
"""Classes of what widely used scripts count up."""


def withhold_told_aside(document: turbohtml.Document, markup: str, *, drawn: bool) -> None:
    """Take out of cells and sentences what an attribute tells alone, or otherwise.

    ``drawn`` says that scripts may write in the page.
    """
    if _MAY_TELL.search(markup) is None:
        return
    for element in document.select(":is(td, th), :is(td, th) *")[:MOST]:
        cell = element.closest("td, th") if element.attrs else None
        if cell is not None and _is_aside(element, cell):
            cell.set_text(UNREADABLE)
    for element in document.select(INLINE)[:MOST]:
        if element.attrs and is_before_unit(element) and _is_otherwise(element):
            element.set_text(YET_TO_COME)
    if drawn:
        _withhold_counted(document)


def _is_aside(element: turbohtml.Element, cell: turbohtml.Element) -> bool:
    """Whether an element in a cell tells the figure that the cell shows otherwise, or not."""
    if cell.text.strip():
        return _is_otherwise(element)
    if element.tag == "img":
        return False
    if element.tag == "input" and (element.attr("type") or "").lower() not in _PRESSED:
        return False
    told = (name for name in element.attrs if not _PLACE.fullmatch(name))
    own = (name for name in told if name in _HINTS or name.startswith(("data-", ":", "v-")))
    return any(_figure(element.attr(name)) for name in own) and not _has_field(cell, element)


def _has_field(cell: turbohtml.Element, element: turbohtml.Element) -> bool:
    """Whether a cell without text shows something else than the element."""
    return any(field != element for field in cell.select(_FIELDS))


def _is_otherwise(element: turbohtml.Element) -> bool:
    """Whether an element shows a figure, or a sign for none, and an attribute another."""
    shown = _figure(element.text)
    if not shown and len(element.text.strip()) > 1:
        return False
    goals = {_figure(element.attr(name)) for name in element.attrs if _GOAL.fullmatch(name)}
    return bool(goals - {""}) and shown not in goals


def _figure(text: str | None) -> str:
    """Return the figure that a text is, as one writes it to compare; or nothing."""
    found = _FIGURE.fullmatch(text or "")
    if found is None:
        return ""
    digits = found["digits"].replace(",", "").replace("，", "")
    return f"{found['sign'].strip('+')}{digits.lstrip('0') or '0'}"


def _withhold_counted(document: turbohtml.Document) -> None:
    """Take the noughts out of cells that a script counts up from there."""
    places = list(_counted(document))
    if not any(digit in "123456789" for place in places for digit in place.text):
        for place in places:
            place.set_text(UNREADABLE)


def _counted(document: turbohtml.Document) -> Iterator[turbohtml.Element]:
    selectors = ", ".join(
        f":is(td, th) .{name}, :is(td, th).{name}" for name in sorted(_COUNTERS)
    )
    for element in document.select(selectors)[:MOST]:
        if _figure(element.text):
            yield element
