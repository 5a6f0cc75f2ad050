"""The sums that the rules ask of a document's tables."""

from collections.abc import Sequence

from govcheck.document.report import Document
from govcheck.judging.applicability import exclusion
from govcheck.kinds.figures.identity import TableIdentity
from govcheck.rulebook.rule import Rule
from govcheck.sums.balance import Balance, Line
from govcheck.sums.term import Term

TableSum = tuple[TableIdentity, Line]


def table_sums(document: Document, rules: Sequence[Rule], table: str) -> list[TableSum]:
    """Return the identities of a table that its figures decide, each once."""
    found: dict[tuple[Term, ...], TableSum] = {}
    for rule in rules:
        for use in rule.checks:
            check = use.check
            if not isinstance(check, TableIdentity) or check.table != table:
                continue
            if exclusion(rule.scope, document) or exclusion(use.scope, document):
                continue
            for line in check.lines_of(document.tables[table]):
                if line.terms and line.balance is not Balance.UNDECIDED:
                    found.setdefault(line.terms, (check, line))
    return list(found.values())
