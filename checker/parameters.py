"""The types that a kind's parameters may have, beyond the built-in ones.

The rulebook reads them off a kind's fields: it turns YAML into them and refuses, with file
and line, an id that the form does not know, a pattern that does not compile, a word list
that is not there.
"""

from typing import NewType

from msgspec import Struct

PartId = NewType("PartId", str)
"""overview, proactive, applications, review-litigation, problems or other."""

PassageName = NewType("PassageName", str)
"""A part id, introduction, body or furniture."""

TableId = NewType("TableId", str)
RowId = NewType("RowId", str)
ColumnId = NewType("ColumnId", str)
LineId = NewType("LineId", str)
"""A row or a column: which of the two, the kind's other parameters say."""
FormId = NewType("FormId", str)


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of a closed word list."""

    text: str
    """The words to look for (normal text)."""
    right: str = ""
    """What should stand instead, where there is such a thing."""
    reason: str = ""
    unless: str = ""
    """A pattern around the words that makes them right: 打击赌博."""


class Lexicon(Struct, frozen=True, kw_only=True):
    """A closed word list from ``rules/lexicons/``; a rule names it by its id."""

    id: str
    title: str
    entries: tuple[Entry, ...]
