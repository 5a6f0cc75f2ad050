"""Rules as their files lay them over each other.

A file that says ``overrides: format/sections`` replaces the keys that it names of that rule
and keeps the rest.  Where it says ``applies_to`` of its own, that is a version of the rule for
these documents alone: all others are judged by the rule as it was.  A version is laid over the
last one that holds wherever it does: a county's over its prefecture's, never over that of
another county.  Where it says none, every version is changed.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from govcheck.document.vocabulary import Vocabulary
from govcheck.rulebook.draft import Draft
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.scopes import contains, scope_of
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile

_Versions = dict[str, list[Draft]]
"""By id: first the rule, then its versions for some documents, in the order given."""


def laid_over(
    files: Iterable[tuple[RuleFile, LocatedYaml]],
    vocabulary: Vocabulary,
    unsound: list[UnsoundFile],
) -> list[Draft]:
    """Return every rule and every version; add to ``unsound`` what has no rule to change."""
    versions: _Versions = {}
    for file, source in files:
        try:
            _lay(versions, file, source, vocabulary)
        except UnsoundFile as error:
            unsound.append(error)
    return [draft for own in versions.values() for draft in own]


def _lay(
    versions: _Versions, file: RuleFile, source: LocatedYaml, vocabulary: Vocabulary
) -> None:
    data: dict[str, Any] = dict(source.data)
    overridden = data.pop("overrides", None)
    if overridden is None:
        versions[file.id] = [_new(versions, file, source, data)]
        return
    own = versions.get(overridden)
    if own is None:
        raise source.unsound(("overrides",), f"要替换的规则：{unknown(overridden, versions)}")
    if "applies_to" in data:
        base = _nearest(own, data, vocabulary)
        data["applies_to"] = base.data.get("applies_to", {}) | data["applies_to"]
        own.append(replace(_changed(base, file, source, data), local=True))
    else:
        own[:] = [_changed(one, file, source, data) for one in own]


def _new(
    versions: _Versions, file: RuleFile, source: LocatedYaml, data: dict[str, Any]
) -> Draft:
    if data["id"] != file.id:
        raise source.unsound(("id",), f"id 应为“目录/文件名”：{file.id}")
    if file.id in versions:
        raise source.unsound(
            ("id",), f"已有规则 {file.id}；要修改它，请把 id 一行换成 overrides: {file.id}"
        )
    return Draft(id=file.id, data=data, origin=dict.fromkeys(data, (source, file)), file=file)


def _nearest(own: Sequence[Draft], data: dict[str, Any], vocabulary: Vocabulary) -> Draft:
    """Return the last version that holds wherever the new one does; else the rule itself."""
    new = scope_of(data["applies_to"], vocabulary)
    scopes = ((one, scope_of(one.data.get("applies_to", {}), vocabulary)) for one in own[::-1])
    return next((one for one, scope in scopes if contains(scope, new)), own[0])


def _changed(base: Draft, file: RuleFile, source: LocatedYaml, data: dict[str, Any]) -> Draft:
    origin = base.origin | dict.fromkeys(data, (source, file))
    return replace(base, data=base.data | data, origin=origin, file=file)
