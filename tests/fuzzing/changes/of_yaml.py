"""Changes to rule files and ledgers: to the data, which still loads, and to the text."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from fuzzing.changes.of_bytes import damaged
from fuzzing.changes.of_text import changed
from fuzzing.changes.words import YAML

_TEXTS = (
    *("", " ", "x", "0", "2024", "2025-13-01", "2025-03-01", "9" * 60, "\ud800", "\u202e"),
    *(
        "()",
        "(年)?",
        "(\\d+)?年",
        "(?:(公开)|开)",
        "第(.)?条",
        "^$",
        "公*",
        "(?i)x",
        "[",
        "\\d",
    ),
    *("(\\d{4})年", "(x)|(\\S)", "{line}", "{", "}", "{x!r:>9999}", "accept", "waive"),
    *("overview", "body", "total", "applications", "年"),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 3, 10**30, 1.5, [], {}, [[]], [1, "x", None], {"x": 1}),
    *(["overview", "overview"], {"from": 2030, "to": 2019}),
    *_TEXTS,
)


def changed_yaml(rng: Random, content: bytes, other: bytes) -> bytes:
    """Change a file's data, its text or both."""
    text = content.decode("utf-8", "replace")
    if rng.random() < 0.65:
        text = _changed_data(rng, text, other.decode())
    if rng.random() < 0.4:
        text = changed(rng, text, other.decode(), YAML)
    made = text.encode("utf-8", "surrogatepass")
    return damaged(rng, made) if rng.random() < 0.05 else made


def _changed_data(rng: Random, text: str, other: str) -> str:
    data = _scalars_as_written(text)
    lent = [value for _, _, value in _slots(_scalars_as_written(other))]
    for _ in range(rng.choice((1, 1, 2, 4))):
        slots = [*_slots(data)]
        if not slots:
            break
        holder, key, value = rng.choice(slots)
        match rng.randrange(7):
            case 0 | 1:
                holder[key] = deepcopy(rng.choice(_VALUES))
            case 2 | 3:
                holder[key] = deepcopy(rng.choice(lent or [None]))
            case 4:
                del holder[key]
            case 5 if isinstance(value, str):
                holder[key] = changed(rng, value, rng.choice(_TEXTS), _TEXTS)
            case _ if isinstance(holder, dict):
                holder[rng.choice(("x", *map(str, holder)))] = deepcopy(value)
            case _:
                holder.insert(key, deepcopy(value))
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)


def _scalars_as_written(text: str) -> Any:  # noqa: ANN401 - YAML holds anything
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes texts of all scalars


class _Plain(yaml.SafeDumper):
    """Writes no anchors, and texts without quotation marks wherever it may."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _slots(data: Any) -> Iterator[tuple[Any, Any, Any]]:  # noqa: ANN401 - YAML holds anything
    """Yield every collection with its keys and values."""
    items = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in [*items]:
        yield data, key, value
        yield from _slots(value)


_Plain.yaml_implicit_resolvers = {}
