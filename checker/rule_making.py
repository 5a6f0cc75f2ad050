"""Make a rule of what its file says, and find out whether what it refers to exists."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from string import Formatter
from typing import Any

from govcheck.assessment import Outcome, Severity
from govcheck.conversion import Conversion, Keys, Vocabulary, safe_pattern, unknown
from govcheck.document import AgencyKind
from govcheck.form import Form
from govcheck.kinds import KINDS
from govcheck.lawbook import Instrument, weakest
from govcheck.located_yaml import LocatedYaml, UnsoundFile
from govcheck.parameters import (
    ColumnId,
    FormId,
    Lexicon,
    LineId,
    PartId,
    PassageName,
    RowId,
    TableId,
)
from govcheck.rule import Basis, CheckUse, Example, Points, Rule, Scope, ScoringPolicy, Status
from govcheck.rule_files import RuleFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What rules refer to."""

    instruments: Mapping[str, Instrument]
    lexicons: Mapping[str, Lexicon]
    forms: Mapping[str, Form]
    policy: ScoringPolicy
    points: Mapping[Severity, Points]
    """By severity, for a rule that says none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A rule's data, and for each of its keys the file that it comes from."""

    id: str
    data: dict[str, Any]
    origin: dict[str, tuple[LocatedYaml, RuleFile]]

    def line(self, keys: Keys) -> int:
        """Return the line of what stands under ``keys`` in its file."""
        return self.origin[str(keys[0])][0].line(keys)

    def unsound(self, keys: Keys, reason: str) -> UnsoundFile:
        """Build the error for what stands under ``keys``."""
        return self.origin[str(keys[0])][0].unsound(keys, reason)


def make_rule(draft: Draft, library: Library, unsound: list[UnsoundFile]) -> Rule | None:
    """Return the rule, or None after adding to ``unsound`` all that is wrong with it."""
    errors = [*_references(draft, library), *_examples_missing(draft, library)]
    conversion = Conversion(_vocabulary(library, shipped=draft.origin["checks"][1].shipped))
    checks = [_check(data, index, conversion) for index, data in _items(draft, "checks")]
    errors += [draft.unsound(at, reason) for at, reason in conversion.misfits]
    if errors:
        unsound += errors
        return None
    data, severity = draft.data, Severity(draft.data["severity"])
    return Rule(
        id=draft.id,
        title=data["title"],
        dimension=data["dimension"],
        severity=severity,
        points=_points(data["points"]) if "points" in data else library.points[severity],
        basis=tuple(_basis(entry, library) for entry in data["basis"]),
        scope=_scope(data.get("applies_to", {})),
        checks=tuple(check for check in checks if check is not None),
        remedy=data["remedy"],
        examples=tuple(
            example for index, _ in _items(draft, "examples") for example in _examples(draft, index)
        ),
        file=draft.origin["checks"][1].shown,
    )


