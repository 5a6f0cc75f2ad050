"""Read what a table of the form counts of each thing that prose tells of."""

from collections.abc import Iterator, Mapping
from typing import Any

from govcheck.document.form import FormTable
from govcheck.document.reading import Reading, Readings
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.suggestion import unknown
from govcheck.understanding.prose.concept_ids import CONCEPTS


def readings_of(data: Mapping[str, Any]) -> Readings:
    """Return a table's readings, each with the rows and columns that all of them share."""
    return Readings(
        concepts={
            concept: tuple(_reading(one, data) for one in said)
            for concept, said in data.get("concepts", {}).items()
        },
        scopes={words: tuple(columns) for words, columns in data.get("scopes", {}).items()},
        perhaps={words: tuple(columns) for words, columns in data.get("perhaps", {}).items()},
    )


def _reading(said: Mapping[str, Any], shared: Mapping[str, Any]) -> Reading:
    return Reading(
        name=said["name"],
        rows=tuple(said.get("rows", shared.get("rows", ()))),
        less=tuple(said.get("less", ())),
        columns=tuple(said.get("columns", shared.get("columns", ()))),
        parts=tuple(shared.get("parts", ())),
        loose=said.get("loose", False),
        asked=said.get("asked", False),
        unit=said.get("unit", "件"),
        worth=said.get("worth", 1),
    )


def reading_errors(data: Mapping[str, Any], table: FormTable) -> Iterator[tuple[Keys, str]]:
    """Yield what names a row, a column or a concept that there is not, and where."""
    known = {
        "rows": [row.id for row in table.rows],
        "columns": [column.id for column in table.columns],
    }
    known["parts"], known["less"] = known["columns"], known["rows"]
    yield from _strange(data, known, ())
    for key in ("scopes", "perhaps"):
        for words, columns in data.get(key, {}).items():
            yield from _strange({"columns": columns}, known, (key, words))
    for concept, said in data["concepts"].items():
        if concept not in CONCEPTS:
            yield ("concepts", concept), unknown(concept, CONCEPTS)
        for index, one in enumerate(said):
            yield from _strange(one, known, ("concepts", concept, index))


def _strange(
    said: Mapping[str, Any], known: Mapping[str, list[str]], at: Keys
) -> Iterator[tuple[Keys, str]]:
    for key, ids in known.items():
        for name in said.get(key, ()):
            if name not in ids:
                yield (*at, key), unknown(name, ids)
