"""The rules that documents are judged by: the shipped ones, with sets from elsewhere laid over.

Only a rule book that is sound through and through is loaded.  A rule file is sound when it
matches ``rule.schema.json`` and its references hold: its id is its folder and file, its quote
stands in the instrument, its rows and columns stand in the form, its patterns compile, and its
messages ask only for what their kinds offer.
"""

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

import govcheck.rules
from govcheck.rule import Rulebook
from govcheck.rule_files import digest, rule_files


def shipped_rules() -> Path:
    """Return the folder of the rules installed with govcheck."""
    return Path(govcheck.rules.__path__[0])


def load_rulebook(
    root: Traversable | None = None, extra: Sequence[Path] = (), *, examples: bool = False
) -> Rulebook:
    """Load the rules in ``root`` (by default the shipped ones) and those of ``extra``.

    Raises an ExceptionGroup of every :class:`~govcheck.located_yaml.UnsoundFile`.
    """
    top = root or shipped_rules()
    files = rule_files(top, extra)
    from govcheck.rule_reading import read_rulebook  # noqa: PLC0415 - YAML, JSON Schema

    return read_rulebook(top, files, digest(files))
