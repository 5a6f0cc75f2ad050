"""An example that states what is found is held to it: every finding, its words, its place."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest
from msgspec.structs import replace
from rulebooks import BOOK

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.judging.assessment import Finding
from govcheck.judging.quotation import verbatim
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.example import Example, ExpectedEvidence, Find
from govcheck.trials.documents import example_document
from govcheck.trials.sights import sights
from govcheck.trials.trial import Trial, try_example

DUE: Final = ExpectedEvidence(
    quote="结果撤销", at="第四部分表格/“行政复议·结果纠正”列", expected="结果纠正"
)
OTHER: Final = replace(DUE, at="第四部分表格/“未经复议直接起诉·结果纠正”列")
COLUMNS: Final = "<td>结果维持<td>{}<td>其他结果<td>尚未审结<td>总计"
DATA: Final[Mapping[str, Any]] = {
    "html": "<h1>青禾县水务局2024年政府信息公开工作年度报告</h1>"
    "<p>四、政府信息公开行政复议、行政诉讼情况</p>"
    "<table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼<tr>"
    + COLUMNS.format("结果撤销").replace("<td>", "<td rowspan=2>")
    + "<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉<tr>"
    + COLUMNS.format("结果撤销")
    + COLUMNS.format("结果纠正")
    + f"<tr>{'<td>0' * 15}</table>"
}


def _trial(*finds: Find, outcome: Outcome = Outcome.FAIL) -> Trial:
    rule = BOOK.rule("format/review-litigation-structure")
    assert rule is not None
    example = Example(
        name="列名写错", outcome=outcome, document=DATA, finds=finds, file="甲.yaml", line=9
    )
    return try_example(rule, example, BOOK.knowledge)


def test_what_is_stated_as_it_is() -> None:
    trial = _trial(Find(seen=(DUE, OTHER), says="结果纠正", line=12))
    assert (trial.failure, trial.where) == ("", "甲.yaml:9")


@pytest.mark.parametrize(
    ("find", "words"),
    [
        (
            Find(seen=(DUE,)),
            "没有写明第 2 处证据（第四部分表格/“未经复议直接起诉·结果纠正”列",
        ),
        (Find(seen=(DUE, OTHER, OTHER)), "没有第 3 处证据"),
        (
            Find(seen=(replace(DUE, quote="撤销"), OTHER)),
            "第 1 处证据应引“撤销”，实引“结果撤销”",
        ),
        (Find(seen=(replace(DUE, expected=None), OTHER)), "应有内容当为“”，实为“结果纠正”"),
        (
            Find(seen=(replace(DUE, expected="撤销"), OTHER)),
            "应有内容当为“撤销”，实为“结果纠正”",
        ),
        (
            Find(seen=(replace(DUE, at=OTHER.at), OTHER)),
            "应在“第四部分表格/“未经复议直接起诉·结果纠正”列",
        ),
        (Find(seen=(DUE, OTHER), says="之和为 7"), "应写有“之和为 7”，实为"),
        (Find(seen=(DUE, OTHER), outcome=Outcome.OPEN), "应为 open，实为 fail"),
    ],
)
def test_what_differs_is_said_with_its_line(find: Find, words: str) -> None:
    trial = _trial(replace(find, line=12))
    assert words in trial.failure
    assert trial.where == "甲.yaml:12"


def test_every_finding_is_stated_and_no_other() -> None:
    find = Find(seen=(DUE, OTHER), line=12)
    assert "没有写明第 1 处问题" in _trial().failure
    assert _trial().where == "甲.yaml:9"
    assert "没有找到第 2 处问题" in _trial(find, replace(find, line=13)).failure
    assert _trial(find, replace(find, line=13)).where == "甲.yaml:13"


# ---------------------------------------------------------------- places in words


def _document() -> Document:
    text = "公开信息3条，其中网站3条。\n另有3条。"
    return example_document({"parts": {"overview": text, "other": "收费3元。"}}, BOOK.knowledge)


def _at(
    document: Document, place: Place, quote: str = "", *, secret: bool = False
) -> ExpectedEvidence:
    evidence = Evidence(place=place, quote=quote, secret=secret)
    finding = Finding(
        rule="a/b",
        outcome=Outcome.FAIL,
        severity=Severity.MINOR,
        message="有误。",
        evidence=(evidence,),
    )
    (sight,) = sights(verbatim(finding, document), document)
    return sight


def _threes(document: Document) -> Iterator[Place]:
    for index, block in enumerate(document.body):
        words = block.text.normal if hasattr(block, "text") else ""
        for start, letter in enumerate(words):
            if letter == "3":
                yield document.block_place(index, start, start + 1)


def test_words_that_stand_there_more_than_once_are_told_apart() -> None:
    document = _document()
    places = [_at(document, place).at for place in _threes(document)]
    assert places == ["第一部分/第1处", "第一部分/第2处", "第一部分/第3处", "第六部分"]


def test_a_place_three_characters_off_quotes_something_else() -> None:
    document = _document()
    place = next(_threes(document))
    assert _at(document, place, "3").quote == "3"
    off = replace(place, start=(place.start or 0) + 3, end=(place.end or 0) + 3)
    assert _at(document, off, "3").quote == "其"


def test_a_paragraph_and_the_whole_document() -> None:
    document = _document()
    assert _at(document, document.block_place(0)).at == "引言/第1段"
    assert _at(document, document.block_place(2)).at == "第一部分/第2段"
    assert _at(document, Place()).at == "全文"
    assert _at(document, Place(line=7)).at == "源文件第7行"


def test_a_masked_quotation_stands_where_it_says() -> None:
    document = example_document(
        {"parts": {"overview": "电话13912345678，已告知。"}}, BOOK.knowledge
    )
    place = document.block_place(2, 2, 13)
    assert _at(document, place, "139******78", secret=True).quote == "139******78"
    off = document.block_place(2, 3, 14)
    assert _at(document, off, "139******78", secret=True).quote == ""
