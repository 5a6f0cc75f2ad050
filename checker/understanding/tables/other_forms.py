"""Figures of the form that are printed otherwise than in its table: as a list, line by line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.blocks import Block, Grid, Paragraph
from govcheck.document.form import Form, FormColumn, FormRow, FormTable
from govcheck.document.report import Part
from govcheck.document.table import CellState
from govcheck.late_pattern import late_pattern
from govcheck.signs import sign
from govcheck.understanding.tables.cell_words import understood
from govcheck.understanding.tables.labels import key

_BETWEEN: Final = late_pattern(r"[：:，,；;。|｜·•×\s]+")
"""What parts a label from its figure, and one item of a list from the next."""
_ASIDE: Final = late_pattern(r"(?<=.)[（(][^（）()]{1,60}[)）]")
_FIGURE: Final = late_pattern(
    rf"(?P<label>\D.{{0,79}}?)(?:为|共|计)?(?<![\d.])\d[\d.]{{0,15}}(?:{sign('unit')})?"
)
_MANY: Final = 4
"""So many columns are told from other words even where no row is named."""


class _Piece(Struct, frozen=True):
    """What stands between two marks: a label, a figure, or both."""

    label: str
    """Its key; empty for a mere figure."""
    counts: bool
    """A figure, or a sign for none, stands in it."""


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
    known = dict(_known(form, table.part))
    pieces = list(_told(body[part.start + 1 : part.end], known))
    if not any(piece.counts for piece in pieces):
        return False
    named = {one for piece in pieces for one in _meant(piece.label, known)}
    rows, columns = {*_keys(table.rows)} - {""}, {*_keys(table.columns)}
    has_row = not named.isdisjoint(rows)
    if 2 * len(named & rows) > len(rows):
        return True
    enough = has_row or len(columns) > _MANY or not rows
    return enough and 2 * len(named & columns) >= len(columns)


def _told(blocks: Iterable[Block], known: Mapping[str, str]) -> Iterator[_Piece]:
    """Yield the pieces of grids and of the paragraphs that are lists."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from map(_piece, (cell.text.normal for cell in block.cells))
        elif isinstance(block, Paragraph):
            pieces = list(map(_piece, _BETWEEN.split(_ASIDE.sub("", block.text.normal))))
            strange = [one for one in pieces if one.label and not _meant(one.label, known)]
            if _MANY * len(strange) <= len(pieces):
                yield from pieces


def _piece(text: str) -> _Piece:
    words = text.strip()
    if understood(words).state is not CellState.TEXT:
        return _Piece("", counts=bool(words))
    found = _FIGURE.fullmatch(words)
    return _Piece(_bare(found["label"] if found else words), counts=found is not None)


def _bare(label: str) -> str:
    return key(_ASIDE.sub("", label))


def _meant(label: str, known: Mapping[str, str]) -> list[str]:
    """Return the labels of the form that a printed one is made of; none if it has other words.

    A row's may have its group's before it and a column's behind: 行政复议结果维持.
    """
    rest, found = label, list[str]()
    while rest and (first := max(filter(rest.startswith, known), key=len, default="")):
        found.append(known[first])
        rest = key(rest.removeprefix(first))
    return [] if rest else found


def _known(form: Form, part: str) -> Iterator[tuple[str, str]]:
    """Yield the labels of a part's tables as they may be printed, and as the form has them."""
    for table in form.tables.values():
        if table.part == part:
            lines: list[FormRow | FormColumn] = [*table.rows, *table.columns]
            groups = {text: text for line in lines for text in line.path}
            labels = {text: one.label for one in lines for text in (one.label, *one.variants)}
            for printed, label in {table.title: table.title, **groups, **labels}.items():
                if _bare(printed):
                    yield _bare(printed), _bare(label)


def _keys(lines: Iterable[FormRow | FormColumn]) -> Iterator[str]:
    return (_bare(line.label) for line in lines)
