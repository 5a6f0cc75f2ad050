"""What the patterns of the schemas ask for, for who does not read patterns."""

from typing import Final

_WRITTEN: Final = {
    r"^\d{4}(-\d{2}){0,2}$": "写年-月-日，如 2025-01-03",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "用小写字母、数字和连字符，如 songxi",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "用小写字母、数字和连字符，如 songxi",
    r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$": "写规则集/文件名，如 songxi/old-names",
    r"^[^/\s]{2,8}(/[^/\s]{2,8}){0,2}$": "写省、市、县，如 云南/昆明/官渡",
    r"\{clause\}": "写有 {clause}，条文的序号填在那里",
}


def in_words(pattern: str) -> str:
    """Say how a value must be written; a pattern that has no words is shown as it is."""
    return _WRITTEN.get(pattern, f"符合 {pattern}")
