"""Load the editions of the statutory form from ``forms/*.yaml``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from json import loads
from typing import Any, TypeVar

from jsonschema import Draft202012Validator

from govcheck.document.form import (
    Form,
    FormColumn,
    FormPart,
    FormRow,
    FormSum,
    FormTable,
    PartWords,
    ValueType,
)
from govcheck.rulebook.form_readings import reading_errors, readings_of
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.valid_yaml import schema_errors

_Leaf = TypeVar("_Leaf", FormRow, FormColumn)


def load_forms(root: Traversable) -> Mapping[str, Form]:
    """Return the editions in ``root/forms``, the oldest first, by id.

    Raises UnsoundFile for a file that ``form.schema.json``
    refuses or whose tables use an id twice or name an unknown part.
    """
    schema = Draft202012Validator(loads((root / "form.schema.json").read_text("utf-8")))
    files = (path for path in (root / "forms").iterdir() if path.name.endswith(".yaml"))
    forms = [_form(LocatedYaml.read(path, f"forms/{path.name}"), schema) for path in files]
    return {form.id: form for form in sorted(forms, key=lambda form: form.first_year)}


def _form(source: LocatedYaml, schema: Draft202012Validator) -> Form:
    error = next(schema_errors(source, schema), None)
    if error is not None:
        raise error
    data = source.data
    form = Form(
        id=data["id"],
        title=data["title"],
        number=data["number"],
        instrument=data["instrument"],
        first_year=data["years"]["from"],
        last_year=data["years"].get("to"),
        parts=tuple(_part(part) for part in data["parts"]),
        about=tuple(
            PartWords(part=one["part"], words=tuple(one["words"]))
            for one in data.get("about", ())
        ),
        tables={table["id"]: _table(table) for table in data["tables"]},
    )
    _require_sound(source, form)
    return form


def _require_sound(source: LocatedYaml, form: Form) -> None:
    if form.id != source.file.removeprefix("forms/").removesuffix(".yaml"):
        raise source.unsound(("id",), "id 应与文件名相同")
    parts = {part.id for part in form.parts}
    for index, told in enumerate(form.about):
        if told.part not in parts:
            raise source.unsound(("about", index, "part"), unknown(told.part, parts))
    for index, table in enumerate(source.data["tables"]):
        if table["part"] not in parts:
            raise source.unsound(("tables", index, "part"), f"没有部分 {table['part']}")
        fitted = form.tables[table["id"]]
        ids = [row.id for row in fitted.rows] + [column.id for column in fitted.columns]
        ids += [table["id"] for table in source.data["tables"]]
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice:
            raise source.unsound(("tables", index), f"id {twice} 重复")
        _require_sums(source, index, fitted)
        strange = next(reading_errors(table.get("readings", {"concepts": {}}), fitted), None)
        if strange:
            raise source.unsound(("tables", index, "readings", *strange[0]), strange[1])


def _require_sums(source: LocatedYaml, index: int, table: FormTable) -> None:
    """Refuse a sum that names a row or column which its table does not have."""
    known = {
        "rows": [row.id for row in table.rows],
        "columns": [one.id for one in table.columns],
    }
    across = {"rows": "columns", "columns": "rows"}
    for number, asked in enumerate(table.sums):
        names = {
            "lines": (asked.lines, known[asked.along]),
            "left": (asked.left, known[across[asked.along]]),
            "right": (asked.right, known[across[asked.along]]),
        }
        for key, (said, ids) in names.items():
            strange = next((name for name in said if name not in ids), None)
            if strange:
                keys = ("tables", index, "sums", number, key)
                raise source.unsound(keys, unknown(strange, ids))


def _part(data: Mapping[str, Any]) -> FormPart:
    return FormPart(
        id=data["id"],
        number=data["number"],
        title=data["title"],
        variants=tuple(data.get("variants", ())),
    )


def _table(data: Mapping[str, Any]) -> FormTable:
    return FormTable(
        id=data["id"],
        part=data["part"],
        title=data["title"],
        rows=tuple(_leaves(data["rows"], "rows", (), _row)),
        columns=tuple(_leaves(data["columns"], "columns", (), _column)),
        sums=tuple(map(_sum, data.get("sums", ()))),
        readings=readings_of(data.get("readings", {})),
        corner=data.get("corner", ""),
        titled=data.get("titled", False),
        extendable=data.get("extendable", False),
    )


def _leaves(
    entries: Iterable[Mapping[str, Any]],
    key: str,
    path: tuple[str, ...],
    build: Callable[[Mapping[str, Any], tuple[str, ...]], _Leaf],
) -> Iterator[_Leaf]:
    """Yield the rows or columns of a tree of groups, each with the path that leads to it."""
    for entry in entries:
        if "group" in entry:
            yield from _leaves(entry[key], key, (*path, entry["group"]), build)
        else:
            yield build(entry, path)


def _sum(data: Mapping[str, Any]) -> FormSum:
    return FormSum(
        id=data["id"],
        along=data["along"],
        left=tuple(data["left"]),
        right=tuple(data["right"]),
        lines=tuple(data.get("lines", ())),
        optional=data.get("optional"),
    )


def _row(data: Mapping[str, Any], path: tuple[str, ...]) -> FormRow:
    variants = tuple(data.get("variants", ()))
    return FormRow(id=data["id"], label=data["label"], variants=variants, path=path)


def _column(data: Mapping[str, Any], path: tuple[str, ...]) -> FormColumn:
    value_type = ValueType(data.get("value_type", ValueType.COUNT))
    return FormColumn(
        id=data["id"],
        label=data["label"],
        variants=tuple(data.get("variants", ())),
        path=path,
        unit=data.get("unit", None if value_type is ValueType.MONEY else "件"),
        value_type=value_type,
    )
