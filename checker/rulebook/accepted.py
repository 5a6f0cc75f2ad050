"""What a schema has accepted of the shipped files: in one process they are not read again.

Most of the reading of a rule book is YAML and the holding against a schema, and whoever lays
one set of rules after another over the shipped ones would pay for these each time.
"""

from hashlib import sha256
from json import dumps
from typing import Final

from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.schema import Schema

_ACCEPTED: Final[dict[bytes, LocatedYaml]] = {}
"""By the hash of a schema, and of a file's content and what errors call it."""


class Accepted:
    """The files that a schema has accepted: of those of users, without end, none is kept."""

    def __init__(self, schema: Schema) -> None:
        self._schema = sha256(dumps(schema).encode())

    def get(self, file: RuleFile) -> LocatedYaml | None:
        """Return what a file holds, if it has been accepted as it is."""
        return _ACCEPTED.get(self._mark(file)) if file.shipped else None

    def keep(self, file: RuleFile, source: LocatedYaml) -> None:
        """Keep what a file holds; nobody may change it."""
        if file.shipped:
            _ACCEPTED[self._mark(file)] = source

    def _mark(self, file: RuleFile) -> bytes:
        mark = self._schema.copy()
        mark.update(f"{file.shown}\0".encode() + file.content)
        return mark.digest()
