"""Read YAML files against a JSON Schema; what it refuses is said in Chinese, file and line."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, Final, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from govcheck.rulebook.accepted import Accepted
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.schema import Schema
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unfilled import unfilled
from govcheck.rulebook.unsound_file import UnsoundFile, first_errors, shortened
from govcheck.rulebook.validator import validator_of
from govcheck.rulebook.written_form import in_words, unknown_key

_Refusal = tuple[ValidationError, Keys]
"""What is refused, and the way to the datum."""
_LOCATED: Final = 200
"""More errors than that are told in the order in which they are found."""
_TYPES: Final = {
    "object": "“键: 值”",
    "array": "列表（每项以“- ”开头）",
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "true 或 false",
    "null": "空",
}

_EXPLAINED: Final = {"failure_title": "failure_title（不符合时的标题，如“未写明联系方式”）"}
"""Keys whose name does not tell a clerk what to write."""
_COUNTED: Final = {"Length": "字", "Items": "项", "Properties": "个键"}


def read_valid(
    files: Iterable[RuleFile], schema: Schema
) -> tuple[list[tuple[RuleFile, LocatedYaml]], list[UnsoundFile]]:
    """Return the files that the schema accepts, and all that is wrong with the others."""
    validator, accepted = validator_of(schema), Accepted(schema)
    valid: list[tuple[RuleFile, LocatedYaml]] = []
    unsound: list[UnsoundFile] = []
    for file in files:
        source = accepted.get(file)
        if source is None:
            source, errors = _read(file, validator)
            unsound += errors
        if source is not None:
            accepted.keep(file, source)
            valid.append((file, source))
    return valid, unsound


def _read(
    file: RuleFile, validator: Draft202012Validator
) -> tuple[LocatedYaml | None, list[UnsoundFile]]:
    """Return what the file holds, unless there is anything wrong with it."""
    if not file.shipped and (left := list(unfilled(file.content, file.shown))):
        return None, left
    try:
        source = LocatedYaml.parse(file.content, file.shown)
    except UnsoundFile as error:
        return None, [error]
    errors = list(schema_errors(source, validator))
    return (None if errors else source), errors


def schema_errors(
    source: LocatedYaml, validator: Draft202012Validator
) -> Iterator[UnsoundFile]:
    """Yield the first things that the schema refuses, by line, and a count of the rest."""
    found = [
        one for error in validator.iter_errors(source.data) for one in _each(_deepest(error))
    ]
    if len(found) <= _LOCATED:
        found = _in_order(source, found)
    yield from first_errors(partial(_unsound, source, *one) for one in found)


def _unsound(source: LocatedYaml, error: ValidationError, keys: Keys) -> UnsoundFile:
    return source.unsound(keys, _reason(error, keys))


def _in_order(source: LocatedYaml, found: Iterable[_Refusal]) -> list[_Refusal]:
    """Sort by line and reason, each once."""
    placed = {(source.line(one[1]), _reason(*one)): one for one in found}
    return [placed[key] for key in sorted(placed)]


def _each(error: ValidationError) -> Iterator[_Refusal]:
    """Yield an error with the way to what is wrong; one for each key that is not known."""
    at = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = _known(error)
        instance = cast(Mapping[str, Any], error.instance)
        yield from ((error, (*at, key)) for key in instance if key not in known)
    else:
        yield error, at


def _deepest(error: ValidationError) -> ValidationError:
    """Return the branch of an anyOf that the data came nearest to: one for data of its type."""
    if error.validator not in {"anyOf", "oneOf"} or not error.context:
        return error
    strange = {one.schema_path[0] for one in error.context if _is_of_another_type(one)}
    near = [one for one in error.context if one.schema_path[0] not in strange]
    if not near:
        return best_match(iter(error.context)) or error
    return _deepest(best_match(iter(near), key=_nearness) or error)


def _is_of_another_type(error: ValidationError) -> bool:
    return error.validator == "type" and not error.path


def _nearness(error: ValidationError) -> tuple[int, bool]:
    """Prefer what is wrong at the top, and what tells more than that no branch fits."""
    return -len(error.path), error.validator not in {"anyOf", "oneOf"}


def _known(error: ValidationError) -> Mapping[str, Any]:
    """Return the properties that the schema of a mapping has."""
    known: Mapping[str, Any] = cast(Schema, error.schema).get("properties", {})
    return known


def _reason(error: ValidationError, keys: Keys) -> str:
    path = error.absolute_path
    where = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path)
    what = _what(error, keys)
    return f"{where.lstrip('.')}：{what}" if where else what


def _what(error: ValidationError, keys: Keys) -> str:  # noqa: C901 - one line for every keyword
    expected: Any = error.validator_value
    instance: Any = error.instance
    match error.validator:
        case "additionalProperties":
            reason = f"不认识的键：{unknown_key(str(keys[-1]), _known(error))}"
        case "required" | "dependentRequired":
            asked = expected if isinstance(expected, list) else chain(*expected.values())
            missing = (key for key in asked if key not in instance)
            reason = f"缺少 {'、'.join(_EXPLAINED.get(key, key) for key in missing)}"
        case "enum":
            reason = unknown(shortened(instance), [str(value) for value in expected])
        case "const":
            reason = f"应为“{str(expected).lower()}”"
        case "type":
            types = [expected] if isinstance(expected, str) else expected
            reason = f"应为{'或'.join(_TYPES[name] for name in types)}"
        case "pattern":
            reason = f"“{shortened(instance)}”的写法不对，应{in_words(expected)}"
        case "minLength" | "minItems" | "minProperties" as limit:
            reason = f"太短，至少 {expected} {_COUNTED[limit[3:]]}"
        case "maxItems" | "maxLength" as limit:
            reason = f"太长，至多 {expected} {_COUNTED[limit[3:]]}"
        case "minimum" | "maximum" as limit:
            bound = "不小于" if limit == "minimum" else "不大于"
            reason = f"{shortened(instance)} 超出范围，应{bound} {expected}"
        case "oneOf" if not error.context:
            keys_of = (key for branch in expected for key in branch.get("required", ()))
            reason = f"只能写其中一个：{'、'.join(keys_of)}"
        case "uniqueItems":
            reason = "有重复的项"
        case _:
            reason = error.message
    return reason