def _items(draft: Draft, key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return enumerate(draft.data[key])


# ---------------------------------------------------------------- soundness


def _references(draft: Draft, library: Library) -> Iterator[UnsoundFile]:
    dimensions = [dimension.id for dimension in library.policy.dimensions]
    if draft.data["dimension"] not in dimensions:
        yield draft.unsound(("dimension",), unknown(draft.data["dimension"], dimensions))
    for index, entry in _items(draft, "basis"):
        yield from _basis_errors(draft, ("basis", index), entry, library)
    for index, check in _items(draft, "checks"):
        offered = KINDS[check["kind"]].MESSAGE_FIELDS
        for _, asked, _, _ in Formatter().parse(check["message"]):
            if asked is not None and asked not in offered:
                yield draft.unsound(("checks", index, "message"), unknown(asked, offered))


def _basis_errors(
    draft: Draft, at: Keys, entry: Mapping[str, str], library: Library
) -> Iterator[UnsoundFile]:
    instrument = library.instruments.get(entry["instrument"])
    if instrument is None:
        reason = unknown(entry["instrument"], library.instruments)
        yield draft.unsound((*at, "instrument"), reason)
        return
    clause = instrument.clause(entry["clause"])
    if clause is None:
        reason = f"{instrument.id} {unknown(entry['clause'], instrument.clauses)}"
        yield draft.unsound((*at, "clause"), reason)
    elif "quote" in entry and clause.status != Status.VERBATIM:
        reason = f"{clause.name}没有逐字见过（{clause.status}），不能引用原文；请删去 quote"
        yield draft.unsound((*at, "quote"), reason)
    elif "quote" in entry and not instrument.holds(clause, entry["quote"]):
        reason = f"引文不见于{instrument.citation(clause.name)}：{clause.text[:60]}"
        yield draft.unsound((*at, "quote"), reason)


def _examples_missing(draft: Draft, library: Library) -> Iterator[UnsoundFile]:
    """Find example outcomes that are missing or impossible, and tables that are not."""
    shown = {example["outcome"] for example in draft.data["examples"]}
    never = set(draft.data.get("never", ()))
    for outcome in ("pass", "fail"):
        if outcome not in shown | never:
            reason = (
                f"缺少 outcome: {outcome} 的示例；如不可能有此结果，请写 never: [{outcome}]"
            )
            yield draft.unsound(("examples",), reason)
    for index, example in _items(draft, "examples"):
        at: Keys = ("examples", index)
        if example["outcome"] in never:
            reason = f"never 说不会有 {example['outcome']}"
            yield draft.unsound((*at, "outcome"), reason)
        conversion = Conversion(_vocabulary(library, shipped=True))
        _name_tables(conversion, example["document"], (*at, "document"))
        yield from (draft.unsound(keys, reason) for keys, reason in conversion.misfits)


def _name_tables(conversion: Conversion, document: Mapping[str, Any], at: Keys) -> None:
    """Hold the parts, tables, rows and columns that an example names against the forms."""
    conversion.build(Mapping[PartId, Any], document.get("parts", {}), (*at, "parts"))
    tables = document.get("tables", {})
    conversion.build(Mapping[TableId, Any], tables, (*at, "tables"))
    for table, rows in tables.items():
        names = conversion.vocabulary.tables.get(table, {})
        inner = Conversion(Vocabulary(names=names))
        inner.misfits = conversion.misfits
        inner.build(Mapping[RowId, Mapping[ColumnId, Any]], rows or {}, (*at, "tables", table))
    if "previous" in document:
        _name_tables(conversion, document["previous"], (*at, "previous"))


def _vocabulary(library: Library, *, shipped: bool) -> Vocabulary:
    forms = library.forms.values()
    parts = {part.id for form in forms for part in form.parts}
    tables: dict[str, dict[Any, set[str]]] = {}
    for table in (table for form in forms for table in form.tables.values()):
        known = tables.setdefault(table.id, {RowId: set(), ColumnId: set(), LineId: set()})
        known[RowId] |= {row.id for row in table.rows}
        known[ColumnId] |= {column.id for column in table.columns}
        known[LineId] |= known[RowId] | known[ColumnId]
    return Vocabulary(
        names={
            PartId: parts,
            PassageName: parts | {"introduction", "body", "furniture"},
            TableId: tables,
            FormId: library.forms,
            RowId: {name for known in tables.values() for name in known[RowId]},
            ColumnId: {name for known in tables.values() for name in known[ColumnId]},
            LineId: {name for known in tables.values() for name in known[LineId]},
        },
        tables=tables,
        lexicons=library.lexicons,
        pattern=re.compile if shipped else safe_pattern,
    )


# ---------------------------------------------------------------- data to types


def _check(data: Mapping[str, Any], index: int, conversion: Conversion) -> CheckUse | None:
    ours = {"kind", "message", "severity", "remedy", "applies_to"}
    parameters = {key: value for key, value in data.items() if key not in ours}
    check = conversion.build(KINDS[data["kind"]], parameters, ("checks", index))
    if check is None:
        return None
    return CheckUse(
        check=check,
        message=data["message"],
        scope=_scope(data.get("applies_to", {})),
        severity=Severity(data["severity"]) if "severity" in data else None,
        remedy=data.get("remedy"),
    )


def _basis(entry: Mapping[str, str], library: Library) -> Basis:
    instrument = library.instruments[entry["instrument"]]
    clause = instrument.clause(entry["clause"])
    own = clause.status if clause else Status.MEMORY
    return Basis(
        instrument=instrument.id,
        clause=entry["clause"],
        citation=instrument.citation(entry["clause"]),
        quote=entry.get("quote"),
        status=weakest([own, Status(entry.get("status", own))]),
    )


def _points(data: Mapping[str, Any]) -> Points:
    return Points(each=Decimal(data["each"]), cap=Decimal(data["cap"]))


def _scope(data: Mapping[str, Any]) -> Scope:
    years = data.get("years", {})
    return Scope(
        first_year=years.get("from"),
        last_year=years.get("to"),
        agencies=frozenset(AgencyKind(kind) for kind in data.get("agencies", AgencyKind)),
        regions=frozenset(data.get("regions", ())),
        published=data.get("published", False),
    )


def _examples(draft: Draft, index: int) -> Iterator[Example]:
    """Yield an example, or one for each of its sentences: that is then the overview's text."""
    data = draft.data["examples"][index]
    document = data["document"]
    given = [(data["name"], document, ("examples", index))] if "each" not in data else []
    for number, sentence in enumerate(data.get("each", ())):
        parts = {**document.get("parts", {}), "overview": sentence}
        at = ("examples", index, "each", number)
        given.append((f"{data['name']}：{sentence}", {**document, "parts": parts}, at))
    for name, described, at in given:
        yield Example(
            name=name,
            outcome=Outcome(data["outcome"]),
            document=described,
            message=data.get("message"),
            file=draft.origin["examples"][1].shown,
            line=draft.line(at),
        )
