"""Places of vocabulary files, laid over each other: provinces, prefectures, counties."""

from collections.abc import Mapping
from typing import Any

from govcheck.document.vocabulary import Prefecture, Province

Tree = dict[str, Any]
"""``{云南: {hosts: [yn], prefectures: {昆明市: {hosts: [km], counties: [五华区]}}}}``"""


def laid_over(known: Tree, more: Mapping[str, Any]) -> Tree:
    """Return what is known and what is more: lists and mappings go on, each thing once."""
    whole = dict(known)
    for key, value in more.items():
        had = known.get(key)
        if isinstance(had, list):
            whole[key] = [*dict.fromkeys([*had, *value])]
        elif isinstance(had, dict):
            whole[key] = laid_over(had, value)
        else:
            whole[key] = value
    return whole


def places_of(tree: Mapping[str, Any]) -> tuple[Province, ...]:
    """Return the provinces that a tree describes."""
    return tuple(_province(name, said) for name, said in tree.items())


def _province(name: str, said: Mapping[str, Any]) -> Province:
    return Province(
        name=name,
        hosts=tuple(said.get("hosts", ())),
        prefectures=tuple(
            _prefecture(one, inner) for one, inner in said.get("prefectures", {}).items()
        ),
    )


def _prefecture(name: str, said: Mapping[str, Any]) -> Prefecture:
    hosts, counties = said.get("hosts", ()), said.get("counties", ())
    return Prefecture(name=name, hosts=tuple(hosts), counties=tuple(counties))
