"""A rule on its way from YAML: its data, whence each key comes, and what it may refer to."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct

from govcheck.document.form import Form
from govcheck.document.vocabulary import Vocabulary
from govcheck.kinds.remark import Severity
from govcheck.parameters import (
    ColumnId,
    ConceptGroup,
    ConceptId,
    FormatName,
    FormId,
    Lexicon,
    LineId,
    PartId,
    PassageName,
    RowId,
    SumId,
    TableId,
)
from govcheck.readers.raw import FORMAT_NAMES
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.instrument import Instrument
from govcheck.rulebook.located_yaml import LocatedYaml
from govcheck.rulebook.references import References
from govcheck.rulebook.rule import Points
from govcheck.rulebook.rule_files import RuleFile
from govcheck.rulebook.scoring_policy import ScoringPolicy
from govcheck.rulebook.unsound_file import UnsoundFile
from govcheck.understanding.prose.concept_ids import CONCEPTS, concept_groups


class Library(Struct, frozen=True, kw_only=True):
    """What rules refer to."""

    instruments: Mapping[str, Instrument]
    forms: Mapping[str, Form]
    vocabulary: Vocabulary
    references: References
    """All names that the forms and word lists give."""
    policy: ScoringPolicy
    points: Mapping[Severity, Points]
    """By severity, for a rule that says none."""


class Draft(Struct, frozen=True, kw_only=True):
    """A rule's data, and for each of its keys the file that it comes from."""

    id: str
    data: dict[str, Any]
    origin: dict[str, tuple[LocatedYaml, RuleFile]]
    file: RuleFile
    """The file that was laid over it last."""
    local: bool = False
    """A version of the rule for some documents; for all others the rule itself stands."""

    def line(self, keys: Keys) -> int:
        """Return the line of what stands under ``keys`` in its file."""
        return self.origin[str(keys[0])][0].line(keys)

    def unsound(self, keys: Keys, reason: str) -> UnsoundFile:
        """Build the error for what stands under ``keys``."""
        return self.origin[str(keys[0])][0].unsound(keys, reason)

    def items(self, key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Yield the entries under a key with their index."""
        return enumerate(self.data[key])


def references(
    forms: Collection[Form], lexicons: Mapping[str, Lexicon], named: Mapping[str, str]
) -> References:
    """Return all names that the forms, word lists and named patterns give."""
    parts = {part.id for form in forms for part in form.parts}
    tables: dict[str, dict[Any, set[str]]] = {}
    for table in (table for form in forms for table in form.tables.values()):
        known = tables.setdefault(
            table.id, {RowId: set(), ColumnId: set(), LineId: set(), SumId: set()}
        )
        known[RowId] |= {row.id for row in table.rows}
        known[ColumnId] |= {column.id for column in table.columns}
        known[LineId] |= known[RowId] | known[ColumnId]
        known[SumId] |= {one.id for one in table.sums}
    return References(
        names={
            PartId: parts,
            PassageName: parts | {"introduction", "body", "furniture"},
            TableId: tables,
            FormId: {form.id for form in forms},
            RowId: {name for known in tables.values() for name in known[RowId]},
            ColumnId: {name for known in tables.values() for name in known[ColumnId]},
            LineId: {name for known in tables.values() for name in known[LineId]},
            ConceptId: CONCEPTS,
            ConceptGroup: concept_groups(),
            FormatName: FORMAT_NAMES,
            SumId: {name for known in tables.values() for name in known[SumId]},
        },
        tables=tables,
        lexicons=lexicons,
        named=named,
    )
