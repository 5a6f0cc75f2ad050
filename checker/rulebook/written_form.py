"""What the patterns of the schemas ask for, for who does not read patterns."""

from collections.abc import Collection
from typing import Final

from govcheck.rulebook.suggestion import unknown

_WRITTEN: Final = {
    r"^\d{4}(-\d{2}){0,2}$": "写年-月-日，如 2025-01-03",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "用小写字母、数字和连字符，如 songxi",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "用小写字母、数字和连字符，如 songxi",
    r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$": "写规则集/文件名，如 songxi/old-names",
    r"^[^/\s]{2,8}(/[^/\s]{2,8}){0,2}$": "写省、市、县，如 云南/昆明/官渡",
    r"\{clause\}": "写有 {clause}，条文的序号填在那里",
}
_FOLDERS: Final = {"notices": "regions/", "clauses": "instruments/"}
"""Keys of files that are no rules, and where such files belong."""


def unknown_key(key: str, known: Collection[str]) -> str:
    """Say that a key is not known here, and where a file that has it belongs."""
    folder = _FOLDERS.get(key)
    return f"“{key}”不写在规则里；文件应放进 {folder}" if folder else unknown(key, known)


def in_words(pattern: str) -> str:
    """Say how a value must be written; a pattern that has no words is shown as it is."""
    return _WRITTEN.get(pattern, f"符合 {pattern}")
