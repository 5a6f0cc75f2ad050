"""What a script is yet to write over a cell is unread; what it has written counts."""

import re

import pytest
from sound_page import (
    BODY,
    ROW_TOTAL,
    assert_not_accused,
    assert_the_same,
    document_in,
    found,
    page,
    sound,
    with_new,
)

from govcheck.document.report import Document
from govcheck.kinds.remark import Outcome


def written(cell: str, script: str) -> Document:
    """Read the page with one cell of its third table as the server sends it."""
    assert "14" not in cell
    return document_in(with_new("NEW").replace("<td>NEW</td>", cell) + by(script))


def by(script: str) -> str:
    return f"<script>{script}</script>"


YET_TO_COME = {
    "by its id": ("<td id=new>0</td>", "document.getElementById('new').innerHTML = d.new;"),
    "by its text": ("<td id=new>—</td>", "document.getElementById('new').textContent = n;"),
    "by jQuery": ("<td id=new>0</td>", "$('#new').text(d.new)"),
    "within it": ("<td><span id=new>0</span>件</td>", "$('#new').html(n)"),
    "before its unit": ("<td><span id=new></span>件</td>", "$('#new').html(n)"),
    "in a field": ("<td><input id=new value=0></td>", "$('#new').val(n)"),
    "by its name": ("<td name=new>0</td>", "getElementsByName('new')[0].innerText = n"),
    "by its class": ("<td class=new>0</td>", "$('.new').each((i, e) => e.innerText = d[i])"),
    "by a datum": ("<td data-of=3>0</td>", "all('[data-of]').map(e => e.innerText = n)"),
    "with a number": (
        "<td id=c12>0</td>",
        "for (i in d) document.getElementById('c' + i).innerHTML = d[i]",
    ),
    "by the names of its figures": (
        "<td id=new>0</td>",
        "var d = {new: n}; for (k in d) $('#' + k).text(d[k])",
    ),
    "by its place": ("<td></td>", "t.rows[1].cells[8].innerHTML = n"),
    "by its place among others": ("<td>&nbsp;</td>", "$('#t td').eq(9).text(n)"),
    "bound": ("<td v-text=n>0</td>", "new Vue({el: '#app'})"),
    "bound otherwise": ("<td ng-bind=n>0</td>", "angular.module('app')"),
    "that says so": ("<td>加载中…</td>", "load()"),
}


@pytest.mark.parametrize("name", YET_TO_COME)
def test_a_cell_that_waits_for_its_figure_is_open(name: str) -> None:
    document = written(*YET_TO_COME[name])
    assert_not_accused(document)
    opened = found(document, Outcome.OPEN) - found(sound(), Outcome.OPEN)
    assert ROW_TOTAL in {rule for rule, _ in opened}


READ = {
    "no script names it": ("<td id=new>0</td>", "$('#hits').text(n)"),
    "a script that reads": ("<td id=new>0</td>", "n = $('#new').text()"),
    "a script of its colour": ("<td class=new>0</td>", "$('.new').css(c); $('#a').text(n)"),
    "a script that compares": ("<td id=new>0</td>", "if (e.innerHTML == new) go()"),
}


@pytest.mark.parametrize("name", READ)
def test_a_nought_in_which_no_script_writes_is_one(name: str) -> None:
    failed = {rule for rule, _ in found(written(*READ[name]), Outcome.FAIL)}
    assert ROW_TOTAL in failed


def test_a_page_that_was_saved_when_its_scripts_had_run_is_read() -> None:
    named = re.sub(r"<td>(\d+)</td>", r"<td id=c1>\1</td>", BODY)
    script = "for (i in d) document.getElementById('c' + i).innerHTML = d[i]"
    assert_the_same(document_in(page(named) + by(script)))


def test_words_that_a_script_writes_are_kept_in_labels() -> None:
    labelled = BODY.replace("一、本年新收", "<b id=tip></b>一、本年新收")
    assert_the_same(document_in(page(labelled) + by("$('#tip').html(n)")))


@pytest.mark.parametrize("said", ["0", "", "—"])
def test_a_figure_that_a_sentence_waits_for_is_none(said: str) -> None:
    sentence = f"<p>全年新收政府信息公开申请<span id=new>{said}</span>件。</p><h2>五"
    waiting = document_in(page(BODY.replace("<h2>五", sentence)) + by("$('#new').text(n)"))
    assert_not_accused(waiting)
    static = document_in(page(BODY.replace("<h2>五", sentence)) + by("$('#hits').text(n)"))
    assert said != "0" or found(static, Outcome.FAIL) - found(sound(), Outcome.FAIL)
