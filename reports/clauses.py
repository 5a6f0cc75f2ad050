"""The clauses that a finding prints: the duties broken, and apart what may be done about it."""

from govcheck.document.report import Document
from govcheck.judging.assessment import Finding
from govcheck.judging.bearing import bearing
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Basis, Role, Rulebook


def clauses(finding: Finding, document: Document, rulebook: Rulebook) -> tuple[Basis, ...]:
    """Return the clauses in force for the report that bind its body, duties first.

    Nothing follows from what is open: it has no consequences.  A finding that shows tables is
    held by the clauses of their parts, not of other parts.
    """
    found = rule_clauses(finding.rule, document, rulebook, check=finding.check)
    shown = {one.place.table for one in finding.evidence if one.place.table}
    parts = {table.part for table in document.form.tables.values() if table.id in shown}
    if parts:
        found = tuple(basis for basis in found if basis.part is None or basis.part in parts)
    if finding.effect is Outcome.FAIL:
        return found
    return tuple(basis for basis in found if basis.role is Role.DUTY)


def rule_clauses(
    rule_id: str, document: Document, rulebook: Rulebook, *, check: int | None = None
) -> tuple[Basis, ...]:
    """Return the same of a whole rule, or of one of its checks."""
    rule = rulebook.rule(rule_id)
    found = bearing(rule, document, check) if rule else ()
    return tuple(sorted(found, key=lambda basis: list(Role).index(basis.role)))


def relied_words(basis: Basis, left: str, right: str) -> str:
    """Return the quotation with what the rule relies on between two marks; "" without one."""
    if basis.quote is None or basis.relied is None:
        return basis.quote or ""
    return basis.quote.replace(basis.relied, f"{left}{basis.relied}{right}", 1)
