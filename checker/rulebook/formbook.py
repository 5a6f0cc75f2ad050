"""Load the editions of the statutory form from ``forms/*.yaml``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from json import loads
from pathlib import Path
from typing import Any, TypeVar

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
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.form_faults import form_faults, shared_years
from govcheck.rulebook.form_readings import readings_of
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.unsound_file import UnsoundFile, first_errors
from govcheck.rulebook.valid_yaml import read_valid

_Leaf = TypeVar("_Leaf", FormRow, FormColumn)


def load_forms(
    root: Path, files: Iterable[RuleFile]
) -> tuple[Mapping[str, Form], list[UnsoundFile]]:
    """Return the editions, the oldest first, by id, and what is wrong with the others.

    A set from elsewhere may bring an edition, and put one of the same name in a shipped one's
    place: to end it before the new one begins.
    """
    schema = loads((root / "form.schema.json").read_text("utf-8"))
    valid, unsound = read_valid({file.name: file for file in files}.values(), schema)
    found = {file.name: (_form(source.data), source) for file, source in valid}
    editions = {name: form for name, (form, _) in found.items()}
    for name, (form, source) in found.items():
        faults = _faults(name, form, source, editions)
        unsound += first_errors(partial(source.unsound, *one) for one in faults)
    oldest_first = sorted(editions.values(), key=lambda form: form.first_year)
    return {form.id: form for form in oldest_first}, unsound


def _faults(
    name: str, form: Form, source: LocatedYaml, editions: Mapping[str, Form]
) -> Iterator[tuple[Keys, str]]:
    if form.id != name:
        yield ("id",), f"id 应与文件名相同：{name}"
    shared = shared_years(form, editions)
    if shared:
        yield ("years",), shared
    yield from form_faults(form, source)


def _form(data: Mapping[str, Any]) -> Form:
    return Form(
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
