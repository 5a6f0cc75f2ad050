"""What a page hides is no second report and fills no gap; if that cannot be told it is open."""

import pytest
from sound_page import (
    APPLICATIONS,
    BODY,
    INTRODUCTION,
    PARTS,
    TABLES,
    assert_not_accused,
    assert_the_same,
    document_in,
    found,
    page,
)

from govcheck.kinds.remark import Outcome

HIDDEN = {
    "one of a list": "<style>:is(.b,.c){display:none}</style>",
    "none of a list": "<style>body>div:not(.a,.c){display:none}</style>",
    "shrunk to nothing": "<style>.b{transform:scale(0)}</style>",
}
UNTOLD = {
    "a rule in a rule": "<style>body{.b{display:none}}</style>",
    "a variable": "<style>:root{--d:none}.b{display:var(--d)}</style>",
    "a script": "<script>document.getElementById('b').style.display='none'</script>",
    "a script of a library": "<script>$('#b').hide()</script>",
}
SHOWN = {
    "nothing": "",
    "another style": "<style>.b{color:red}.c{display:none}</style>",
    "a script that counts": "<script>count('b')</script>",
    "made smaller": "<style>.b{transform:scale(0.9)}</style>",
}


def doubled(head: str) -> str:
    return page(f"<div class=a>{BODY}</div><div class=b id=b>{BODY}</div>", head)


@pytest.mark.parametrize("head", HIDDEN.values(), ids=HIDDEN)
def test_a_hidden_copy_is_none(head: str) -> None:
    assert_the_same(document_in(doubled(head)))


@pytest.mark.parametrize("head", UNTOLD.values(), ids=UNTOLD)
def test_a_copy_of_which_it_cannot_be_told_is_open(head: str) -> None:
    document = document_in(doubled(head))
    assert_not_accused(document)
    assert any("两份" in message for _, message in found(document, Outcome.OPEN))


@pytest.mark.parametrize("head", SHOWN.values(), ids=SHOWN)
def test_a_copy_that_is_shown_is_one_too_many(head: str) -> None:
    messages = [message for _, message in found(document_in(doubled(head)), Outcome.FAIL)]
    assert any("出现 2 次" in message for message in messages)


LACKING = f"{INTRODUCTION}{''.join(PARTS[:-1])}<script>unfold()</script>"
COUNTED = "<table><tr><td>栏目</td><td>数量</td></tr><tr><td>要闻</td><td>7</td></tr></table>"


def with_hidden(markup: str) -> str:
    return page(f"{LACKING}<div style='display:none'>{markup}</div>")


def test_a_hidden_table_that_adds_no_word_leaves_what_is_missing_missing() -> None:
    document = document_in(with_hidden(COUNTED))
    missing = found(document_in(page(LACKING)), Outcome.FAIL)
    assert missing
    assert found(document, Outcome.FAIL) == missing


def test_hidden_words_that_fill_no_gap_are_open_and_accuse_nobody() -> None:
    document = document_in(with_hidden(f"{COUNTED}<p>全年新收政府信息公开申请99件。</p>"))
    assert_not_accused(document)
    assert document.incomplete


def test_hidden_parts_of_which_the_page_shows_one_are_open() -> None:
    document = document_in(with_hidden("".join(PARTS[-2:])))
    assert_not_accused(document)
    assert document.incomplete


def test_where_one_table_was_hidden_another_may_be_as_well() -> None:
    tables = f"<div style='display:none'>{APPLICATIONS}</div>"
    body = BODY.replace(TABLES[-1], "").replace(APPLICATIONS, tables)
    document = document_in(page(f"{body}<script>unfold()</script>"))
    assert_not_accused(document)
    assert document.tables["applications"].value("r1_new", "natural") == 14
