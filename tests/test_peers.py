"""Reports of many bodies held against each other: what is planted is found, nothing else."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from province.wording import Wording, with_words_changed

from govcheck.comparison.peers.aggregation import aggregate
from govcheck.comparison.peers.copies import copies
from govcheck.comparison.peers.groups import groups
from govcheck.comparison.peers.imprint import imprint
from govcheck.comparison.peers.likeness import paired, text_of
from govcheck.document.bodies import Body, Entry, Figures
from govcheck.document.case import Case
from govcheck.judging.among import judge_peers, peer_terms
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.loading import load_rulebook
from govcheck.trials.documents import example_document

BOOK = load_rulebook()
TERMS = peer_terms(BOOK)
MEASURE = TERMS.measure
assert MEASURE
UNHURRIED = settings(deadline=None, max_examples=40)
KEYS = st.lists(st.text(alphabet="公开政府信息年报", min_size=3, max_size=12), max_size=12)


def body(text: str, name: str, published: date | None = None) -> Body:
    document = example_document({"agency": name, "parts": {"overview": text}}, BOOK.knowledge)
    assert MEASURE
    mine = imprint(document, MEASURE.selection)
    return Body(name=name, file=name, year=2024, published=published, imprint=mine)


def linked(bodies: Sequence[Body]) -> set[tuple[str, str]]:
    assert MEASURE
    found = copies(bodies, MEASURE)
    return {(bodies[one.earlier].name, bodies[one.later].name) for one in found.links}


def text(seed: str, sentences: int = 12) -> str:
    return Wording(seed).paragraph(sentences)


@UNHURRIED
@given(KEYS, KEYS)
def test_no_sentence_is_paired_twice(mine: list[str], theirs: list[str]) -> None:
    pairs = paired(mine, text_of(theirs))
    for side, keys in zip(zip(*pairs, strict=True), (mine, theirs), strict=False):
        assert len(set(side)) == len(pairs)
        assert all(0 <= at < len(keys) for at in side)


@UNHURRIED
@given(KEYS)
def test_a_text_shares_all_with_itself(keys: list[str]) -> None:
    assert paired(keys, text_of(keys)) == tuple((at, at) for at in range(len(keys)))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_groups_are_what_links_join(links: list[tuple[int, int]]) -> None:
    joined = groups(links, {one: one for one in range(31)})
    ends = {one for link in links for one in link}
    assert sorted(one for group in joined for one in group) == sorted(ends)
    for link in links:
        assert sum(set(link) <= set(group) for group in joined) == 1


def test_copies_are_found_with_their_words_changed_and_in_any_order() -> None:
    origin = text("一")
    changed = with_words_changed(origin, 0.15, Random(1))  # noqa: S311 - nothing secret
    bodies = [
        body(origin, "甲"),
        body(changed, "乙"),
        *(body(text(f"{n}"), f"{n}") for n in range(30)),
    ]
    assert linked(bodies) == {("乙", "甲")} or linked(bodies) == {("甲", "乙")}
    assert linked(bodies[::-1]) == linked(bodies)


def test_a_crowd_of_one_text_is_one_group_with_few_links() -> None:
    bodies = [body(text("一"), f"{number:03}") for number in range(300)]
    assert MEASURE
    found = copies(bodies, MEASURE)
    assert len(found.links) == len(bodies) - 1
    assert [len(group) for group in found.groups] == [len(bodies)]


def test_what_many_unlike_reports_have_is_no_copy() -> None:
    assert MEASURE
    handed_down = text("上级", 8)
    bodies = [body(handed_down + text(f"{n}", 20), f"{n:02}") for n in range(40)]
    assert not linked(bodies)
    judged = judge_peers(tuple(bodies), None, BOOK)
    assert not list(judged.bodies)


def test_the_first_published_stands_first_and_neither_is_accused() -> None:
    bodies = (
        body(text("一"), "甲", published=date(2025, 1, 25)),
        body(text("一"), "乙", published=date(2025, 1, 20)),
    )
    assert linked(bodies) == {("乙", "甲")}
    found = judge_peers(bodies, None, BOOK)
    said = {one.told.body.name: one.findings[0] for one in found.bodies}
    assert {one.outcome for one in said.values()} == {Outcome.OPEN}
    assert "本报告2025年1月25日发布，该报告2025年1月20日发布，该报告在先" in said["甲"].message
    assert "本报告在先" in said["乙"].message


CELL = ("r1_new", "natural")


def figures(value: int | None, *, whole: bool = True) -> dict[str, Figures]:
    return {
        "applications": Figures(
            form="form-2021",
            whole=whole,
            values={CELL: Decimal(value)} if value else {},
            unread=frozenset({CELL} if value is None else ()),
        )
    }


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.integers(-3, 3))
def test_a_cell_differs_exactly_where_it_is_not_the_sum(parts: list[int], more: int) -> None:
    own = Body(name="县", file="", year=2024, figures=figures(max(sum(parts) + more, 0)))
    below = [
        (Entry(name=f"{at}"), Body(name=f"{at}", file="", year=2024, figures=figures(value)))
        for at, value in enumerate(parts)
    ]
    found = aggregate(own, below, complete=True)
    (table,) = found.tables
    wrong = own.figures["applications"].values.get(CELL, 0) != sum(parts)
    assert [one.due for one in table.differing] == ([sum(parts)] if wrong else [])


@pytest.mark.parametrize(
    ("other", "unread", "missing"),
    [(figures(1, whole=False), ("局",), ()), ({}, ("局",), ()), (None, (), ("局",))],
)
def test_what_is_not_read_is_named(
    other: dict[str, Figures] | None, unread: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    own = Body(name="县", file="", year=2024, figures=figures(4))
    part = None if other is None else Body(name="局", file="", year=2024, figures=other)
    found = aggregate(own, [(Entry(name="局"), part)], complete=True)
    assert found.missing == missing
    assert found.tables[0].unread == unread


def test_peers_change_no_report_of_its_own() -> None:
    rules = {one.id for one in BOOK.peer_rules}
    assert rules == {"peers/copied-text", "peers/aggregation", "peers/missing-report"}
    document = example_document({"complete": True}, BOOK.knowledge)
    judgements = assess(Case(document=document), BOOK).judgements
    assert rules.isdisjoint(one.rule for one in judgements)
