"""What is wrong with an edition of the form, beyond what its schema refuses."""

from collections.abc import Iterator, Mapping

from govcheck.document.form import Form, FormTable
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.form_readings import reading_errors
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.suggestion import unknown

_Fault = tuple[Keys, str]


def form_faults(form: Form, source: LocatedYaml) -> Iterator[_Fault]:
    """Yield ids that are taken twice, and parts, rows and columns that are not there."""
    parts = {part.id for part in form.parts}
    for index, told in enumerate(form.about):
        if told.part not in parts:
            yield ("about", index, "part"), unknown(told.part, parts)
    tables = [table["id"] for table in source.data["tables"]]
    for index, table in enumerate(source.data["tables"]):
        at: Keys = ("tables", index)
        if table["part"] not in parts:
            yield (*at, "part"), unknown(table["part"], parts)
        fitted = form.tables[table["id"]]
        ids = (
            [row.id for row in fitted.rows] + [column.id for column in fitted.columns] + tables
        )
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice:
            yield at, f"id {twice} 重复"
        yield from _of_sums(fitted, at)
        for keys, reason in reading_errors(table.get("readings", {"concepts": {}}), fitted):
            yield (*at, "readings", *keys), reason


def _of_sums(table: FormTable, at: Keys) -> Iterator[_Fault]:
    """Yield the rows and columns that a sum names and its table does not have."""
    rows = [row.id for row in table.rows]
    columns = [one.id for one in table.columns]
    for number, asked in enumerate(table.sums):
        along, across = (rows, columns) if asked.along == "rows" else (columns, rows)
        said = {"lines": (asked.lines, along)} | {
            side: (getattr(asked, side), across) for side in ("left", "right")
        }
        for key, (names, ids) in said.items():
            strange = next((name for name in names if name not in ids), None)
            if strange:
                yield (*at, "sums", number, key), unknown(strange, ids)


def shared_years(form: Form, others: Mapping[str, Form]) -> str:
    """Say which edition before this one is still in force; nothing when there is none."""
    begins = (form.first_year, form.id)
    for other in others.values():
        if (other.first_year, other.id) < begins and other.in_force(form.first_year):
            return f"{form.first_year} 年度还有 {other.id}；请在它的 years 中写明 to"
    return ""
