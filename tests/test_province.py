"""A province of reports: every planted exception is found across them, and none invented."""

from functools import cache

from msgspec.structs import replace
from province.province import YEAR, Province, province
from province.reports import page_of

from govcheck.checking import read
from govcheck.comparison.peers.body import body_of
from govcheck.document.bodies import Body, Entry, Roster
from govcheck.document.case import Case
from govcheck.document.report import AgencyKind
from govcheck.judging.among import BatchJudged, judge_peers, peer_terms
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
TERMS = peer_terms(BOOK)
MEASURE = TERMS.measure
assert MEASURE
SIZE = 90


@cache
def whole() -> Province:
    return province(SIZE)


@cache
def judged() -> BatchJudged:
    made = whole()
    bodies = tuple(_body_of(made, unit.name) for unit in made.in_hand())
    at = {one.name: index for index, one in enumerate(bodies)}
    entries = tuple(
        Entry(
            name=unit.name,
            kind=AgencyKind(unit.kind),
            reports_into=unit.superior,
            unpublished=unit.name in made.planted.unpublished,
            body=at.get(unit.name),
            complete=unit.kind == "government",
        )
        for unit in made.units
    )
    found = judge_peers(bodies, Roster(year=YEAR, entries=entries), BOOK)
    return replace(found, bodies=tuple(found.bodies))


def _body_of(made: Province, name: str) -> Body:
    unit = next(one for one in made.units if one.name == name)
    page = page_of(unit, YEAR, made.words[name][1], made.figures[name][1], made.days[name])
    document = read(page, name=f"{name}.html", knowledge=BOOK.knowledge)
    assert MEASURE
    assert document.agency
    assert document.agency.value == name
    return body_of(document, file=name, selection=MEASURE.selection, excused=TERMS.excused)


def _said(rule: str, outcome: Outcome) -> set[str]:
    return {
        one.told.body.name
        for one in judged().bodies
        for finding in one.findings
        if (finding.rule, finding.outcome) == (rule, outcome)
    }


def test_every_copy_is_found_and_none_invented() -> None:
    batch = judged().batch
    assert batch.copies
    names = [one.name for one in batch.bodies]
    found = {(names[one.earlier], names[one.later]) for one in batch.copies.links}
    planted = {(one, other) for one, other, _ in whole().planted.copies}
    assert found == planted
    assert _said("peers/copied-text", Outcome.OPEN) == {one for pair in planted for one in pair}


def test_every_absent_body_is_found_and_none_invented() -> None:
    planted = whole().planted
    assert _said("peers/missing-report", Outcome.FAIL) == set(planted.unpublished)
    assert _said("peers/missing-report", Outcome.OPEN) == set(planted.missing)


def test_every_wrong_sum_is_found_and_none_invented() -> None:
    made = whole()
    absent = {*made.planted.missing, *made.planted.unpublished}
    unseen = {unit.superior for unit in made.units if unit.name in absent}
    assert _said("peers/aggregation", Outcome.FAIL) == set(made.planted.sums)
    assert _said("peers/aggregation", Outcome.OPEN) == unseen


def test_a_report_of_the_province_is_sound() -> None:
    made = whole()
    for unit in made.units[:: SIZE // 9]:
        page = page_of(
            unit, YEAR, made.words[unit.name][1], made.figures[unit.name][1], "2022-01-15"
        )
        document = read(page, name="a.html", knowledge=BOOK.knowledge)
        findings = assess(Case(document=document), BOOK).findings
        assert [one.message for one in findings if one.outcome is Outcome.FAIL] == []
