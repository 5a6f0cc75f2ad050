"""The instruments that rules rest on: which clauses they have, and how each is known.

An instrument's file lists its smallest clauses; what stands above them is put together:
``第五十条第一款`` is its own opening words and all its items.  Texts are kept with full-width
punctuation; a quotation is compared without regard to the width of its punctuation, in which
copies of one text differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from json import loads
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from govcheck.errors import ManyUnusable
from govcheck.rulebook.located_yaml import UnsoundFile
from govcheck.rulebook.rule import Status
from govcheck.rulebook.rule_files import RuleFile, rule_files, shipped_rules
from govcheck.rulebook.valid_yaml import read_valid


class Judged(StrEnum):
    """Who can tell whether a document meets a clause."""

    MACHINE = "machine"
    PART = "part"
    """A machine in part; ``why`` says what is left to a person."""
    PERSON = "person"
    NONE = "none"
    """It asks nothing of an annual report."""


class Clause(Struct, frozen=True, kw_only=True):
    """A clause, and how it is known; ``text`` is empty where it has not been seen."""

    name: str
    text: str
    status: Status
    judged: Judged
    why: str


class Unseen(Struct, frozen=True, kw_only=True):
    """What of an instrument has not been seen, and what to do when it is."""

    what: str
    way_out: str


class Instrument(Struct, frozen=True, kw_only=True):
    """A law, a regulation, a notice, a standard, or plain practice."""

    id: str
    title: str
    number: str
    issued: str
    effective: str
    superseded_by: str
    pattern: str
    """How a clause is cited: 《…》{clause}."""
    source: str
    """How its text is known."""
    clauses: Mapping[str, Clause]
    unseen: tuple[Unseen, ...]
    rank: int = 9
    """In what order coverage goes through the instruments, the first first."""
    coverage: tuple[str, ...] = ("",)
    """What the clauses begin with that coverage goes through one by one."""

    def clause(self, name: str) -> Clause | None:
        """Return a clause; what has clauses below it has their words as well."""
        own = self.clauses.get(name)
        if own is None and not _stands_above(name, self.clauses):
            return None
        parts = [
            clause
            for key, clause in self.clauses.items()
            if key.startswith(name) and (own is None or clause.status == own.status)
        ]
        return Clause(
            name=name,
            text="".join(part.text for part in parts),
            status=weakest(part.status for part in parts),
            judged=own.judged if own else Judged.PART,
            why=own.why if own else "",
        )

    def leaves(self, name: str) -> tuple[Clause, ...]:
        """Return the listed clauses that a rule speaks of when it cites this one."""
        if name in self.clauses:
            return (self.clauses[name],)
        return tuple(clause for key, clause in self.clauses.items() if key.startswith(name))

    def citation(self, clause: str) -> str:
        """Return how a finding cites a clause."""
        return self.pattern.replace("{clause}", clause)

    def holds(self, clause: Clause, quote: str) -> bool:
        """Whether the words stand in a clause that is known word for word."""
        return clause.status == Status.VERBATIM and folded(quote) in folded(clause.text)


def weakest(statuses: Iterable[Status]) -> Status:
    """Return the status that is known least well."""
    return max(statuses, key=list(Status).index)


_WIDTHS: Final = str.maketrans(",;:?!()", "，；：？！（）")


def folded(text: str) -> str:
    """Return a text without white space, its punctuation in full width."""
    return "".join(text.split()).translate(_WIDTHS)


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
    return Instrument(
        id=data["id"],
        title=data["title"],
        number=data.get("number", ""),
        issued=data.get("issued", ""),
        effective=data.get("effective", ""),
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
    )


def _stands_above(name: str, clauses: Iterable[str]) -> bool:
    """Whether clauses below it are listed: 第五十条 stands above 第五十条第一款."""
    below = (key[len(name) :] for key in clauses if key.startswith(name) and key != name)
    return name != "" and any(rest.startswith(("第", "（", "前段", "后段")) for rest in below)
