"""Two reports held against each other: what repeats, what follows, what differs."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge import KNOWLEDGE

from govcheck.comparison.difference import Stretch, between_ends, marked
from govcheck.comparison.identity import uncertainty
from govcheck.comparison.repetition import repetition
from govcheck.comparison.sentences import Selection, masked
from govcheck.comparison.unchanged import unchanged_cells
from govcheck.comparison.versions import changes, copies_unlike
from govcheck.document.report import Document
from govcheck.trials.documents import example_document

MASK = re.compile(r"\d+年?|[一二三]是")
SELECTION = Selection(
    passages=("overview", "problems"),
    left_out=re.compile("统计期限"),
    masked=MASK,
    least=6,
)
UNHURRIED = settings(deadline=None)
WORDS = st.text(alphabet="公开政府信息0123456789一二三是年， ", max_size=24)
SENTENCES = st.lists(WORDS, max_size=12).map("。".join)
TEXTS = SENTENCES.map(lambda text: text.lstrip("，。 "))
"""What can stand under a heading: no sentence goes on in it."""


def report(overview: str, **more: Any) -> Document:  # noqa: ANN401 - as YAML has it
    return example_document(
        {"parts": {"overview": overview, "problems": "略。"}, **more}, KNOWLEDGE
    )


def joined(stretches: tuple[Stretch, ...]) -> str:
    return "".join(one.text for one in stretches)


@UNHURRIED
@given(TEXTS, TEXTS)
def test_no_sentence_is_paired_twice(one: str, other: str) -> None:
    earlier, later = report(one), report(other)
    found = repetition(earlier, later, SELECTION)
    assert found.repeated <= found.counted
    for side in zip(*found.pairs, strict=True):
        assert len({(each.start, each.end) for each in side}) == found.repeated
    for before, after in found.pairs:
        assert before.key == after.key
    assert repetition(later, earlier, SELECTION).repeated == found.repeated


@UNHURRIED
@given(TEXTS)
def test_a_report_repeats_itself_wholly(text: str) -> None:
    found = repetition(report(text), report(text), SELECTION)
    assert found.repeated == found.counted
    assert found.exceeds(99) == bool(found.counted)


def test_sentences_that_differ_in_figures_marks_and_numbering_are_one() -> None:
    one = report("一是2023年公开政府信息3条，更新及时。\n二是统计期限为全年十二个月。")
    other = report("二是2024年公开政府信息12条更新及时；\n二是统计期限为全年十二个月。")
    found = repetition(one, other, SELECTION)
    assert (found.counted, found.repeated) == (1, 1)
    assert masked("一是2023年公开3条。", MASK) == "00公开0条"


@UNHURRIED
@given(WORDS, WORDS)
def test_nothing_is_lost_where_differences_are_marked(one: str, other: str) -> None:
    for cut in (between_ends(one, other), marked(one, other, MASK)):
        assert tuple(map(joined, cut)) == (one, other)
    before, after = between_ends(one, other)
    assert any(part.differs for part in (*before, *after)) == (one != other)
    alike = [[part.text for part in side if not part.differs] for side in (before, after)]
    assert alike[0] == alike[1]


def test_years_and_figures_that_differ_are_marked() -> None:
    sides = marked("2023年公开36条，解读5篇", "2024年公开36条，解读7篇", MASK)
    assert [[one.text for one in side if one.differs] for side in sides] == [
        ["2023年", "5"],
        ["2024年", "7"],
    ]


def test_a_number_differs_as_a_whole() -> None:
    before, after = between_ends("公开326条", "公开362条")
    assert ([one.text for one in before], [one.text for one in after]) == (
        ["公开", "326", "条"],
        ["公开", "362", "条"],
    )


@UNHURRIED
@given(TEXTS, TEXTS)
def test_what_two_copies_differ_in_leads_from_one_to_the_other(one: str, other: str) -> None:
    before, after = report(one), report(other)
    found = changes(before, after)
    assert not changes(before, before)
    taken = Counter(_key(each.before.text) for each in found if each.before)
    put = Counter(_key(each.after.text) for each in found if each.after)
    assert _sentences(before) - taken + put == _sentences(after)
    assert not taken & put


def _sentences(document: Document) -> Counter[str]:
    passage = document.passage("overview")
    found = re.findall(r"[^。！？；\n]+[。！？；]?", passage.text if passage else "")
    return Counter(key for one in found if (key := _key(one)))


def _key(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({}, {}, ""),
        ({"agency": "云岭市水务局"}, {}, "编制单位分别是“云岭市水务局”和“云岭市教育局”"),
        ({"year": 2023}, {}, "分别是2023年度和2024年度的报告"),
    ],
)
def test_only_copies_of_one_report_are_compared(
    one: dict[str, Any], other: dict[str, Any], why: str
) -> None:
    assert (
        copies_unlike(report("公开信息3条。", **one), report("公开信息4条。", **other)) == why
    )


EXCUSE = re.compile("机构改革")
WHOLE = "本报告的统计范围为全市各级行政机关，统计期限自2023年1月1日起。"


@pytest.mark.parametrize(
    ("earlier", "later", "why"),
    [
        ({}, {}, ""),
        ({"agency": "云岭省云岭市教育局"}, {}, "写作“云岭市教育局”"),
        ({"parts": {"overview": "机构改革后新设。"}}, {}, "机构"),
        ({}, {"parts": {"overview": "机构改革后新设。"}}, "机构"),
        ({"title": "政府信息公开工作年度报告"}, {}, "未能都识别"),
        ({"introduction": WHOLE}, {"introduction": WHOLE.replace("2023", "2024")}, ""),
        ({}, {"introduction": WHOLE}, "统计范围不同"),
        ({"introduction": WHOLE}, {"introduction": "统计范围为市直机关。"}, "统计范围不同"),
    ],
)
def test_a_difference_accuses_only_where_nothing_may_explain_it(
    earlier: dict[str, Any], later: dict[str, Any], why: str
) -> None:
    said = uncertainty(
        report("公开信息3条。", **{"year": 2023, **earlier}),
        report("公开信息4条。", **later),
        excused=EXCUSE,
        scope=re.compile("统计范围"),
    )
    assert why in said
    assert bool(why) == bool(said)


def test_a_figure_that_is_in_one_report_only_leaves_the_table_untold() -> None:
    def table(figure: object) -> Any:  # noqa: ANN401 - a table
        cells = {"penalty": {"decisions": 1245}, "coercion": {"decisions": figure}}
        return report("公开。", tables={"proactive-6": cells}).tables["proactive-6"]

    assert unchanged_cells(table(32), table(32)) == (
        ("penalty", "decisions"),
        ("coercion", "decisions"),
    )
    assert unchanged_cells(table(32), table(33)) == ()
    assert unchanged_cells(table(32), table("")) is None
    assert unchanged_cells(table(""), table("")) == (("penalty", "decisions"),)
