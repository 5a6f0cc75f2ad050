"""Say where the unit of money in a printed table is not the form's."""

from collections.abc import Iterator

from govcheck.document.form import ValueType
from govcheck.document.table import Deviation, DeviationKind
from govcheck.understanding.tables.form_fit import Fit, place_in
from govcheck.understanding.tables.labels import is_cut


def wrong_units(fit: Fit) -> Iterator[Deviation]:
    """Yield the units of money that headings print and the form does not."""
    for column in fit.table.columns:
        for columns in fit.columns:
            unit = columns.units.get(column.id)
            if unit and column.unit and unit != column.unit:
                yield Deviation(
                    kind=DeviationKind.UNIT,
                    expected=column.unit,
                    printed=unit,
                    place=place_in(fit, column=column.id),
                )


def units_left_out(fit: Fit) -> Iterator[Deviation]:
    """Miss the unit of money where neither heading, cell nor surroundings print it."""
    for column in fit.table.columns:
        if column.value_type is not ValueType.MONEY or not column.unit:
            continue
        if any(column.id in columns.units for columns in fit.columns) or _is_cut_short(fit):
            continue
        cells = [cell for (_, name), cell in fit.cells.items() if name == column.id]
        around = [line.zone.context for line in fit.rows.values()]
        around += [label for line in fit.rows.values() for label in line.labels]
        if not any(
            column.unit in text for text in (*around, *(cell.written for cell in cells))
        ):
            yield Deviation(
                kind=DeviationKind.UNIT,
                expected=column.unit,
                printed="未注明",
                place=place_in(fit, column=column.id),
            )


def _is_cut_short(fit: Fit) -> bool:
    """Whether a page shows but the beginning of a heading: the unit may stand behind."""
    zones = {id(line.zone): line.zone for line in fit.rows.values()}
    stacks = (stack for zone in zones.values() for stack in zone.heads.values())
    return any(is_cut(text) for stack in stacks for text in stack)
