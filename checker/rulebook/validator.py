"""The validator of a JSON Schema, without the ways that jsonschema goes in vain."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, reduce
from typing import Any, Final, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from govcheck.rulebook.schema import Schema


def validator_of(schema: Schema) -> Draft202012Validator:
    """Return a validator of a schema that goes no way in vain: half of the reading is here."""

    @cache
    def defined(name: str) -> Schema:
        return reduce(dict[str, Any].__getitem__, name.split("/")[1:], schema)

    def refer(
        validator: Draft202012Validator, name: str, instance: object, _: Schema
    ) -> Iterator[ValidationError]:
        """Apply ``$ref``; jsonschema alone looks a definition up anew for every datum."""
        yield from validator.descend(instance, defined(name))

    keywords = {"allOf": _all_of_its_kind, "$ref": refer}
    made: Draft202012Validator = extend(Draft202012Validator, keywords)(schema)  # type: ignore[no-untyped-call]
    return made


def _all_of_its_kind(
    validator: Draft202012Validator, ways: Sequence[Schema], instance: object, schema: Schema
) -> Iterator[ValidationError]:
    """Apply ``allOf`` without what is said of checks of other kinds: of sixty, one is asked."""
    if isinstance(instance, Mapping):
        kind = cast(Mapping[str, Any], instance).get("kind")
        ways = [way for way in ways if _kind_of(way) in (None, kind)]
    yield from _ALL_OF(validator, ways, instance, schema)


def _kind_of(way: Schema) -> str | None:
    """Return the kind of check that a condition asks for, if it asks for one and no more."""
    condition = way.get("if", {})
    asked = condition.get("required") == ["kind"]
    return str(condition["properties"]["kind"]["const"]) if asked else None


_ALL_OF: Final = Draft202012Validator.VALIDATORS["allOf"]
