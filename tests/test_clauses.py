"""A finding cites what was in force for its report, binds its body, and bears on its check."""

from datetime import date

import pytest
from assessments import rulebook
from knowledge import FORMS
from msgspec.structs import replace
from submitted import document

from govcheck.document.evidence import Evidence
from govcheck.document.found import Found, Origin
from govcheck.document.place import Place
from govcheck.document.report import AgencyKind, Document
from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.clauses import clauses, relied_words
from govcheck.rulebook.force import Force
from govcheck.rulebook.rule import Basis, Role, Status

BOOK = rulebook()
FINDING = Finding(
    rule=BOOK.rules[0].id, outcome=Outcome.FAIL, severity=Severity.MINOR, message="有误"
)


def basis(instrument: str, *, edition: bool = False, **rest: object) -> Basis:
    own = Basis(
        instrument=instrument,
        clause="表四",
        citation=f"《{instrument}》表四",
        quote=None,
        status=Status.DERIVED,
        edition=edition,
    )
    return replace(own, **rest)


def cited(of: Document, *bases: Basis, finding: Finding = FINDING) -> list[str]:
    rules = (replace(BOOK.rules[0], basis=bases), *BOOK.rules[1:])
    found = clauses(finding, of, replace(BOOK, rules=rules))
    return [one.instrument for one in found]


def test_only_the_edition_in_force_is_cited() -> None:
    editions = basis("form-2019", edition=True), basis("form-2021", edition=True)
    for form in ("form-2019", "form-2021"):
        given = replace(document(), form=FORMS[form])
        assert cited(given, basis("decree-711"), *editions) == ["decree-711", form]


def test_no_edition_that_is_not_in_force_is_cited_though_there_is_no_other() -> None:
    given = replace(document(), form=FORMS["form-2019"])
    assert cited(given, basis("form-2021", edition=True)) == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-05-31", ["old"]),
        ("2025-06-01", ["new"]),
    ],
)
def test_the_day_of_publication_chooses(day: str, found: list[str]) -> None:
    given = replace(
        document(),
        published=(Found(value=date.fromisoformat(day), origin=Origin.LINE),),
    )
    old = basis("old", force=Force(last_day="2025-05-31"))
    assert cited(given, old, basis("new", force=Force(first_day="2025-06-01"))) == found


@pytest.mark.parametrize(
    ("kind", "found"),
    [(AgencyKind.DEPARTMENT, []), (AgencyKind.GOVERNMENT, ["march"]), (None, ["march"])],
)
def test_an_unknown_day_is_the_statutory_last_day(
    kind: AgencyKind | None, found: list[str]
) -> None:
    given = replace(document(), published=(), agency_kind=kind)
    year = given.year
    assert year is not None
    assert cited(given, basis("march", force=Force(first_day=f"{year + 1}-03-01"))) == found


@pytest.mark.parametrize(
    ("day", "found"), [("2022-01-20", ["old"]), ("2023-01-20", ["new"]), (None, ["new"])]
)
def test_an_unknown_year_is_the_year_before_publication_or_else_the_law_as_it_stands(
    day: str | None, found: list[str]
) -> None:
    out = (Found(value=date.fromisoformat(day), origin=Origin.LINE),) if day else ()
    given = replace(document(), fiscal_year=None, published=out)
    old = basis("old", force=Force(last_year=2021))
    assert cited(given, old, basis("new", force=Force(first_year=2022))) == found


def test_the_kind_of_body_chooses() -> None:
    towns = basis("towns", force=Force(agencies=frozenset({AgencyKind.TOWNSHIP})))
    assert cited(replace(document(), agency_kind=AgencyKind.DEPARTMENT), towns) == []
    assert cited(replace(document(), agency_kind=AgencyKind.TOWNSHIP), towns) == ["towns"]
    assert cited(replace(document(), agency_kind=None), towns) == ["towns"]


def test_the_place_chooses() -> None:
    local = basis("local", force=Force(regions=frozenset({"四川"})))
    assert cited(replace(document(), region=("云南",)), local) == []
    assert cited(replace(document(), region=("四川", "成都")), local) == ["local"]


@pytest.mark.parametrize(
    ("tables", "found"),
    [
        (("applications",), ["applications", "all"]),
        (("proactive-8", "proactive-1"), ["proactive", "all"]),
        (("applications", "proactive-1"), ["applications", "proactive", "all"]),
        ((), ["applications", "proactive", "all"]),
    ],
)
def test_the_part_chooses_where_a_finding_shows_tables(
    tables: tuple[str, ...], found: list[str]
) -> None:
    bases = (*(basis(one, part=one) for one in ("applications", "proactive")), basis("all"))
    shown = tuple(Evidence(place=Place(table=table)) for table in tables)
    assert cited(document(), *bases, finding=replace(FINDING, evidence=shown)) == found


def test_the_check_chooses() -> None:
    first, second = (
        basis("first", checks=frozenset({0})),
        basis("second", checks=frozenset({1})),
    )
    for check, found in ((0, ["first"]), (1, ["second"]), (None, ["first", "second"])):
        finding = replace(FINDING, check=check)
        assert cited(document(), first, second, finding=finding) == found


def test_what_may_be_done_comes_after_what_is_broken() -> None:
    consequence = basis("consequence", role=Role.CONSEQUENCE)
    assert cited(document(), consequence, basis("duty")) == ["duty", "consequence"]


def test_finding_without_a_rule_cites_nothing() -> None:
    assert clauses(replace(FINDING, rule="gone/away"), document(), BOOK) == ()


def test_the_words_relied_on_are_marked_once() -> None:
    quoted = basis("decree-711", quote="公开，并且公开。", relied="公开")
    assert relied_words(quoted, "【", "】") == "【公开】，并且公开。"
    assert relied_words(replace(quoted, relied=None), "【", "】") == "公开，并且公开。"
    assert relied_words(basis("decree-711"), "【", "】") == ""
