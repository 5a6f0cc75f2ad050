"""Every example in every rule file runs; a new rule needs no new test code."""

import re
from collections import Counter

import pytest
from rulebooks import BOOK

from govcheck.kinds.check import Check
from govcheck.kinds.registry import KINDS
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.example import Example
from govcheck.rulebook.rule import Rule
from govcheck.trials.trial import try_example

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{example.outcome}-{example.name}")
    for rule in BOOK.every_rule
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    trial = try_example(rule, example, BOOK.knowledge)
    assert not trial.failure, f"{trial.where}: {trial.failure}"


def test_every_kind_is_in_use() -> None:
    used = {use.check.KIND for rule in BOOK.every_rule for use in rule.checks}
    assert set(KINDS) == used


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_says_in_a_line_or_two_what_it_asks(kind: type[Check]) -> None:
    assert re.fullmatch("[^。]*[一-龥][^。]*。", kind.TITLE)
    assert len(kind.TITLE) <= 2 * 38


def test_no_two_kinds_ask_the_same() -> None:
    assert len({kind.TITLE for kind in KINDS.values()}) == len(KINDS)


def test_every_dimension_has_rules() -> None:
    rules = Counter(rule.dimension for rule in BOOK.every_rule)
    assert rules.keys() == {dimension.id for dimension in BOOK.policy.dimensions}


def test_names_of_examples_tell_them_apart() -> None:
    for rule in BOOK.every_rule:
        twice = [
            n for n, k in Counter(example.name for example in rule.examples).items() if k > 1
        ]
        assert not twice, f"{rule.file}: {twice}"


def test_every_example_states_what_is_found() -> None:
    unstated = [
        f"{example.file}:{example.line}"
        for rule in BOOK.every_rule
        for example in rule.examples
        if example.outcome in {Outcome.FAIL, Outcome.OPEN} and example.finds is None
    ]
    assert not unstated
