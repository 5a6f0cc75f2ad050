"""The style sheets in a page: what they hide or strike out is written into its elements."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

import turbohtml

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.name_sets import names

_TELLING: Final = late_pattern(
    r"(?i)display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide|opacity\s*:\s*0"
    r"|line-through|font-size\s*:\s*0(?![.\d]*[1-9])|overflow\s*:\s*hidden|text-indent\s*:\s*-"
    r"|clip(?:-path)?\s*:|:\s*-\d{3}|scale\("
)
"""A sheet in which nothing of this is said hides nothing."""
_WRITING: Final = late_pattern(
    r"""(?i)content\s*:\s*(?:['"][^'"\\]{0,9}\w|attr\(|counters?\()"""
)
"""What writes words; icons are written by their codes."""
WRITTEN: Final = "data-written-by-style"
"""Given to an element in which a sheet writes words."""
_PROPERTIES: Final = names(
    "display visibility mso-hide opacity text-decoration text-decoration-line font-size"
    " overflow height max-height width max-width text-indent position left top right bottom"
    " clip clip-path transform"
)
_ALWAYS: Final = late_pattern(r"(?i)@(?:(media)|supports|layer|container)\b")
_WIDTH: Final = late_pattern(r"(min|max)-(?:device-)?width\s*:\s*(\d{1,5})")
_SCREEN: Final = 1280
"""Pixels across of the screen that the page is read on."""
_PASSING: Final = late_pattern(
    r"::|:(?:before|after|hover|focus|active|target|visited|has|nth-last|nth-of|only)|~[^~]*~"
)
"""What is no element, or not so of one before a reader does something; what takes long."""
_IDS: Final = late_pattern(r"#[\w-]")
_CLASSES: Final = late_pattern(r"\.[\w-]|\[|:(?!:|not|is|where)[\w-]")
_TAGS: Final = late_pattern(r"(?:^|[\s>+~(])[a-zA-Z][\w-]*")
_LONGEST_SHEET: Final = 500_000
_LONGEST_SELECTOR: Final = 200
_MOST_RULES: Final = 300
_MOST_LOOKED: Final = 5_000_000
"""Elements that are looked at for all rules together."""
_MOST_ELEMENTS: Final = 100_000
_DEEPEST: Final = 8


class _Rule(NamedTuple):
    selector: str
    said: str
    """Of sight alone: declarations."""


def apply_sheets(document: turbohtml.Document, size: int) -> None:
    """Add to each element's style what the sheets in the page say of whether it is seen.

    As in a browser the more exact selector counts, of two the later, and the element's own
    style before all.  Sheets outside the file are not asked.  Of a page with many elements
    (about ``size``) fewer rules are looked at.
    """
    sheets = [
        element.text[:_LONGEST_SHEET]
        for element in document.select("style")
        if _is_met(element.attr("media") or "")
    ]
    if any(map(_WRITING.search, sheets)):
        _mark_written(document, sheets, _MOST_LOOKED // size)
    if not any(map(_TELLING.search, sheets)):
        return
    rules = [rule for sheet in sheets for rule in _rules(_bare(sheet))]
    said: dict[turbohtml.Element, list[str]] = {}
    left = _MOST_ELEMENTS
    asked = _of_use(rules, _MOST_LOOKED // size)
    for rule in sorted(asked, key=lambda rule: _weight(rule.selector)):
        for element in _selected(document, rule.selector):
            said.setdefault(element, []).append(rule.said)
            left -= 1
        if left < 0:
            break
    for element, styles in said.items():
        element.attrs["style"] = ";".join((*styles, element.attr("style") or ""))


def _mark_written(document: turbohtml.Document, sheets: Iterable[str], most: int) -> None:
    """Mark the elements in which a sheet writes words, which are in no text."""
    rules = (rule for sheet in sheets for rule in _blocks(_bare(sheet), 0))
    writing = (head for head, inner in rules if ":" in head and _WRITING.search(inner))
    selectors = (one.strip().partition(":")[0] for head in writing for one in head.split(","))
    for selector in islice(selectors, min(_MOST_RULES, most)):
        for element in _selected(document, selector):
            element.attrs[WRITTEN] = ""


def _bare(sheet: str) -> str:
    """Return a sheet without comments; one without an end takes all that follows."""
    pieces, at = [], 0
    while (begin := sheet.find("/*", at)) >= 0:
        pieces.append(sheet[at:begin])
        end = sheet.find("*/", begin + 2)
        at = end + 2 if end >= 0 else len(sheet)
    return " ".join((*pieces, sheet[at:])).replace("<!--", " ").replace("-->", " ")


def _rules(sheet: str) -> Iterator[_Rule]:
    """Yield what a sheet says of sight, one rule for each selector."""
    for head, inner in _blocks(sheet, 0):
        if said := _of_sight(inner):
            yield from (_Rule(one.strip(), said) for one in _COMMA.split(head))


def _blocks(sheet: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules of a sheet that hold on a screen."""
    at = 0
    while (brace := sheet.find("{", at)) >= 0:
        head = sheet[at:brace].rpartition(";")[2].strip()
        end = _end_of_block(sheet, brace) if head.startswith("@") else sheet.find("}", brace)
        end = len(sheet) if end < 0 else end
        inner = sheet[brace + 1 : end]
        at = end + 1
        if not head.startswith("@"):
            yield head, inner
        elif (
            depth < _DEEPEST
            and (rule := _ALWAYS.match(head))
            and _is_met(head[rule.end() :] if rule[1] else "")
        ):
            yield from _blocks(inner, depth + 1)


def _end_of_block(sheet: str, brace: int) -> int:
    """Return where a block ends that holds blocks; -1 for one without an end."""
    deep = 0
    for mark in _BRACE.finditer(sheet, brace):
        deep += 1 if mark[0] == "{" else -1
        if deep == 0:
            return mark.start()
    return -1


_BRACE: Final = late_pattern("[{}]")
_COMMA: Final = late_pattern(r",(?![^()]{0,200}\))")
"""Between selectors, not within the brackets of one."""


def _of_sight(declarations: str) -> str:
    found = (one.strip() for one in declarations.split(";"))
    return ";".join(
        one for one in found if one.partition(":")[0].strip().lower() in _PROPERTIES
    )


def _of_use(rules: list[_Rule], most: int) -> Iterable[_Rule]:
    """Return the rules that tell of a property by which something is hidden or struck."""
    telling = (rule.said for rule in rules if _TELLING.search(rule.said))
    properties = {name for said in telling for name in _properties(said)}
    asked = (rule for rule in rules if not properties.isdisjoint(_properties(rule.said)))
    return islice(asked, min(_MOST_RULES, most))


def _properties(said: str) -> Iterator[str]:
    return (one.partition(":")[0].strip().lower() for one in said.split(";"))


def _selected(document: turbohtml.Document, selector: str) -> Iterable[turbohtml.Element]:
    if not selector or len(selector) > _LONGEST_SELECTOR or _PASSING.search(selector):
        return ()
    try:
        return document.select(selector)
    except ValueError:
        return ()


def _weight(selector: str) -> tuple[int, int, int]:
    """Return how exact a selector is: ids, then classes, then tags."""
    return tuple(
        sum(1 for _ in sign.finditer(selector[:_LONGEST_SELECTOR]))
        for sign in (_IDS, _CLASSES, _TAGS)
    )  # type: ignore[return-value] # three of them


def _is_met(query: str) -> bool:
    """Whether a media query, or one of several, is so on a screen of usual width."""
    return not query.strip() or any(map(_is_so, query.lower().split(",")))


def _is_so(query: str) -> bool:
    if "print" in query or "speech" in query:
        return query.strip().startswith("not")
    return all(
        int(found[2]) <= _SCREEN if found[1] == "min" else int(found[2]) >= _SCREEN
        for found in _WIDTH.finditer(query)
    )
