"""Load the closed word lists from ``lexicons/*.yaml``."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from json import loads
from pathlib import Path
from typing import Any

from govcheck.parameters import Entry, Lexicon
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.unsound_file import UnsoundFile, first_errors
from govcheck.rulebook.valid_yaml import read_valid


def load_lexicons(
    root: Path, files: Iterable[RuleFile]
) -> tuple[Mapping[str, Lexicon], list[UnsoundFile]]:
    """Return the word lists among the files by id, and what is wrong with the others."""
    schema = loads((root / "lexicon.schema.json").read_text("utf-8"))
    valid, unsound = read_valid(files, schema)
    unsound += [error for file, source in valid for error in _errors(source, file)]
    return {file.name: _lexicon(source.data) for file, source in valid}, unsound


def _errors(source: LocatedYaml, file: RuleFile) -> Iterator[UnsoundFile]:
    return first_errors(partial(source.unsound, *one) for one in _unsound(source, file))


def _unsound(source: LocatedYaml, file: RuleFile) -> Iterator[tuple[Keys, str]]:
    if source.data["id"] != file.name:
        yield ("id",), f"id 应与文件名相同：{file.name}"
    seen: set[str] = set()
    for index, entry in enumerate(map(_entry, source.data["entries"])):
        at: Keys = ("entries", index)
        if entry.text in seen:
            yield at, f"“{entry.text}”重复"
        seen.add(entry.text)
        if entry.unless and not file.shipped:
            yield at, "自带的词表不能使用 unless；请改用规则的正则表达式"


def _lexicon(data: Mapping[str, Any]) -> Lexicon:
    return Lexicon(
        id=data["id"],
        title=data["title"],
        entries=tuple(map(_entry, data["entries"])),
    )


def _entry(data: str | Mapping[str, str]) -> Entry:
    return Entry(text=data) if isinstance(data, str) else Entry(**data)
