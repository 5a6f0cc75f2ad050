"""The types that a kind's parameters may have, beyond the built-in ones.

The rulebook reads them off a kind's fields: it turns YAML into them and refuses, with file
and line, an id that the form does not know, a pattern that does not compile, a word list
that is not there.
"""

from enum import Enum
from typing import NewType

from msgspec import Struct


class Holds(Enum):
    """What a group of a pattern may match."""

    WORDS = "words"
    """One character or more."""
    DIGITS = "digits"
    """A whole number."""
    NUMBER = "number"
    """A number: 1,200.5."""
    NUMERAL = "numeral"
    """A whole number, in digits or as 十二."""
    UNIT = "unit"
    """元 or 万元."""


class Group(Struct, frozen=True, kw_only=True):
    """A group that a pattern must have: ``find: Annotated[re.Pattern[str], Group(…)]``."""

    name: str
    """Its name, or its number: 1."""
    holds: Holds = Holds.WORDS
    needed: bool = True
    """Whether it takes part in every match; else it may be missing altogether."""


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
SumId = NewType("SumId", str)
"""Of a table in ``rules/forms/``."""
ConceptId = NewType("ConceptId", str)
"""What a figure in the prose counts: applications.new."""
ConceptGroup = NewType("ConceptGroup", str)
"""What concepts are about, the words that they begin with: applications, litigation.direct."""
FormatName = NewType("FormatName", str)
"""A format of files: html, docx, pdf or text."""


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
