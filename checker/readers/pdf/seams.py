"""Where the end of a page cuts a table: which cells below it go on those above.

A page may end between two rows, within a merged cell, or within a row, whose texts then stand
partly above and partly below.  What the lines show is not enough: programs close the cells at
the end of a page.  A text goes on only where its last line above had no room for more, and a
figure only where its whole row does.
"""

from collections.abc import Container, Mapping, Sequence
from enum import Enum, auto
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.pdf.lines import PrintedLine
from govcheck.readers.pdf.tables import PADDING, PrintedCell
from govcheck.readers.plain.wrapping import begins_afresh

_FIGURE: Final = late_pattern(r"[0-9.,，%/－—-]+")
_HEADS: Final = 3
"""So many heads side by side are a row of them; a label and its figure are no heads."""
_HEAD: Final = late_pattern(r"[^0-9\s（(]{1,8}")

_LONGEST_LINE: Final = 40
"""No line of a cell has more characters."""

Stretch = tuple[int, int]
"""A cell's column and width."""
Pair = tuple[PrintedCell, PrintedCell]


class _Turn(Enum):
    """What a cell below may be to the one above it."""

    BLANK = auto()
    """Both are."""
    ONE = auto()
    """Only one of them says something."""
    ON = auto()
    """The text may go on."""
    NEW = auto()


def stretch(cell: PrintedCell) -> Stretch:
    """Return a cell's place across."""
    return cell.column, cell.width


def cut_cells(
    foot: Mapping[Stretch, PrintedCell], head: Mapping[Stretch, PrintedCell]
) -> frozenset[Stretch]:
    """Return which cells the end of the page has cut in two.

    ``foot`` are the cells that reach it, ``head`` those that begin below it.
    """
    pairs = {key: (foot[key], head[key]) for key in sorted(foot.keys() & head.keys())}
    turns = {key: _turn(*pair) for key, pair in pairs.items()}
    if len(pairs) == len(foot) == len(head) and _is_torn(list(pairs.values()), turns.values()):
        return frozenset(pairs)
    heads = len(pairs) < len(head) and not any(
        is_figure(cell) for row in (foot, head) for cell in row.values()
    )
    labels = [
        key
        for key, turn in turns.items()
        if turn is _Turn.NEW and not any(map(is_figure, pairs[key]))
    ]
    begun = _label_begun(head, turns)
    return frozenset(
        key
        for key, pair in pairs.items()
        if turns[key] is not _Turn.NEW
        and not (begun and begun < key and _is_over_blank(pair))
        and not all(map(is_figure, pair))
        and (
            heads
            or max(cell.height for cell in pair) > 1
            or (turns[key] is _Turn.ONE and _leads(key, pair, labels))
        )
    )


def _label_begun(
    head: Mapping[Stretch, PrintedCell], turns: Mapping[Stretch, _Turn]
) -> Stretch | None:
    """Return the first label that is new below where figures stand; None for no row of them."""
    if not any(map(is_figure, head.values())):
        return None
    said = sorted(key for key, cell in head.items() if cell.text and not is_figure(cell))
    return next((key for key in said if turns.get(key, _Turn.NEW) is _Turn.NEW), None)


def _is_over_blank(pair: Pair) -> bool:
    """Whether words, such as a heading, stand over a cell that says nothing."""
    above, below = pair
    return bool(above.text) and not is_figure(above) and not below.text


def is_figure(cell: PrintedCell) -> bool:
    """Whether a cell holds a figure and nothing else."""
    return _FIGURE.fullmatch(cell.text) is not None


def rest_of(cell: PrintedCell, below: PrintedCell) -> str:
    """Return what the cell below adds to the text of one that is cut."""
    if _said_again(cell, below):
        return ""
    return below.text[_printed_twice(cell, below) :]


def lines_in(cell: PrintedCell, below: PrintedCell) -> tuple[PrintedLine, ...]:
    """Return the lines of a cell that is cut, with what the cell below adds."""
    rest = below.printed
    if cell.printed and rest and cell.printed[-1].text == rest[0].text:
        rest = rest[1:]
    return (*cell.printed, *rest)


def _said_again(one: PrintedCell, other: PrintedCell) -> bool:
    """Whether the label of a merged cell is printed again on the next page."""
    merged = max(one.height, other.height) > 1
    return merged and one.text == other.text and not is_figure(one)


def _printed_twice(one: PrintedCell, other: PrintedCell) -> int:
    """Return how many characters end one cell and begin the other.

    A browser that ends a page within a line of text prints the line on both pages.
    """
    if is_figure(one) or is_figure(other):
        return 0
    most = min(len(one.text), len(other.text), _LONGEST_LINE)
    return next((n for n in range(most, 0, -1) if one.text.endswith(other.text[:n])), 0)


def _turn(one: PrintedCell, other: PrintedCell) -> _Turn:
    if not (one.text and other.text):
        return _Turn.ONE if one.text or other.text else _Turn.BLANK
    merged = max(one.height, other.height) > 1
    if _said_again(one, other):
        return _Turn.ON
    if is_figure(one) != is_figure(other) or begins_afresh(other.text):
        return _Turn.NEW
    if _printed_twice(one, other):
        return _Turn.ON
    return _Turn.ON if (merged and not is_figure(one)) or not _fits(one, other) else _Turn.NEW


def _fits(one: PrintedCell, other: PrintedCell) -> bool:
    """Whether the text below would have had room in the last line above."""
    needed = one.last + other.lead
    if needed <= max(one.widest, other.widest):
        return True
    return len(one.printed) == len(other.printed) == 1 and needed + PADDING <= one.across


def _is_torn(pairs: Sequence[Pair], turns: Container[_Turn]) -> bool:
    """Whether two rows are one."""
    if _Turn.NEW in turns or all(not other.text for _, other in pairs):
        return _Turn.NEW not in turns
    if _Turn.ONE in turns:
        return True
    opened = all(one.open_below or other.open_above for one, other in pairs)
    heads = len(pairs) >= _HEADS and all(
        _HEAD.fullmatch(cell.text) for pair in pairs for cell in pair
    )
    return opened or heads


def _leads(key: Stretch, pair: Pair, labels: Sequence[Stretch]) -> bool:
    """Whether a cell stands left of labels that differ: that of a group, half of it blank."""
    return any(key < label for label in labels) and not any(map(is_figure, pair))
