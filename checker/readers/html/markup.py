"""The one place that knows the HTML parser's tree, which is a browser's and is walked here."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Protocol

import turbohtml

from govcheck.late_pattern import late_pattern
from govcheck.readers.bounds import require_bounded_markup
from govcheck.readers.html.filled import mark_filled
from govcheck.readers.html.name_sets import names
from govcheck.readers.html.sheets import apply_sheets
from govcheck.readers.html.shortened import complete_shortened
from govcheck.readers.html.sights import Sight, sight_by_style
from govcheck.readers.html.withheld import withhold_unshown

_UNSEEN = names(
    "annotation annotation-xml canvas datalist iframe noscript object script style svg template"
    " title"
)
"""What holds no text that a reader of the page would see as such."""


class Element(Protocol):
    """What is asked of an element."""

    @property
    def tag(self) -> str:
        """Name in lower case."""
        ...

    @property
    def position(self) -> tuple[int, int] | None:
        """Line of its start tag, from 1, and column; None when the source has no such tag."""
        ...

    @property
    def source_line(self) -> int | None:
        """Line of its start tag, from 1; None when the source has no such tag."""
        ...

    @property
    def attrs(self) -> Collection[str]:
        """The names of its attributes, of which ``attr`` gives each."""
        ...

    @property
    def text(self) -> str:
        """All text in it."""
        ...

    def attr(self, name: str, /) -> str | None:
        """Return an attribute's value, decoded; the empty one for an attribute without."""
        ...

    def select(self, selector: str, /) -> Sequence["Element"]:
        """Return the elements in it that a CSS selector names."""
        ...


class Visitor(Protocol):
    """Is told of a document's tree in document order."""

    def leaf(self, element: Element, data: str) -> None:
        """Note an element that holds nothing but text, or nothing."""
        ...

    def enter(self, element: Element) -> None:
        """Note that an element begins."""
        ...

    def text(self, data: str) -> None:
        """Note that text stands here."""
        ...

    def leave(self) -> None:
        """Note that the element entered last and not yet left ends."""
        ...


def spans_of(element: Element) -> tuple[str | None, str | None]:
    """Return how many columns and rows a cell says that it covers, as written."""
    return element.attr("colspan"), element.attr("rowspan")


_FRAME: Final = late_pattern(r"<frame\s", re.IGNORECASE)
_SCRIPT: Final = late_pattern(r"<(?:script|noscript)[\s>]", re.IGNORECASE)
_LOADED: Final = late_pattern(r"(?<=\s)onload\s*=", re.IGNORECASE)
_DRAWING: Final = late_pattern(
    r"<link\s[^>]{0,300}stylesheet|background(?:-image)?\s?:[^;}\"']{0,80}url\(", re.IGNORECASE
)
"""Sheets that were not read, and pictures behind text."""
_INNER_FRAME: Final = late_pattern(r"<(?:iframe|object|embed)\s", re.IGNORECASE)
_DRAWN_BY: Final = (
    (_FRAME, "框架"),
    (_SCRIPT, "脚本"),
    (_LOADED, "脚本"),
    (_INNER_FRAME, "框架"),
)


def drawn_by(markup: str) -> str:
    """Return what may draw text that is not in the page's source (Chinese), or nothing."""
    return next((words for sign, words in _DRAWN_BY if sign.search(markup)), "")


def walk(markup: str, visitor: Visitor, *, drawn: bool) -> None:
    """Parse a page as a browser does and lead a visitor through what can be seen of it.

    ``drawn`` says that something may draw what is not in the source (``drawn_by``).
    An element in which nothing can be seen is a leaf.  Of elements that are but fonts and
    colours the visitor learns nothing.
    """
    require_bounded_markup(markup)
    document = turbohtml.parse(markup, scripting=True)
    for closed in document.select("dialog:not([open]), [popover]"):
        closed.attrs["hidden"] = ""
    apply_sheets(document, 1 + markup.count("<"))
    complete_shortened(document)
    withhold_unshown(document, markup, drawn=drawn)
    mark_filled(document, drawn=drawn or _DRAWING.search(markup) is not None)
    _choose_options(document)
    _dissolve_styles(document)
    shown = _with_shadows if _SHADOW in markup else _children
    pending = [iter(document.children)]
    while pending:
        for node in pending[-1]:
            if type(node) is turbohtml.Text:
                visitor.text(node.data)
            elif isinstance(node, turbohtml.Element):
                children = () if node.tag in _UNSEEN else shown(node)
                if not children:
                    visitor.leaf(node, "")
                elif len(children) == 1 and type(children[0]) is turbohtml.Text:
                    visitor.leaf(node, children[0].data)
                else:
                    visitor.enter(node)
                    pending.append(iter(children))
                    break
        else:
            pending.pop()
            if pending:
                visitor.leave()


_SHADOW: Final = "shadowrootmode"


def _children(node: turbohtml.Element) -> Sequence[turbohtml.Node]:
    return node.children


def _with_shadows(node: turbohtml.Element) -> Sequence[turbohtml.Node]:
    """Return what is shown in an element: its shadow tree, its own children in the slots."""
    if node.shadow_root is not None:
        return node.shadow_root.children
    return node.assigned_nodes() or node.children if node.tag == "slot" else node.children


def _choose_options(document: turbohtml.Document) -> None:
    """Take out of the lists in cells what is not chosen: a list shows one of its lines."""
    for choice in document.select(":is(td, th) select"):
        options = choice.select("option")
        chosen = choice.select_one("option[selected]") or next(iter(options), None)
        for option in options:
            if option != chosen:
                option.decompose()


_STYLES = "b, big, em, font, i, ins, label, mark, o\\:p, small, span, strong, sub, u"
_KEPT = "[hidden], [style*='url('], [color='white' i], [color^='#f' i]"
"""What hides its text or shows a picture says something."""
_MERE_PARAGRAPHS = ", td > p:only-child"
"""What a cell is filled with; to a selector text beside it does not count."""
_BESIDE_TEXT = "//td[text()[normalize-space()]]/p"
"""Where there is such text, paragraphs in cells part it."""


def _dissolve_styles(document: turbohtml.Document) -> None:
    """Take the elements out of a tree that hold text and say nothing of it: most of Word's."""
    parting = next(iter(document.xpath_iter(_BESIDE_TEXT)), None) is not None
    styles = f":is({_STYLES}{'' if parting else _MERE_PARAGRAPHS}):not({_KEPT})"
    everywhere = _sights(map(str, document.xpath_iter("//@style")))
    mere = everywhere <= {Sight.UNCHANGED, Sight.SIZED}
    if not mere:
        own = _sights(element.attr("style") or "" for element in document.select(styles))
        sized = set() if Sight.TINY in everywhere else {Sight.SIZED}
        mere = own <= {Sight.UNCHANGED} | sized
    document.strip_tags(styles if mere else f"{styles}:not([style])")
    for root in document.children:
        if isinstance(root, turbohtml.Element):
            root.normalize()


def _sights(styles: Iterable[str]) -> set[Sight]:
    return {sight_by_style(style) for style in set(styles)}
