"""The clauses that a rule rests on, looked up in the instruments.

A basis names an instrument, or with ``form: in-force`` whichever edition of the form is in
force for the report: then each edition whose instrument has the clause is cited for the
reports that must follow it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.draft import Draft, Library
from govcheck.rulebook.force import Force, citing
from govcheck.rulebook.instrument import Clause, Instrument, folded, weakest
from govcheck.rulebook.rule import Basis, Role, Status
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unsound_file import UnsoundFile

BasisEntry = Mapping[str, Any]
"""A basis as the YAML has it."""


def bases_of(draft: Draft, library: Library) -> tuple[Basis, ...]:
    """Return the bases of a sound rule; one of the form in force, for every edition."""
    whole = draft.origin["checks"] is draft.origin["basis"]
    return tuple(
        _basis(entry, instrument, library, whole=whole)
        for _, entry in draft.items("basis")
        for instrument in _instruments(entry, library)
    )


def basis_errors(draft: Draft, library: Library) -> Iterator[UnsoundFile]:
    """Yield what is wrong with the bases of a rule."""
    parts = [part.id for form in library.forms.values() for part in form.parts]
    for index, entry in draft.items("basis"):
        at: Keys = ("basis", index)
        found = _instruments(entry, library)
        if entry.get("part", parts[0]) not in parts:
            yield draft.unsound((*at, "part"), unknown(entry["part"], parts))
        if not found:
            yield _strange(draft, at, entry, library)
        for instrument in found:
            yield from _clause_errors(draft, at, entry, instrument)


def _instruments(entry: BasisEntry, library: Library) -> list[Instrument]:
    """Return the instruments that a basis speaks of."""
    if "instrument" in entry:
        named = library.instruments.get(entry["instrument"])
        return [named] if named else []
    editions = (library.instruments.get(form.instrument) for form in library.forms.values())
    return [one for one in editions if one and one.clause(entry["clause"])]


def _strange(draft: Draft, at: Keys, entry: BasisEntry, library: Library) -> UnsoundFile:
    """Say which instrument, or which clause of the form, there is not."""
    if "instrument" in entry:
        reason = unknown(entry["instrument"], library.instruments)
        return draft.unsound((*at, "instrument"), reason)
    known = {
        clause
        for form in library.forms.values()
        if form.instrument in library.instruments
        for clause in library.instruments[form.instrument].clauses
    }
    return draft.unsound((*at, "clause"), f"各版格式{unknown(entry['clause'], known)}")


def _clause_errors(
    draft: Draft, at: Keys, entry: BasisEntry, instrument: Instrument
) -> Iterator[UnsoundFile]:
    clause = instrument.clause(entry["clause"])
    if clause is None:
        reason = f"{instrument.id} {unknown(entry['clause'], instrument.clauses)}"
        yield draft.unsound((*at, "clause"), reason)
    elif "quote" in entry and clause.status != Status.VERBATIM:
        reason = f"{clause.name}没有逐字见过（{clause.status}），不能引用原文；请删去 quote"
        yield draft.unsound((*at, "quote"), reason)
    elif "quote" in entry and not instrument.holds(clause, entry["quote"]):
        known = f"{instrument.citation(clause.name)}：{clause.text[:60]}"
        yield draft.unsound((*at, "quote"), f"引文不是条文中完整的一句或几句，见{known}")
    elif "relied" in entry and entry["relied"] not in entry.get("quote", ""):
        reason = "所依据的文字（relied）须是引文（quote）中的原文"
        yield draft.unsound((*at, "relied"), reason)
    elif "relied" in entry and folded(entry["relied"]) not in folded(clause.text):
        reason = f"所依据的文字（relied）不见于{instrument.citation(clause.name)}"
        yield draft.unsound((*at, "relied"), reason)
    elif _force(entry, clause).is_empty:
        cited = instrument.citation(clause.name)
        reason = f"{cited}在所说的年度、日期或机关都没有效力，永远不会引用"
        yield draft.unsound(at, reason)
    own = draft.origin["checks"] is draft.origin["basis"]
    if own and max(entry.get("checks", [0])) > len(draft.data["checks"]):
        yield draft.unsound((*at, "checks"), f"本规则只有 {len(draft.data['checks'])} 项检查")


def _basis(
    entry: BasisEntry, instrument: Instrument, library: Library, *, whole: bool
) -> Basis:
    """Build a basis; where another set gave the checks, it carries all of them."""
    clause = instrument.clause(entry["clause"])
    own = clause.status if clause else Status.MEMORY
    return Basis(
        instrument=instrument.id,
        clause=entry["clause"],
        citation=instrument.citation(entry["clause"]),
        quote=entry.get("quote"),
        status=weakest([own, Status(entry.get("status", own))]),
        text=instrument.whole(clause.name) if clause and own is Status.VERBATIM else "",
        relied=entry.get("relied"),
        role=Role(entry.get("role", Role.DUTY)),
        force=_force(entry, clause),
        edition=any(form.instrument == instrument.id for form in library.forms.values()),
        part=entry.get("part"),
        checks=frozenset(number - 1 for number in entry.get("checks", ()) if whole),
    )


def _force(entry: BasisEntry, clause: Clause | None) -> Force:
    """Return when and for whom a basis is cited: where its clause is in force."""
    own = clause.force if clause else Force()
    return own.narrowed(citing(entry.get("applies_to", {})))
