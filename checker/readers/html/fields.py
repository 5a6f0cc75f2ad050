"""Fields of a form: a page may print in them what others print as text."""

from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.filled import is_bound
from govcheck.readers.html.markup import Element
from govcheck.readers.html.name_sets import names
from govcheck.readers.html.sheets import WRITTEN
from govcheck.signs import sign

_NO_TEXT: Final = names("button checkbox color file hidden image password radio reset submit")
_TOLD: Final = late_pattern(
    rf"\s*[-+－]?[0-9０-９][0-9０-９,，.]*(?:{sign('unit')})?\s*|[-－—/]|.*。.*"
)
"""A figure, a sign for none or a sentence; other words ask to be replaced."""


def is_written_in(cell: Element, *, by_script: bool) -> bool:
    """Tell whether a blank cell may be filled in the browser: it is marked for that."""
    return WRITTEN in cell.attrs or (by_script and ("id" in cell.attrs or is_bound(cell.attrs)))


def printed(element: Element, data: str) -> str:
    """Return what an element prints of a report that holds this text.

    Of a field that is its value, if that is a figure or a sentence.  Tags that an area shows as
    text are the source of a page that a script is to show.
    """
    if element.tag == "textarea":
        return "" if "</" in data else data
    return data if data or element.tag != "input" else _value_of(element)


def _value_of(element: Element) -> str:
    if (element.attr("type") or "").strip().lower() in _NO_TEXT:
        return ""
    value = element.attr("value") or ""
    return value if _TOLD.fullmatch(value) else ""
