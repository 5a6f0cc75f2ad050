"""The clauses that a finding prints: the duties broken, and apart what may be done about it."""

from govcheck.document.report import Document
from govcheck.judging.assessment import Finding
from govcheck.judging.bearing import bearing
from govcheck.rulebook.rule import Basis, Role, Rulebook


def clauses(finding: Finding, document: Document, rulebook: Rulebook) -> tuple[Basis, ...]:
    """Return the clauses in force for the report that bind its body, duties first."""
    rule = rulebook.rule(finding.rule)
    found = bearing(rule, document, finding.check) if rule else ()
    return tuple(sorted(found, key=lambda basis: list(Role).index(basis.role)))


def relied_words(basis: Basis, left: str, right: str) -> str:
    """Return the quotation with what the rule relies on between two marks; "" without one."""
    if basis.quote is None or basis.relied is None:
        return basis.quote or ""
    return basis.quote.replace(basis.relied, f"{left}{basis.relied}{right}", 1)
