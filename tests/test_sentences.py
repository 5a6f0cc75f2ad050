"""What is said is Chinese of an official page: whole sentences, its dates, no jargon."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rulebooks import BOOK

import govcheck
from govcheck.document.sentence import nested, sentence
from govcheck.trials.trial import Trial, try_all

QUOTED = re.compile("“[^”]*”")
ENDED = re.compile("(?<![。！？；，：、])[。！？][”’）》]?\\Z|[。！？][”’）》]\\Z")
JARGON = re.compile(r"不在手边|加不起来|没读到|--[a-z]|pip install|[0-9]{4}-[0-9]{2}-[0-9]{2}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("缺少行“3.危及“三安全一稳定””", "缺少行“3.危及‘三安全一稳定’”"),
        ("正文““十三五”期间513件”", "正文“‘十三五’期间513件”"),
        ("“甲”和“乙”不一致", "“甲”和“乙”不一致"),
        ("“按“甲”办理，“乙”除外”", "“按‘甲’办理，‘乙’除外”"),
        ("引文“按“甲办理”不全", "引文“按“甲办理”不全"),
        ("“““没有配对的“””", "“““没有配对的“””"),
        ("先“甲”后”，再“乙", "先“甲”后”，再“乙"),
    ],
)
def test_marks_within_quotation_marks_are_single(text: str, said: str) -> None:
    assert nested(text) == said


@given(st.text(alphabet="甲乙，。；：“”）！ ", max_size=12))
def test_a_sentence_ends_once_and_stays_as_it_is(text: str) -> None:
    said = sentence(text)
    assert sentence(said) == said
    assert not said or said.rstrip("”’）》")[-1:] in {"。", "！", "？", ""}
    assert text.rstrip("，；： ") in {said, said.removesuffix("。")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("需核实", "需核实。"),
        ("需核实。", "需核实。"),
        ("需核实；", "需核实。"),
        ("只写“无。”", "只写“无。”"),
        ("只写“无”", "只写“无”。"),
        ("全文包括总体情况……", "全文包括总体情况……"),
        ("", ""),
    ],
)
def test_a_sentence(text: str, said: str) -> None:
    assert sentence(text) == said


@pytest.fixture(scope="module")
def trials() -> list[Trial]:
    return [*try_all(BOOK.rules, BOOK)]


def test_whatever_the_examples_bring_out_is_said_in_sentences(trials: list[Trial]) -> None:
    said = {one.finding.message for trial in trials for one in trial.found}
    said |= {one.finding.hint for trial in trials for one in trial.found}
    said |= {one.finding.remedy for trial in trials for one in trial.found}
    said |= {trial.reason for trial in trials}
    said.discard("")
    assert len(said) > 300
    assert not [words for words in said if not ENDED.search(words)]
    assert not [words for words in said if JARGON.search(QUOTED.sub("", words))]
    ids = [rule.id for rule in BOOK.rules]
    assert not [words for words in said if any(rule in words for rule in ids)]


def test_no_message_of_a_rule_speaks_jargon() -> None:
    messages = [use.message for rule in BOOK.rules for use in rule.checks]
    assert not [words for words in messages if JARGON.search(words) or not ENDED.search(words)]


def _said_in_code() -> dict[str, str]:
    """Return the Chinese that the code says, each with its file; refusals are a terminal's."""
    top = Path(govcheck.__file__).parent
    found = {}
    for folder in ("kinds", "document", "judging", "readers", "understanding"):
        for path in (top / folder).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            notes = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
            refused = {
                id(part)
                for one in ast.walk(tree)
                if isinstance(one, ast.Raise)
                for part in ast.walk(one)
            }
            for node in ast.walk(tree):
                words = node.value if isinstance(node, ast.Constant) else None
                if isinstance(words, str) and id(node) not in notes | refused:
                    found[words] = path.name
    return {words: name for words, name in found.items() if re.search("[一-龥]{4}", words)}


def test_no_sentence_in_the_code_speaks_jargon() -> None:
    said = _said_in_code()
    assert len(said) > 200
    wrong = {words: name for words, name in said.items() if JARGON.search(words)}
    assert set(wrong.values()) <= {"isolation.py"}, wrong
