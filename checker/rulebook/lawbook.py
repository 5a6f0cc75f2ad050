"""The instruments that rules rest on, read from ``rules/instruments/``."""

from collections.abc import Iterable, Mapping, Sequence
from json import loads
from pathlib import Path
from typing import Any

from govcheck.errors import ManyUnusable
from govcheck.rulebook.force import UNKNOWN, force_of
from govcheck.rulebook.instrument import Clause, Instrument, Judged, Unseen
from govcheck.rulebook.rule import Status
from govcheck.rulebook.rule_files import RuleFile, rule_files, shipped_rules
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.rulebook.valid_yaml import read_valid


def load_lawbook(extra: Sequence[Path] = ()) -> Mapping[str, Instrument]:
    """Return the shipped instruments and those of other rule sets, by id.

    Raises ManyUnusable: every :class:`~govcheck.rulebook.unsound_file.UnsoundFile`.
    """
    files = rule_files(shipped_rules(), extra)
    own = [file for file in files if file.folder == "instruments"]
    instruments, unsound = load_instruments(shipped_rules(), own)
    if unsound:
        raise ManyUnusable("法规库有误", unsound)
    return instruments


def load_instruments(
    root: Path, files: Iterable[RuleFile]
) -> tuple[Mapping[str, Instrument], list[UnsoundFile]]:
    """Return the instruments among the files by id, and what is wrong with the others."""
    schema = loads((root / "instrument.schema.json").read_text("utf-8"))
    valid, unsound = read_valid(files, schema)
    unsound += [
        source.unsound(("id",), f"id 应与文件名相同：{file.name}")
        for file, source in valid
        if source.data["id"] != file.name
    ]
    return {file.name: _instrument(source.data) for file, source in valid}, unsound


def _instrument(data: Mapping[str, Any]) -> Instrument:
    days = data.get("in_force", {})
    return Instrument(
        id=data["id"],
        title=data["title"],
        number=data.get("number", ""),
        issued=data.get("issued", ""),
        in_force=(days.get("from", UNKNOWN), days.get("to", "")),
        superseded_by=data.get("superseded_by", ""),
        pattern=data["citation"],
        source=data["source"],
        clauses={name: _clause(name, clause, data) for name, clause in data["clauses"].items()},
        unseen=tuple(
            Unseen(what=entry["what"], way_out=entry["way_out"])
            for entry in data.get("unseen", ())
        ),
        rank=data.get("rank", 9),
        coverage=tuple(data.get("coverage", ("",))),
    )


def _clause(name: str, data: Any, instrument: Mapping[str, Any]) -> Clause:  # noqa: ANN401
    """Build a clause; a mere text takes what the instrument says of all its clauses."""
    own: Mapping[str, Any] = data if isinstance(data, dict) else {"text": data}
    return Clause(
        name=name,
        text=own.get("text", ""),
        status=Status(own.get("status", instrument["status"])),
        judged=Judged(own.get("judged", Judged.NONE)),
        why=own.get("why", ""),
        force=force_of({**instrument, **own}),
    )
