"""The instruments say what the law says, and no more than has been seen of it."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from govcheck.rulebook.lawbook import Judged, load_lawbook
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Status

COLLECTED = Path(__file__).parents[2] / "shared" / "regulations"


INSTRUMENTS = load_lawbook()
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
    assert _bare(text) in _collected()


def test_articles_are_put_together() -> None:
    decree = INSTRUMENTS["decree-711"]
    article = decree.clause("第五十条")
    assert article is not None
    assert article.text.startswith("政府信息公开工作年度报告应当包括下列内容：行政机关主动公开")
    assert article.text.endswith("并适时更新。")
    item = decree.clause("第五十条第一款第（四）项")
    assert item is not None
    assert item.text.startswith("政府信息公开工作存在的主要问题及改进情况，各级人民政府的")


def test_clause_that_does_not_exist_is_none() -> None:
    assert INSTRUMENTS["decree-711"].clause("第五十条第三款") is None
    assert INSTRUMENTS["decree-711"].clause("第五") is None
    assert INSTRUMENTS["decree-711"].clause("") is None


def test_quotation_ignores_the_width_of_punctuation_only() -> None:
    form = INSTRUMENTS["form-2021"]
    clause = form.clause("一")
    assert clause is not None
    assert form.holds(clause, "不能遗漏,也不宜泛化")
    assert not form.holds(clause, "不能遗漏也不宜泛化")


def test_nothing_is_quoted_from_what_was_not_seen() -> None:
    for rule in load_rulebook().rules:
        for basis in rule.basis:
            clause = INSTRUMENTS[basis.instrument].clause(basis.clause)
            assert clause is not None
            if basis.quote is not None:
                assert INSTRUMENTS[basis.instrument].holds(clause, basis.quote), rule.id
            assert list(Status).index(basis.status) >= list(Status).index(clause.status)


def test_instrument_with_a_clause_from_memory_says_what_was_not_seen() -> None:
    for instrument in INSTRUMENTS.values():
        statuses = {clause.status for clause in instrument.clauses.values()}
        assert Status.MEMORY not in statuses or instrument.unseen, instrument.id


def test_what_a_machine_judges_has_a_rule() -> None:
    cited = {
        (basis.instrument, leaf.name)
        for rule in load_rulebook().rules
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
