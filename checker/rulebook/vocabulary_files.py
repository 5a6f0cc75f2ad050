"""Load the named words and patterns from ``vocabulary/*.yaml``.

A file has ``words`` (name → list) and ``patterns`` (name → regular expression, which may use
the names of any file); rules write them ``{file.name}``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.files import RuleFile
from govcheck.rulebook.located_yaml import LocatedYaml, UnsoundFile
from govcheck.rulebook.pattern_names import expanded
from govcheck.rulebook.schema import Schema
from govcheck.rulebook.unsound_file import first_errors
from govcheck.rulebook.valid_yaml import read_valid

_NAMES: Final = {"pattern": "^[a-z][a-z0-9_]*$"}
_WORD: Final = {"type": "string", "minLength": 1}
_SCHEMA: Final[Schema] = {
    "type": "object",
    "required": ["id", "title"],
    "additionalProperties": False,
    "properties": {
        "id": _WORD,
        "title": _WORD,
        "words": {
            "type": "object",
            "propertyNames": _NAMES,
            "additionalProperties": {"type": "array", "minItems": 1, "items": _WORD},
        },
        "patterns": {
            "type": "object",
            "propertyNames": _NAMES,
            "additionalProperties": _WORD,
        },
    },
}
_Source = tuple[LocatedYaml, Keys, str]


def load_vocabulary(files: Iterable[RuleFile]) -> tuple[Mapping[str, str], list[UnsoundFile]]:
    """Return the patterns that names stand for, and all that is wrong with the files."""
    valid, unsound = read_valid(files, _SCHEMA)
    named: dict[str, str] = {}
    waiting: dict[str, _Source] = {}
    for file, source in valid:
        if source.data["id"] != file.name:
            unsound.append(source.unsound(("id",), f"id 应与文件名相同：{file.name}"))
        for name, words in source.data.get("words", {}).items():
            named[f"{file.name}.{name}"] = any_word(words)
        for name, pattern in source.data.get("patterns", {}).items():
            waiting[f"{file.name}.{name}"] = (source, ("patterns", name), pattern)
    _resolve(named, waiting)
    for source, at, pattern in waiting.values():
        unsound += first_errors([partial(source.unsound, at, _fault(pattern, named))])
    return named, unsound


def any_word(words: Iterable[str]) -> str:
    """Return the pattern that finds any of these words, of two that begin alike the longer."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _resolve(named: dict[str, str], waiting: dict[str, _Source]) -> None:
    """Move to ``named`` what can be resolved; what is left waiting is wrong."""
    while found := dict(_resolvable(named, waiting)):
        named |= found
        for name in found:
            del waiting[name]


def _resolvable(
    named: Mapping[str, str], waiting: Mapping[str, _Source]
) -> Iterator[tuple[str, str]]:
    for name, (_, _, pattern) in waiting.items():
        try:
            whole = expanded(pattern, named)
            groups = re.compile(whole).groups
        except (ValueError, re.error):
            continue
        if not groups:
            yield name, whole


def _fault(pattern: str, named: Mapping[str, Any]) -> str:
    """Say why a pattern cannot be used."""
    try:
        groups = re.compile(expanded(pattern, named)).groups
    except (ValueError, re.error) as error:
        return f"正则表达式不可用：{error}"
    return f"有名称的模式不能有捕获组（{groups} 个）；请写 (?:……)"
