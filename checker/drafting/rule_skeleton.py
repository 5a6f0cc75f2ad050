"""The files that a rule of another set begins with: commented, and with places to fill in."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from msgspec import Struct

TYPES: Final = ("required", "forbidden", "deadline", "waiver")
"""What a clerk asks most: that something be said, or not said; an earlier day; a waiver."""
_FOLDERS: Final = {"deadline": "regions/"}
_RESTING_ON_A_NOTICE: Final = ("required", "forbidden")


class Wanted(Struct, frozen=True, kw_only=True):
    """The rule that is to be begun."""

    type: str
    set: str
    """Folder of the set: songxi."""
    name: str
    """File without .yaml: supervision-phone."""
    place: str
    """云岭/青禾/松溪."""
    rule: str = ""
    """Id of the rule that is waived."""


def skeletons(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Yield path within the set and content: the rule, and the notice that it rests on."""
    folder = _FOLDERS.get(wanted.type, "")
    yield f"{folder}{wanted.name}.yaml", _filled(wanted.type, wanted)
    if wanted.type in _RESTING_ON_A_NOTICE:
        yield f"instruments/{wanted.set}.yaml", _filled("instrument", wanted)


def _filled(name: str, wanted: Wanted) -> str:
    folder = files("govcheck.drafting") / "skeletons"
    text = (folder / f"{name}.yaml").read_text("utf-8")
    known = {"set": wanted.set, "name": wanted.name, "place": wanted.place, "rule": wanted.rule}
    for key, value in known.items():
        text = text.replace(f"<{key}>", value)
    return text
