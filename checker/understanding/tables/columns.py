"""Find out which columns of the form the columns of a printed table are."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from govcheck.document.form import FormTable
from govcheck.late_pattern import late_pattern
from govcheck.understanding.tables.cell_words import money_unit
from govcheck.understanding.tables.known_labels import KnownLabels, vocabulary
from govcheck.understanding.tables.labels import closest, key
from govcheck.understanding.tables.printed_rows import Zone

_NO_LETTER = late_pattern(r"\W+")
_FEW = 3
"""Headings that name only so manieth part of the columns say nothing of their order."""


class Columns(Struct, frozen=True, kw_only=True):
    """What the columns of one zone are."""

    ids: Mapping[int, str]
    """Column of the grid to column id; where it spans several, each of them."""
    units: Mapping[str, str] = field(default_factory=dict[str, str])
    """Column id to the unit of money that its heading prints."""
    renamed: Mapping[str, str] = field(default_factory=dict[str, str])
    """Column id to the heading that stands in its place."""
    extra: tuple[str, ...] = ()
    """Headings of columns that the form does not know."""
    named: bool = False
    """Headings say what the columns are; else only their position does."""
    moved: bool = False
    """The headings of groups stand over other columns than their own: no figure is read."""


def fit_columns(
    zone: Zone,
    *,
    labels: Sequence[str],
    printed: Sequence[int],
    table: FormTable,
    taken: frozenset[str],
) -> Columns:
    """Fit the columns ``printed`` (of the grid) of a zone.

    ``labels`` are the row's own, where they take the place of headings; ``taken`` are the
    columns that are already found elsewhere.  By label first, those under a group's heading
    before those that but the text around may tell apart; a heading with a slip is found by
    what it is like; the others by position, if the table has as many columns as the form.
    """
    words = vocabulary(table)
    stacks = {column: (*labels, *zone.heads.get(column, ())) for column in printed}
    ids: dict[int, str] = {}
    for column in sorted(printed, key=lambda column: not _grouped(stacks[column], words)):
        found = _known(stacks[column], zone, words, taken | set(ids.values()))
        if found:
            ids[column] = found
    named = bool(ids)
    renamed = _slips(zone, printed, ids, words, taken)
    by_position = _by_position(printed, ids, table)
    if by_position:
        headings = {column: _heading(zone, column) for column in printed}
        if all(headings.values()):
            renamed |= {
                by_position[column]: headings[column] for column in printed if column not in ids
            }
        ids = dict(by_position)
    return Columns(
        ids={column: ids[column] for column in printed if column in ids},
        units=_units(ids, stacks),
        renamed=renamed,
        extra=_extra(zone, printed, ids),
        named=named,
    )


def _slips(
    zone: Zone,
    printed: Sequence[int],
    ids: dict[int, str],
    words: KnownLabels,
    taken: frozenset[str],
) -> dict[str, str]:
    """Add to ``ids`` the columns whose headings have slips; return these by column id."""
    renamed: dict[str, str] = {}
    for column in printed:
        heading = _heading(zone, column)
        slip = _slip(heading, words, {*ids.values(), *taken}) if column not in ids else None
        if slip:
            ids[column] = slip
            renamed[slip] = heading
    return renamed


def _extra(zone: Zone, printed: Sequence[int], ids: Mapping[int, str]) -> tuple[str, ...]:
    """Return the headings that the form does not know, each once."""
    headings = (_heading(zone, column) for column in printed if column not in ids)
    return tuple(dict.fromkeys(heading for heading in headings if heading))


def _heading(zone: Zone, column: int) -> str:
    stack = zone.heads.get(column)
    return stack[-1] if stack else ""


def _known(
    stack: Sequence[str], zone: Zone, words: KnownLabels, taken: AbstractSet[str]
) -> str | None:
    """Return the column that a stack of headings names; its groups tell like from like."""
    ids = next((ids for text in reversed(stack) if (ids := words.columns.get(key(text)))), ())
    if len(ids) == 1:
        return ids[0]
    over = _grouped(stack, words)
    free = [name for name in ids if name not in taken and over <= {*words.column_groups[name]}]
    if not free:
        return None
    around = _NO_LETTER.sub("", zone.context)
    return max(free, key=lambda name: _nearness(words.column_groups[name], over, around))


def _grouped(stack: Sequence[str], words: KnownLabels) -> set[str]:
    """Return the keys of the groups' headings in a stack."""
    return {key(text) for text in stack} & words.groups


def _nearness(groups: Sequence[str], over: set[str], around: str) -> tuple[int, int]:
    within = sum(1 for group in groups if group in over)
    return within, sum(1 for group in groups if group in around)


def _slip(heading: str, words: KnownLabels, taken: AbstractSet[str]) -> str | None:
    free = tuple(label for label, ids in words.columns.items() if not taken >= set(ids))
    close = closest(key(heading), free) if heading else None
    if close is None or key(heading) in words.columns:
        return None
    return next(name for name in words.columns[close] if name not in taken)


def _by_position(
    printed: Sequence[int], ids: Mapping[int, str], table: FormTable
) -> Mapping[int, str] | None:
    """Return what the columns are by position, unless enough are known otherwise."""
    if len(ids) == len(printed) or len(printed) != len(table.columns):
        return None
    expected = {column: known.id for column, known in zip(printed, table.columns, strict=True)}
    agreed = all(expected[column] == name for column, name in ids.items())
    return expected if agreed or len(ids) * _FEW <= len(printed) else None


def _units(ids: Mapping[int, str], stacks: Mapping[int, Sequence[str]]) -> dict[str, str]:
    units: dict[str, str] = {}
    for column, name in ids.items():
        unit = next(filter(None, map(money_unit, reversed(stacks[column]))), "")
        if unit:
            units[name] = unit
    return units
