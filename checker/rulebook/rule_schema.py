"""The JSON Schema of a rule file: a shape written by hand, with every kind's parameters.

``python -m govcheck.rulebook.rule_schema`` prints it, to be kept as ``rules/rule.schema.json``.
"""

import json
from pathlib import Path
from typing import Any, Final

from govcheck.kinds.registry import KINDS
from govcheck.rulebook.pattern_schema import PATTERN_SCHEMAS
from govcheck.rulebook.rule_files import shipped_rules
from govcheck.rulebook.schema import Schema, struct_schema

_CHECK: Final[Schema] = {
    "message": {"$ref": "#/$defs/message"},
    "severity": {"$ref": "#/$defs/severity"},
    "failure_title": {"$ref": "#/$defs/failure_title"},
    "remedy": {"$ref": "#/$defs/remedy"},
    "applies_to": {"$ref": "#/$defs/applies_to"},
    "open_for": {"$ref": "#/$defs/open_for"},
    "follows": {"$ref": "#/$defs/follows"},
}
"""What every check has beside its kind's parameters."""


def rule_schema(root: Path) -> Schema:
    """Return the schema in ``root/rule.schema.json`` with the kinds as the code has them."""
    schema: dict[str, Any] = json.loads((root / "rule.schema.json").read_text("utf-8"))
    schema["$defs"]["check"] = {
        "type": "object",
        "required": ["kind", "message"],
        "properties": {"kind": {"enum": sorted(KINDS)}},
        "allOf": [
            {
                "if": {"required": ["kind"], "properties": {"kind": {"const": kind}}},
                "then": {"$ref": f"#/$defs/kinds/{kind}"},
            }
            for kind in sorted(KINDS)
        ],
    }
    schema["$defs"] |= PATTERN_SCHEMAS
    schema["$defs"]["kinds"] = {
        name: struct_schema(KINDS[name], also={"kind": {"const": name}, **_CHECK})
        for name in sorted(KINDS)
    }
    return schema


def as_json(schema: Schema) -> str:
    """Write a schema as the project keeps it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    print(as_json(rule_schema(shipped_rules())), end="")  # noqa: T201 - its purpose
