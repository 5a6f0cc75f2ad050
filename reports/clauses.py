"""The clauses that a rule rests on in the case of one document."""

from govcheck.document.report import Document
from govcheck.rulebook.rule import Basis, Rule, Rulebook


def clauses(rule: Rule | None, document: Document, rulebook: Rulebook) -> tuple[Basis, ...]:
    """Return a rule's bases without those in editions of the form that are not in force.

    A rule that holds under several editions names them all; a document follows one.  Where
    nothing would be left, all are returned.
    """
    if rule is None:
        return ()
    others = {form.instrument for form in rulebook.forms.values()} - {document.form.instrument}
    left = tuple(basis for basis in rule.basis if basis.instrument not in others)
    return left or rule.basis
