"""Whatever a report says, every rule comes to an answer, and shows where it is said."""

from hypothesis import example, given, settings
from reports_at_random import texts
from rulebooks import BOOK

from govcheck.checking import read
from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment
from govcheck.judging.engine import assess

TITLE = "云岭市水务局2021年政府信息公开工作年度报告\n"


def _assessed(text: str) -> Assessment:
    document = read((TITLE + text).encode(), name="报告.txt", knowledge=BOOK.knowledge)
    return assess(Case(document=document), BOOK)


def _stands(evidence: Evidence, document: Document) -> bool:
    """Whether the place of an evidence is a stretch of one paragraph, and its own line."""
    place = evidence.place
    if place.block is None or place.start is None or place.end is None:
        return True
    blocks = document.furniture if place.part == "furniture" else document.body
    block = blocks[place.block]
    assert isinstance(block, Paragraph)
    within = 0 <= place.start < place.end <= len(block.text.normal)
    return within and place.line == block.line and bool(evidence.quote)


@settings(max_examples=150, deadline=None)
@given(texts())
@example("一、总体情况\n2021年，主动公开信息100条。（网站60条，公示栏50条）")
@example("一、总体情况\n收到申请99999999999999亿件，较上年的0.000001件增长5.123456%。")
@example("一、总体情况\n2021年，水务局贯 彻条例\n2020年，我局全面贯彻落实条例。")
@example("一、总体情况\n2021年，水务局贯彻条例\n2020年，我局全面贯彻落实条例。")
def test_every_rule_answers_and_every_place_is_one(text: str) -> None:
    assessment = _assessed(text)
    for finding in assessment.findings:
        for evidence in finding.evidence:
            assert _stands(evidence, assessment.document), finding


def test_a_bracket_after_the_full_stop_breaks_a_total_down() -> None:
    text = "一、总体情况\n2021年，主动公开信息100条。（网站60条，公示栏50条）"
    said = [f for f in _assessed(text).findings if f.rule == "consistency/breakdown-sum"]
    assert ["60＋50＝110" in finding.message for finding in said] == [True]


def test_a_year_stands_where_it_is_written() -> None:
    text = "一、总体情况\n2021年，水务局贯彻条例\n2020年，我局全面贯彻落实条例。"
    (said,) = [f for f in _assessed(text).findings if f.rule == "consistency/years"]
    (shown,) = said.evidence
    assert (shown.quote, shown.place.line) == ("2020年，我局全面贯彻落实条例", 4)
