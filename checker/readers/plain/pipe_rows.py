"""Tables in plain text: rows with a pipe, a box's side or a tab between their cells."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, dropwhile, pairwise, takewhile, zip_longest
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.late_pattern import late_pattern
from govcheck.readers.plain.cell_signs import cell_text
from govcheck.readers.plain.torn_rows import SIDES
from govcheck.readers.raw import RawCell, RawGrid

_SIDE: Final = late_pattern(rf"(?<!\\)[{''.join(SIDES)}]")
_RULE: Final = late_pattern(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_BORDER: Final = late_pattern(r"[|+:=\-\u2500-\u257f \u3000]{3,}")
"""What is drawn between the rows of a box, psql's and reStructuredText's too."""
_STROKES: Final = ("--", "==", "──", "━━", "══")
_JOINTS: Final = frozenset("+|" + "".join(map(chr, range(0x250C, 0x2570))))
_NUMBER: Final = late_pattern(r"[-+]?[0-9][0-9,.\s]*")
_WORDS: Final = late_pattern("[\u4e00-\u9fff]")


class PipeRow(Struct, frozen=True, kw_only=True):
    """A line that may be a row of a table."""

    line: int
    pieces: tuple[str, ...] = ()
    """What stands between the signs, what is before the first and behind the last included;
    nothing for a line that is drawn."""
    lines: tuple[int, ...] = ()
    """Where each of these begins: a row may be torn into several lines."""
    piped: bool = False
    """Its signs may stand around the row, as no tab does."""
    is_border: bool = False
    """It is drawn between any two rows, and not only below a heading row."""

    @property
    def is_rule(self) -> bool:
        """Whether it is the line that Markdown draws below a heading row."""
        return not self.pieces and not self.is_border

    @property
    def opened(self) -> bool:
        """Whether a sign stands before the row."""
        return self.piped and not self.pieces[0]

    @property
    def closed(self) -> bool:
        """Whether a sign stands behind the row."""
        return self.piped and not self.pieces[-1]

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the row if its first and last sign stand around it."""
        return self.pieces[self.opened : len(self.pieces) - self.closed]

    @property
    def related(self) -> bool:
        """Whether it relates cells to each other, and is no lone text with a stray sign."""
        return sum(map(bool, self.pieces)) > 1

    @property
    def holds_number(self) -> bool:
        """Whether one of its cells is a number."""
        return any(map(_NUMBER.fullmatch, self.pieces))

    @property
    def counts(self) -> bool:
        """Whether there is a number beside other cells, or between signs around the row."""
        if not self.holds_number:
            return False
        return len(self.cells) > 2 or (self.opened and self.closed)  # noqa: PLR2004


def row(text: str, numbers: Sequence[int]) -> PipeRow | None:
    """Read a line, or the several of these numbers, as a row; None for what cannot be one.

    ``| a | b |``, ``a | b |`` and ``a<tab>b`` are rows of two cells; so is ``a | |``, whose
    second is empty.  ``a |`` is a text, and a line of pipes alone is none of either.
    """
    if "\t" in text.strip():
        tabbed = _row(text.split("\t"), numbers, piped=False)
        return tabbed if tabbed.related else None
    bare = text.strip()
    line_drawn = _drawn(bare.replace("\n", ""), numbers[0])
    if line_drawn:
        return line_drawn
    if not _SIDE.search(bare):
        return None
    piped = _row(_SIDE.split(bare), numbers, piped=True)
    if len(piped.cells) < 2 or not any(piped.pieces):  # noqa: PLR2004 - one cell relates to nothing
        return None
    return piped


def _row(written: Sequence[str], numbers: Sequence[int], *, piped: bool) -> PipeRow:
    breaks = accumulate((piece.count("\n") for piece in written[:-1]), initial=0)
    return PipeRow(
        line=numbers[0],
        pieces=tuple(map(cell_text, written)),
        lines=tuple(numbers[before] for before in breaks),
        piped=piped,
    )


def _drawn(bare: str, line: int) -> PipeRow | None:
    if not _BORDER.fullmatch(bare):
        return None
    if "|" in bare and _RULE.fullmatch(bare):
        return PipeRow(line=line)
    drawn = any(sign in bare for sign in _STROKES) and any(sign in bare for sign in _JOINTS)
    return PipeRow(line=line, is_border=True) if drawn else None


def grids(rows: Sequence[PipeRow]) -> list[RawGrid]:
    """Return the tables that rows on successive lines make up; none where they are text.

    A line below a heading row makes a table; without it there must be two rows, or one
    with a number.
    """
    rows = [row for row in rows if not row.is_border]
    ruled = any(row.is_rule for row in rows)
    related = sum(row.related for row in rows)
    if not related or not (ruled or related > 1 or any(row.counts for row in rows)):
        return []
    tables = (rows[start:end] for start, end in pairwise([0, *_starts(rows), len(rows)]))
    return [_grid(table) for table in tables if not all(row.is_rule for row in table)]


def _starts(rows: Sequence[PipeRow]) -> Iterator[int]:
    """Yield where tables begin but the first: with the line above a rule.

    Lines without a number are headings all of them, down to the rule.
    """
    begun = 0
    for index, row in enumerate(rows):
        if not row.is_rule or index <= 1:
            continue
        above = rows[begun:index]
        if any(one.is_rule or one.holds_number for one in above):
            begun = index - 1
            yield begun


def _grid(rows: Sequence[PipeRow]) -> RawGrid:
    headed = next((index for index, row in enumerate(rows) if row.is_rule), 0)
    body = [row for row in rows if not row.is_rule]
    lines = _without_sides(body)
    width = max(map(len, lines))
    cells = tuple(
        RawCell(
            row=number,
            column=column,
            text=text,
            line=begun,
            header=number < headed,
        )
        for number, line in enumerate(lines)
        for column, (text, begun) in enumerate(line)
    )
    return RawGrid(cells=cells, height=len(body), width=width, line=rows[0].line, typed=True)


def _without_sides(rows: Sequence[PipeRow]) -> list[tuple[tuple[str, int], ...]]:
    """Return the cells of rows, and their lines: a sign before (behind) all of them parts none.

    Where it is before some of them only, an empty cell cannot be told from no cell: there
    are none then at that end.
    """
    lines = [tuple(zip(row.pieces, row.lines, strict=False)) for row in _without_torn(rows)]
    opened, closed = {row.opened for row in rows}, {row.closed for row in rows}
    if True in opened:
        lines = [_unled(line) if len(opened) > 1 else line[1:] for line in lines]
    if True in closed:
        turned = [_unled(line[::-1]) if len(closed) > 1 else line[-2::-1] for line in lines]
        lines = [line[::-1] for line in turned]
    return lines


def _without_torn(rows: Sequence[PipeRow]) -> Iterator[PipeRow]:
    """Yield rows; of one that goes on in the next line only what stands before its figures.

    It has a sign before and none behind it, and there are but figures in the next.
    """
    for row, follower in zip_longest(rows, rows[1:]):
        torn = row.opened and not row.closed and follower is not None
        if torn and follower.opened and not any(map(_WORDS.search, follower.pieces)):
            kept = takewhile(lambda text: not _NUMBER.fullmatch(text), row.pieces)
            yield replace(row, pieces=tuple(kept))
        else:
            yield row


def _unled(line: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Return a row without the empty cells before the first filled."""
    return tuple(dropwhile(lambda cell: not cell[0], line))
