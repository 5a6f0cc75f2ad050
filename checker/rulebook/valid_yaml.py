"""Read YAML files against a JSON Schema; what it refuses is said in Chinese, file and line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from govcheck.rulebook.conversion import unknown
from govcheck.rulebook.files import RuleFile
from govcheck.rulebook.located_yaml import LocatedYaml, UnsoundFile
from govcheck.rulebook.schema import Schema

_TYPES: Final = {
    "object": "“键: 值”",
    "array": "列表（每项以“- ”开头）",
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "true 或 false",
    "null": "空",
}


def read_valid(
    files: Iterable[RuleFile], schema: Schema
) -> tuple[list[tuple[RuleFile, LocatedYaml]], list[UnsoundFile]]:
    """Return the files that the schema accepts, and all that is wrong with the others."""
    validator = Draft202012Validator(schema)
    valid: list[tuple[RuleFile, LocatedYaml]] = []
    unsound: list[UnsoundFile] = []
    for file in files:
        try:
            source = LocatedYaml.read(file.path, file.shown)
        except UnsoundFile as error:
            unsound.append(error)
            continue
        errors = list(schema_errors(source, validator))
        unsound += errors
        if not errors:
            valid.append((file, source))
    return valid, unsound


def schema_errors(
    source: LocatedYaml, validator: Draft202012Validator
) -> Iterator[UnsoundFile]:
    """Yield everything that the schema refuses, in the order of the lines."""
    errors = [_deepest(error) for error in validator.iter_errors(source.data)]
    located = {(source.line(_keys(error)), _reason(error)) for error in errors}
    for line, reason in sorted(located):
        yield UnsoundFile(source.file, line, reason)


def _deepest(error: ValidationError) -> ValidationError:
    """Return the branch of an anyOf that the data came nearest to."""
    if error.validator not in {"anyOf", "oneOf"} or not error.context:
        return error
    return best_match(iter(error.context)) or error


def _keys(error: ValidationError) -> tuple[str | int, ...]:
    keys = tuple(error.absolute_path)
    return (*keys, _surplus(error)[0]) if error.validator == "additionalProperties" else keys


def _surplus(error: ValidationError) -> list[str]:
    known, instance = _known(error), cast(Mapping[str, Any], error.instance)
    return [key for key in instance if key not in known]


def _known(error: ValidationError) -> Mapping[str, Any]:
    """Return the properties that the schema of a mapping has."""
    known: Mapping[str, Any] = cast(Schema, error.schema).get("properties", {})
    return known


def _reason(error: ValidationError) -> str:
    path = error.absolute_path
    where = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path)
    return f"{where.lstrip('.')}：{_what(error)}" if where else _what(error)


def _what(error: ValidationError) -> str:  # noqa: C901 - one line for every keyword
    expected: Any = error.validator_value
    instance: Any = error.instance
    match error.validator:
        case "additionalProperties":
            keys = [unknown(key, _known(error)) for key in _surplus(error)]
            return "；".join(f"不认识的键：{key}" for key in keys)
        case "required":
            reason = f"缺少 {'、'.join(key for key in expected if key not in instance)}"
        case "enum":
            reason = unknown(str(instance), [str(value) for value in expected])
        case "const":
            reason = f"应为“{str(expected).lower()}”"
        case "type":
            types = [expected] if isinstance(expected, str) else expected
            reason = f"应为{'或'.join(_TYPES[name] for name in types)}"
        case "pattern":
            reason = f"“{instance}”的写法不对，应符合 {expected}"
        case "minLength" | "minItems" | "minProperties":
            reason = f"太短，至少 {expected}"
        case "maxItems" | "maxLength":
            reason = f"太长，至多 {expected}"
        case "minimum" | "maximum":
            reason = f"{instance} 超出范围（{expected}）"
        case "uniqueItems":
            reason = "有重复的项"
        case _:
            reason = error.message
    return reason
