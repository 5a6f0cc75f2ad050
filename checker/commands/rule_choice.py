"""Which rules a path names: those of a library, or those that a set adds and changes."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rule, Rulebook
from govcheck.rulebook.rule_files import rule_files, shipped_rules

_REFERRED_TO: Final = ("forms", "lexicons", "vocabulary")
"""Folders whose files may change what shipped rules come to."""


def chosen(paths: Sequence[Path]) -> tuple[Rulebook, list[Rule]]:
    """Return the rules at these paths, with the rule book that they belong to.

    A path inside a whole library of rules names rules of that library; any other adds rules
    to the shipped ones, or changes them.
    """
    library = library_of(paths[0]) if paths else None
    if library is None:
        book = load_rulebook(extra=paths, examples=True)
        return book, [*_concerned(book, paths), *book.local]
    book = load_rulebook(library, examples=True)
    named = [_resolved(path).with_suffix("") for path in paths]
    places = {rule.id: library / rule.id for rule in book.every_rule}
    return book, [
        rule
        for rule in book.every_rule
        if any(path in (places[rule.id], *places[rule.id].parents) for path in named)
    ]


def _concerned(book: Rulebook, paths: Sequence[Path]) -> list[Rule]:
    """Return the rules that sets add or change, be it by the words that rules refer to."""
    own = [file for file in rule_files(shipped_rules(), paths) if not file.shipped]
    if paths and not any(file.folder in _REFERRED_TO for file in own):
        return [rule for rule in book.every_rule if rule.changed_in]
    shipped = (
        {rule.id: rule for rule in load_rulebook(examples=True).every_rule} if paths else {}
    )
    return [rule for rule in book.every_rule if rule != shipped.get(rule.id)]


def library_of(path: Path) -> Path | None:
    """Return the folder of the whole library of rules that a path stands in, if it does."""
    whole = _resolved(path)
    folders = (whole, *whole.parents)
    with suppress(OSError):  # a name that no disk holds: the rule book says so
        return next((one for one in folders if _is_library(one)), None)
    return None


def _is_library(folder: Path) -> bool:
    """Whether a folder is all that rules need, and not a set laid over them."""
    return (folder / "scoring.yaml").is_file() and (folder / "rule.schema.json").is_file()


def _resolved(path: Path) -> Path:
    """Return where a path leads; a link that leads to itself leads nowhere."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()
