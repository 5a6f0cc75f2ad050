"""The instruments say what the law says, and no more than has been seen of it."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from govcheck.rulebook.instrument import Judged
from govcheck.rulebook.lawbook import load_lawbook
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Status

COLLECTED = Path(__file__).parents[2] / "shared" / "regulations"


INSTRUMENTS = load_lawbook()
SENTENCE = (
    "年度报告内容，要严格按照《中华人民共和国政府信息公开条例》第五十条的规定确定，"
    "不能遗漏，也不宜泛化。"
)
CONDITIONAL = (
    "出现不按时发布、发布内容不准确不全面或者内容雷同、敷衍塞责等问题并造成不良后果的，由相应政府信息公开工作"
    "主管部门依据《中华人民共和国政府信息公开条例》第四十七条规定，严肃追究负有责任的领导人员和直接责任人责任。"
)
PROBLEMS = "政府信息公开工作存在的主要问题及改进情况"
RESULTS = "各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况"
VERBATIM = [
    pytest.param(clause.text, id=f"{instrument.id}-{clause.name}")
    for instrument in INSTRUMENTS.values()
    for clause in instrument.clauses.values()
    if clause.status == Status.VERBATIM
]


def _bare(text: str) -> str:
    """Return a text without spaces, marks of citation and the width of its punctuation."""
    return "".join(unicodedata.normalize("NFKC", text).replace(">", "").split())


@cache
def _collected() -> str:
    return _bare("".join(path.read_text("utf-8") for path in sorted(COLLECTED.iterdir())))


@pytest.mark.skipif(not COLLECTED.is_dir(), reason="the collected texts are not at hand")
@pytest.mark.parametrize("text", VERBATIM)
def test_verbatim_clause_is_word_for_word(text: str) -> None:
    assert _bare(text.removesuffix("……")) in _collected()


def test_articles_are_put_together() -> None:
    decree = INSTRUMENTS["decree-711"]
    article = decree.clause("第五十条")
    assert article is not None
    assert article.text.startswith("政府信息公开工作年度报告应当包括下列内容：行政机关主动公开")
    assert article.text.endswith("并适时更新。")
    item = decree.clause("第五十条第一款第（四）项")
    assert item is not None
    assert item.text.startswith("政府信息公开工作存在的主要问题及改进情况，各级人民政府的")


def test_an_item_is_shown_with_the_words_before_the_list_and_a_half_with_its_whole() -> None:
    decree = INSTRUMENTS["decree-711"]
    lead = "政府信息公开工作年度报告应当包括下列内容："
    first = decree.whole("第五十条第一款第（一）项")
    assert first == lead + "（一）行政机关主动公开政府信息的情况；"
    half = decree.whole("第五十条第一款第（四）项后段")
    assert half.startswith(lead + "……（四）政府信息公开工作存在的主要问题及改进情况，各级")
    assert decree.whole("第五十条第二款") == decree.clauses["第五十条第二款"].text


def test_clause_that_does_not_exist_is_none() -> None:
    assert INSTRUMENTS["decree-711"].clause("第五十条第三款") is None
    assert INSTRUMENTS["decree-711"].clause("第五") is None
    assert INSTRUMENTS["decree-711"].clause("") is None


def test_quotation_ignores_the_width_of_punctuation_only() -> None:
    form = INSTRUMENTS["form-2021"]
    clause = form.clause("一")
    assert clause is not None
    assert clause.text.startswith(SENTENCE)
    assert form.holds(clause, SENTENCE.replace("，", ","))
    assert not form.holds(clause, SENTENCE.replace("，", ""))


@pytest.mark.parametrize(
    ("instrument", "clause", "quote", "holds"),
    [
        ("decree-711", "第六条第一款", "行政机关应当及时、准确地公开政府信息。", True),
        ("decree-711", "第六条第一款", "准确地公开政府信息。", False),
        ("decree-711", "第六条第一款", "行政机关应当及时、准确地公开政府信息", False),
        ("decree-711", "第十五条", "但是，第三方同意公开", False),
        ("form-2021", "（四）明确责任", CONDITIONAL, True),
        ("form-2021", "（四）明确责任", CONDITIONAL.replace("并造成不良后果", ""), False),
        ("form-2021", "（四）明确责任", CONDITIONAL.partition("，由相应")[0], False),
        ("decree-711", "第五十条第一款第（四）项后段", f"{PROBLEMS}，{RESULTS}；", True),
        ("decree-711", "第五十条第一款第（四）项后段", f"{RESULTS}；", False),
        ("decree-711", "第五十条第一款第（四）项前段", f"{PROBLEMS}，", False),
        ("decree-711", "第五十条第一款第（五）项", "其他需要报告的事项。", True),
        ("decree-711", "第四十九条", "在每年3月31日前", False),
        ("fee-measures", "年度报告", "行政机关", False),
    ],
)
def test_a_quotation_is_whole_sentences(
    instrument: str, clause: str, quote: str, *, holds: bool
) -> None:
    known = INSTRUMENTS[instrument].clause(clause)
    assert known is not None
    assert INSTRUMENTS[instrument].holds(known, quote) is holds


def test_nothing_is_quoted_from_what_was_not_seen() -> None:
    for rule in load_rulebook().every_rule:
        for basis in rule.basis:
            clause = INSTRUMENTS[basis.instrument].clause(basis.clause)
            assert clause is not None
            if basis.quote is not None:
                assert INSTRUMENTS[basis.instrument].holds(clause, basis.quote), rule.id
                assert (basis.relied or "") in basis.quote, rule.id
            assert list(Status).index(basis.status) >= list(Status).index(clause.status)


def test_instrument_with_a_clause_from_memory_says_what_was_not_seen() -> None:
    for instrument in INSTRUMENTS.values():
        statuses = {clause.status for clause in instrument.clauses.values()}
        assert Status.MEMORY not in statuses or instrument.unseen, instrument.id


def test_what_a_machine_judges_has_a_rule() -> None:
    cited = {
        (basis.instrument, leaf.name)
        for rule in load_rulebook().every_rule
        for basis in rule.basis
        for leaf in INSTRUMENTS[basis.instrument].leaves(basis.clause)
    }
    without = [
        f"{instrument.id} {clause.name}"
        for instrument in INSTRUMENTS.values()
        for clause in instrument.clauses.values()
        if clause.judged in {Judged.MACHINE, Judged.PART}
        and (instrument.id, clause.name) not in cited
    ]
    assert not without
