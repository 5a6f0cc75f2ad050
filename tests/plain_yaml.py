"""YAML as any other program reads it, by the fast reader where there is one."""

from typing import Any

import yaml

_READER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def plain(text: str | bytes) -> Any:  # noqa: ANN401 - YAML holds anything
    return yaml.load(text, _READER)  # noqa: S506 - either is a safe one
