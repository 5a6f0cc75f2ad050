"""A copy that a page hides is no second report; where it cannot be told it is open."""

import pytest
from sound_page import (
    BODY,
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
