"""Figures of the form that are printed otherwise than in its table: as a list, line by line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct, field

from govcheck.document.blocks import Block, Grid, Paragraph
from govcheck.document.form import Form, FormColumn, FormRow, FormTable
from govcheck.document.report import Part
from govcheck.late_pattern import late_pattern
from govcheck.signs import sign
from govcheck.understanding.tables.labels import key

_NO_LETTER: Final = late_pattern(r"[\W_]+")
_ASIDE: Final = late_pattern(r"[（(][^（）()]{1,60}[)）]\Z")
_FIGURE: Final = late_pattern(rf"\d+(?:{sign('unit')})?")
_MOST_STRANGE: Final = 4
"""One of so many letters of a list is no label's, or fewer."""
_MANY: Final = 4
"""So many columns are told from other words even where no row is named."""


class _Labels(Struct, frozen=True):
    """The labels of a part's tables, as they may be printed."""

    keys: Mapping[str, str]
    """Key of what may be printed to the key of the form's label."""
    pattern: re.Pattern[str]
    """Any of them."""


class _Told(Struct):
    """What lists and grids of a part say."""

    labels: set[str] = field(default_factory=set[str])
    """Keys of the form's labels."""
    figures: int = 0


def is_told_otherwise(
    table: FormTable, form: Form, body: Sequence[Block], parts: Sequence[Part]
) -> bool:
    """Whether a table's part tells its figures by their names, in no table that was read.

    Most of its rows, or half of its columns, must be named in lists or in grids that have
    figures.  A sentence is no list: it has other words than the form's.
    """
    part = next((part for part in parts if part.id == table.part), None)
    if part is None:
        return False
    tables = tuple(one for one in form.tables.values() if one.part == table.part)
    told = _told(_texts(body[part.start + 1 : part.end]), _labels(tables))
    if not told.figures:
        return False
    rows, columns = {*_keys(table.rows)} - {""}, {*_keys(table.columns)}
    if 2 * len(told.labels & rows) > len(rows):
        return True
    enough = not rows or len(columns) > _MANY or not told.labels.isdisjoint(rows)
    return enough and 2 * len(told.labels & columns) >= len(columns)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from (cell.text.normal for cell in block.cells)
        elif isinstance(block, Paragraph):
            yield block.text.normal


def _told(texts: Iterable[str], known: _Labels) -> _Told:
    """Return what those of some texts say that are made of labels and figures."""
    told = _Told()
    for text in texts:
        words = _NO_LETTER.sub("", text)
        rest = known.pattern.sub(" ", words)
        strange = "".join(_FIGURE.sub("", rest).split())
        if words and _MOST_STRANGE * len(strange) <= len(words):
            told.labels.update(known.keys[name] for name in known.pattern.findall(words))
            told.figures += len(_FIGURE.findall(rest))
    return told


@cache
def _labels(tables: tuple[FormTable, ...]) -> _Labels:
    keys: dict[str, str] = {}
    for table in tables:
        lines: list[FormRow | FormColumn] = [*table.rows, *table.columns]
        groups = {text: text for line in lines for text in line.path}
        named = {text: line.label for line in lines for text in (line.label, *line.variants)}
        for printed, label in {table.title: table.title, **groups, **named}.items():
            keys |= {key(printed): _bare(label), _bare(printed): _bare(label)}
    keys.pop("", None)
    pattern = re.compile("|".join(map(re.escape, sorted(keys, key=len, reverse=True))))
    return _Labels(keys, pattern)


def _keys(lines: Iterable[FormRow | FormColumn]) -> Iterator[str]:
    return (_bare(line.label) for line in lines)


def _bare(label: str) -> str:
    """Return the key of a label without what stands in brackets behind it."""
    return key(_ASIDE.sub("", label))
