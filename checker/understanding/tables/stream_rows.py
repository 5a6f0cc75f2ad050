"""Read tables that arrive as running text: their cells one after another, in short lines.

Copied from a page, a table becomes one cell a line, ``规章 | 0 | 0 | 0 |`` or ``规章 0 0 0``;
taken from a PDF file, its labels break anywhere and may follow their figures.  A row is read
only where the number of values beside its label leaves no doubt.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from govcheck.document.blocks import GridCell, Paragraph
from govcheck.understanding.tables.known_labels import Glossary
from govcheck.understanding.tables.printed_rows import PrintedRow, Zone
from govcheck.understanding.tables.tokens import Token, Value, Words, tokens

Counts = Mapping[str, Collection[int]]
"""Table id to how many columns it has, in one edition or another."""


@dataclass(slots=True, kw_only=True)
class _FoundRow:
    """A row's label, the headings before it, and the values that it may have."""

    label: Words
    heads: tuple[str, ...]
    values: list[Value] = field(default_factory=list[Value])


def stream_rows(
    paragraphs: Sequence[tuple[int, Paragraph]], *, part: str, counts: Counts, known: Glossary
) -> list[PrintedRow]:
    """Return the rows that a part's paragraphs (with their index in the body) spell out."""
    stream = tokens(paragraphs, known)
    unlabelled = known.unlabelled.get(part)
    if unlabelled:
        return _only_row(stream, unlabelled, counts[unlabelled], part)
    in_lines = any(
        isinstance(token, Words) and token.table and token.block == after.block
        for token, after in pairwise(stream)
        if isinstance(after, Value)
    )
    found = _found(stream, in_lines=in_lines)
    if in_lines:
        _share_out(stream, found, counts)
    rows = (_row(one, part, counts[one.label.table]) for one in found)
    return [row for row in rows if row]


def _found(stream: Sequence[Token], *, in_lines: bool) -> list[_FoundRow]:
    """Return every row's label with the values up to the next words.

    ``in_lines`` says that rows stand in one line each: then only values in the label's line
    are its own.
    """
    found: list[_FoundRow] = []
    heads: list[Words] = []
    open_ = False
    for token in stream:
        if isinstance(token, Value):
            if open_ and (not in_lines or token.block == found[-1].label.block):
                found[-1].values.append(token)
        elif token.table:
            found.append(_FoundRow(label=token, heads=_last_line(heads)))
            heads, open_ = [], True
        elif token.head:
            heads.append(token)
            open_ = False
        else:
            open_ = open_ and found[-1].label.broken and not found[-1].values
    return found


def _last_line(heads: Sequence[Words]) -> tuple[str, ...]:
    """Return the headings of the last line that has any; all if each has a line of its own."""
    blocks = [head.block for head in heads]
    alone = len({*blocks}) == len(blocks)
    return tuple(head.text for head in heads if alone or head.block == blocks[-1])


def _share_out(stream: Sequence[Token], found: Sequence[_FoundRow], counts: Counts) -> None:
    """Give lines of mere values to labels without any, between one whole row and the next.

    A label that breaks in a PDF file comes before or after its figures, but in order: as many
    labels as lines go together.
    """
    by_label = {id(one.label): one for one in found}
    held = {value.block for one in found for value in one.values}
    waiting: list[_FoundRow] = []
    lines: dict[int, list[Value]] = {}
    for token in stream:
        if isinstance(token, Value):
            if token.block not in held:
                lines.setdefault(token.block, []).append(token)
        elif token.table:
            one = by_label[id(token)]
            if not one.values:
                waiting.append(one)
                continue
            _pair(waiting, list(lines.values()), counts)
            waiting, lines = [], {}
    _pair(waiting, list(lines.values()), counts)


def _pair(waiting: Sequence[_FoundRow], lines: Sequence[list[Value]], counts: Counts) -> None:
    if len(waiting) != len(lines):
        waiting = [one for one in waiting if not one.label.group]
    if len(waiting) != len(lines):
        return
    pairs = list(zip(waiting, lines, strict=True))
    if all(len(line) in counts[one.label.table] for one, line in pairs):
        for one, line in pairs:
            one.values = line


def _row(one: _FoundRow, part: str, counts: Collection[int]) -> PrintedRow | None:
    values = _whole(one.values, counts)
    if not values:
        return None
    heads = dict(enumerate((head,) for head in one.heads))
    return PrintedRow(
        table=one.label.table,
        labels=(one.label.text,),
        cells=_cells(values),
        spans=_spans(values),
        zone=Zone(heads=heads if len(heads) == len(values) else {}),
        part=part,
        block=one.label.block,
        line=one.label.line,
    )


def _whole(values: Sequence[Value], counts: Collection[int]) -> Sequence[Value]:
    """Return the values of a row if their number leaves no doubt, else none."""
    filled = [value for value in values if value.text.normal]
    if not filled:
        return values if len(values) >= min(counts) else ()
    if len(filled) in counts:
        doubtful = len(values) > len(filled) and len(values) in counts
        return () if doubtful else filled
    last = max(at for at, value in enumerate(values, start=1) if value.text.normal)
    return values[:last] if last in counts else ()


def _only_row(
    stream: Sequence[Token], table: str, counts: Collection[int], part: str
) -> list[PrintedRow]:
    """Return the row of a table that prints no label: all its values, no more and no less."""
    lines: dict[int, list[Value]] = {}
    for token in stream:
        if isinstance(token, Value) and token.text.normal:
            lines.setdefault(token.block, []).append(token)
    every = [value for line in lines.values() for value in line]
    apart = [*lines.values(), *([every] if _in_order(stream) else [])]
    whole = [line for line in apart if len(line) in counts]
    if not whole:
        return []
    return [
        PrintedRow(
            table=table,
            labels=(),
            cells=_cells(whole[0]),
            spans=_spans(whole[0]),
            zone=Zone(),
            part=part,
            block=whole[0][0].block,
            line=whole[0][0].line,
        )
    ]


def _in_order(stream: Sequence[Token]) -> bool:
    """Whether values of several lines may be put together as they come.

    Taken from a PDF file column by column, headings are torn into single letters and the
    figures between them are out of order, or stand in runs of any length.
    """
    torn = any(isinstance(token, Words) and len(token.text) == 1 for token in stream)
    runs = [
        sum(1 for _ in run)
        for values, run in groupby(stream, key=lambda token: isinstance(token, Value))
        if values
    ]
    return not torn and len({*runs}) == 1


def _cells(values: Sequence[Value]) -> tuple[GridCell, ...]:
    return tuple(
        GridCell(row=0, column=column, text=value.text, line=value.line)
        for column, value in enumerate(values)
    )


def _spans(values: Sequence[Value]) -> Mapping[int, tuple[int, int, int]]:
    return {
        column: (value.block, *value.span)
        for column, value in enumerate(values)
        if value.span is not None
    }
