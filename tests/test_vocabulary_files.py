"""What the project's own rules write: short patterns, with names that stand for something."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plain_yaml import plain

import govcheck
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule_files import rule_files, shipped_rules

LONGEST = 120
SAID = {"message", "remedy", "doubt", "reason"}
"""Parameters that are words for the reader."""
DATA = {file.id: plain(file.content) for file in rule_files(shipped_rules())}


def _texts(data: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401 - any YAML
    if isinstance(data, dict):
        for name, item in data.items():
            yield from _texts(item, name)
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item, key)
    elif isinstance(data, str) and key not in SAID:
        yield data


PATTERNS = {
    name: list(_texts([data.get("checks", []), data.get("patterns", {})]))
    for name, data in DATA.items()
}
"""By file: what the checks of a rule and the patterns of a vocabulary file write."""


def test_no_pattern_is_long() -> None:
    assert sum(map(len, PATTERNS.values())) > 500
    assert [
        (name, text)
        for name, texts in PATTERNS.items()
        for text in texts
        if len(text) > LONGEST
    ] == []


def test_every_name_is_used() -> None:
    """By a rule, by another pattern, of the same file without the file's name, or by code."""
    used = {
        name if "." in name else f"{file.partition('/')[2]}.{name}"
        for file, texts in PATTERNS.items()
        for name in re.findall(r"\{([a-z][\w.]*)\}", "\n".join(texts))
    }
    top = Path(govcheck.__path__[0])
    code = "\n".join(path.read_text("utf-8") for path in top.rglob("*.py"))
    spelled = set(re.findall(r'"([a-z]+\.[a-z_]+)"', code))
    begun = set(re.findall(r'f"([a-z]+)\.\{', code))
    idle = set(load_rulebook().vocabulary.named) - used - spelled
    assert [name for name in sorted(idle) if not _is_put_together(name, begun, code)] == []


def _is_put_together(name: str, begun: set[str], code: str) -> bool:
    """Whether code names a file of the vocabulary and, elsewhere, what stands in it."""
    file, _, own = name.partition(".")
    return file in begun and f'"{own}"' in code


def test_no_pattern_is_written_twice() -> None:
    """Two names for one thing: one of them is named by the other, or by all."""
    written = Counter(
        text
        for name, data in DATA.items()
        if name.startswith("vocabulary/")
        for text in (
            *data.get("patterns", {}).values(),
            *map(str, data.get("words", {}).values()),
        )
    )
    assert [text for text, times in written.items() if times > 1] == []
