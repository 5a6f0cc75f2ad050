"""Automatic numbers: what Word writes before the paragraphs of its lists."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from govcheck.late_pattern import late_pattern
from govcheck.readers.word.ordinals import ordinal
from govcheck.readers.word.styles import NumberedBy, Styles
from govcheck.readers.word.whole_numbers import whole_number
from govcheck.readers.xml_tree import Node

_LEVELS: Final = 9
_PLACEHOLDER: Final = late_pattern("%([1-9])")
_LONGEST_PATTERN: Final = 100
_OFF: Final = frozenset({"0", "false", "off"})


class _Level(NamedTuple):
    """How a level of a list counts and writes."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    """第%1部分, %1.%2."""
    legal: bool = False
    """The numbers of the levels above are written in digits."""
    restarts_after: int = _LEVELS
    """Level (from 1) whose next paragraph starts this one anew, or one above it; 0 for none."""


class _List(NamedTuple):
    """A list as one ``w:num`` states it."""

    counter: str
    """Lists of one counter go on counting where the other stopped."""
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]
    """Levels that begin anew with this list, and at what number."""


class Numbering:
    """The lists of a Word file, which count while its text is read."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        """Take them from the numbering part, which may be missing."""
        nodes = root.children if root else []
        self._abstract = {
            node.get("w:abstractNumId"): node for node in nodes if node.name == "w:abstractNum"
        }
        self._lists = {node.get("w:numId"): node for node in nodes if node.name == "w:num"}
        self._styles = styles
        self._level_of = cache(self._find_level)
        self._known: dict[str, _List | None] = {}
        self._begun: set[str] = set()
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, numbered: NumberedBy, style: str) -> str:
        """Count one paragraph on and return what stands before it, such as 一、.

        Returns the empty string for a bullet or a list that the file does not define.
        """
        known = self._list(numbered.list_id)
        if known is None:
            return ""
        level = numbered.level
        if level is None:
            level = self._level_of(numbered.list_id, style)
        if level >= _LEVELS:
            return ""
        counts = self._counts.setdefault(known.counter, {})
        if numbered.list_id not in self._begun:
            self._begun.add(numbered.list_id)
            for restarted, start in known.restarts.items():
                counts[restarted] = start - 1
        _count(counts, known, level)
        return _written(counts, known, level)

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._known:
            self._known[list_id] = self._read(list_id)
        return self._known[list_id]

    def _read(self, list_id: str) -> _List | None:
        node = self._lists.get(list_id)
        abstract = self._abstract_of(node) if node else None
        if node is None or abstract is None:
            return None
        levels = dict(_levels(abstract))
        restarts: dict[int, int] = {}
        for override in node.children:
            if override.name == "w:lvlOverride":
                at = _number(override.get("w:ilvl"), 0)
                levels |= dict(_levels(override))
                start = override.value("w:startOverride")
                if start is not None:
                    restarts[at] = _number(start, 1)
                    levels[at] = levels.get(at, _Level())._replace(start=restarts[at])
        return _List(abstract.get("w:abstractNumId"), levels, restarts)

    def _abstract_of(self, node: Node) -> Node | None:
        """Return what a list is made after, through the style that may stand between."""
        abstract = self._abstract.get(node.value("w:abstractNumId") or "")
        style = abstract.value("w:numStyleLink") if abstract else None
        if style is None:
            return abstract
        linked = self._styles.numbered_by(style)
        other = self._lists.get(linked.list_id) if linked else None
        return self._abstract.get(other.value("w:abstractNumId") or "") if other else abstract

    def _find_level(self, list_id: str, style: str) -> int:
        """Return the level that a list keeps for a style; the first if it keeps none."""
        node = self._lists.get(list_id)
        abstract = self._abstract_of(node) if node else None
        for level in abstract.children if abstract else ():
            if level.name == "w:lvl" and style and level.value("w:pStyle") == style:
                return _number(level.get("w:ilvl"), 0)
        return 0


def _levels(node: Node) -> list[tuple[int, _Level]]:
    return [
        (_number(level.get("w:ilvl"), 0), _level(level))
        for level in node.children
        if level.name == "w:lvl"
    ]


def _level(node: Node) -> _Level:
    legal = node.child("w:isLgl")
    form = node.value("w:numFmt") or "decimal"
    return _Level(
        start=_number(node.value("w:start"), 0),
        form=form,
        pattern="" if form == "bullet" else (node.value("w:lvlText") or "")[:_LONGEST_PATTERN],
        legal=legal is not None and legal.get("w:val") not in _OFF,
        restarts_after=_number(node.value("w:lvlRestart"), _LEVELS),
    )


def _count(counts: dict[int, int], known: _List, level: int) -> None:
    """Count a level on, begin those above it that have not begun, and end those below."""
    for above in range(level):
        counts.setdefault(above, known.levels.get(above, _Level()).start)
    start = known.levels.get(level, _Level()).start
    counts[level] = counts.get(level, start - 1) + 1
    for below in [below for below in counts if below > level]:
        if level < known.levels.get(below, _Level()).restarts_after:
            del counts[below]


def _written(counts: Mapping[int, int], known: _List, level: int) -> str:
    own = known.levels.get(level, _Level())

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = known.levels.get(at, _Level()).form
        return ordinal(counts.get(at, 1), "decimal" if own.legal and at < level else form)

    return _PLACEHOLDER.sub(number, own.pattern)


def _number(written: str | None, otherwise: int) -> int:
    known = whole_number(written)
    return otherwise if known is None else known
