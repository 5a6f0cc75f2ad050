"""A finding cites the edition of the form that its document must follow."""

from assessments import rulebook
from knowledge import FORMS
from msgspec.structs import replace
from submitted import document

from govcheck.reports.clauses import clauses
from govcheck.rulebook.rule import Basis, Rule, Status


def basis(instrument: str) -> Basis:
    return Basis(
        instrument=instrument,
        clause="表四",
        citation=f"《{instrument}》表四",
        quote=None,
        status=Status.DERIVED,
    )


def rule(*instruments: str) -> Rule:
    return replace(rulebook().rules[0], basis=tuple(map(basis, instruments)))


def cited(of: Rule, form: str) -> list[str]:
    given = replace(document(), form=FORMS[form])
    return [one.instrument for one in clauses(of, given, rulebook())]


def test_only_the_edition_in_force_is_cited() -> None:
    both = rule("decree-711", "form-2019", "form-2021")
    assert cited(both, "form-2021") == ["decree-711", "form-2021"]
    assert cited(both, "form-2019") == ["decree-711", "form-2019"]


def test_rule_that_knows_one_edition_keeps_it() -> None:
    assert cited(rule("form-2021"), "form-2019") == ["form-2021"]


def test_finding_without_a_rule_cites_nothing() -> None:
    assert clauses(None, document(), rulebook()) == ()
