"""Paragraph styles: which make headings, and which number their paragraphs."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from govcheck.late_pattern import late_pattern
from govcheck.readers.word.whole_numbers import whole_number
from govcheck.readers.xml_tree import Node
from govcheck.signs import sign

_MOST_INHERITED: Final = 20
"""Styles that a style may be based on, one after the other; Word allows 11."""
_TITLE: Final = late_pattern(sign("style_of_titles"))
_CONTENTS: Final = late_pattern(sign("style_of_contents"))
_HIDING: Final = ("w:vanish", "w:specVanish")
_OFF: Final = frozenset({"0", "false", "off"})
_BODY_LEVEL: Final = 9
"""What Word calls the outline level of plain text."""


class NumberedBy(NamedTuple):
    """A list that a paragraph belongs to."""

    list_id: str
    """``w:numId``; 0 takes a paragraph out of the list of its style."""
    level: int | None


class Styles:
    """The paragraph styles of a Word file, what they inherit resolved."""

    def __init__(self, root: Node | None) -> None:
        """Take them from the styles part, which may be missing."""
        self._styles: Mapping[str, Node] = {
            node.get("w:styleId"): node
            for node in (root.children if root else ())
            if node.name == "w:style"
        }
        defaults = root.child("w:docDefaults") if root else None
        self._defaults = defaults.child("w:rPrDefault") if defaults else None
        self.is_title = cache(self._is_title)
        self._hides = cache(self._hides_by_chain)
        self._by_chain = cache(self._said_by_chain)
        self.is_contents = cache(self._is_contents)
        self.outline = cache(self._outline)
        self.numbered_by = cache(self._numbered_by)
        self.default = next(
            (
                style
                for style, node in self._styles.items()
                if node.get("w:type") == "paragraph" and node.get("w:default") in {"1", "true"}
            ),
            "",
        )

    def _is_title(self, style: str) -> bool:
        """Whether a style is the one for the title of a document."""
        node = self._styles.get(style)
        return node is not None and _TITLE.fullmatch(_name(node)) is not None

    def _is_contents(self, style: str) -> bool:
        """Whether a style is one for the lines of a table of contents."""
        node = self._styles.get(style)
        return node is not None and _CONTENTS.match(_name(node)) is not None

    def _outline(self, style: str) -> int | None:
        """Return the outline level that a style gives, from 1; None for plain text."""
        for properties in self._inherited(style, "w:pPr"):
            level = outline_of(properties)
            if level is not None:
                return level or None
        return None

    def _numbered_by(self, style: str) -> NumberedBy | None:
        """Return the list that a style puts its paragraphs into."""
        list_id, level = "", None
        for properties in self._inherited(style, "w:pPr"):
            found = numbered_by(properties)
            if found:
                list_id = list_id or found.list_id
                level = found.level if level is None else level
        return NumberedBy(list_id, level) if list_id else None

    def hides(self, style: str, properties: Node | None) -> bool:
        """Whether text is hidden in a paragraph of a style, by the properties of its run.

        Where a paragraph's style and a run's both hide, one undoes the other: so does Word.
        """
        own = hidden_by(properties)
        if own is not None:
            return own
        run_style = (properties.value("w:rStyle") if properties else "") or ""
        by_default = self._defaults.child("w:rPr") if self._defaults else None
        return (self._hides(style) != self._hides(run_style)) or bool(hidden_by(by_default))

    def said(self, name: str, style: str, properties: Node | None) -> Node | None:
        """Return what a run is said to look like, by itself, its style or its paragraph's."""
        own = properties.child(name) if properties else None
        run_style = (properties.value("w:rStyle") if properties else "") or ""
        return own or self._by_chain(run_style, name) or self._by_chain(style, name)

    def _said_by_chain(self, style: str, name: str) -> Node | None:
        found = (properties.child(name) for properties in self._inherited(style, "w:rPr"))
        return next(filter(None, found), None)

    def _hides_by_chain(self, style: str) -> bool:
        said = map(hidden_by, self._inherited(style, "w:rPr"))
        return next((hidden for hidden in said if hidden is not None), False)

    def _inherited(self, style: str, kind: str) -> Iterator[Node]:
        """Yield the properties, of one kind, of a style and of those that it is based on."""
        for _ in range(_MOST_INHERITED):
            node = self._styles.get(style)
            if node is None:
                return
            properties = node.child(kind)
            if properties:
                yield properties
            style = node.value("w:basedOn") or ""


def _name(style: Node) -> str:
    return (style.value("w:name") or "").strip().lower()


def outline_of(properties: Node) -> int | None:
    """Return an outline level as properties state it: 1 to 9, 0 for plain text."""
    level = whole_number(properties.value("w:outlineLvl"))
    return None if level is None else (level + 1) % (_BODY_LEVEL + 1)


def hidden_by(properties: Node | None) -> bool | None:
    """Tell whether properties hide a text or show it; None where they say neither."""
    marks = [properties.child(name) for name in _HIDING] if properties else []
    said = [is_on(mark) for mark in marks if mark]
    return any(said) if said else None


def is_on(property_: Node | None) -> bool:
    """Whether a property that is on or off is there, and on."""
    return property_ is not None and property_.get("w:val") not in _OFF


def numbered_by(properties: Node) -> NumberedBy | None:
    """Return the list that properties put a paragraph into."""
    node = properties.child("w:numPr")
    if node is None:
        return None
    return NumberedBy(node.value("w:numId") or "", whole_number(node.value("w:ilvl")))
