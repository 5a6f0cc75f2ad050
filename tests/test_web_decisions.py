"""Decisions on the page: kept, seen by others, taken back, refused with a reason."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from served import FLAWED, SOUND, Served, page_of, serving, shown

from govcheck.review.ledger import read_ledger

KEYS = re.compile(r'data-key="([0-9a-f-]+)"')


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as server:
        yield server


def _decide(browser: Any, page: Any, number: int, **choice: str) -> Any:  # noqa: ANN401
    key = KEYS.findall(page.text)[number]
    sent = {"person": "张三", "choices": [{"key": key, **choice}]}
    accepts = {"Accept": "application/json"}
    return browser.post(f"{page.url.path}/decisions", json=sent, headers=accepts)


def test_decisions_stay_and_others_see_them(tmp_path: Path) -> None:
    with serving(tmp_path) as served, served.browser() as browser:
        page = page_of(browser, FLAWED)
        answer = _decide(browser, page, 0, decision="豁免", reason="上级已同意")
        assert (answer.status_code, answer.json()) == (200, {"saved": 1})
        path = page.url.path
    with serving(tmp_path) as served, served.browser() as other:
        assert "上级已同意" in shown(other, path).text
        assert "上级已同意" in other.get("/desk/log").text
        again = page_of(other, FLAWED + b"<!-- -->")
        assert "上级已同意" in again.text
        ledger = other.get(f"{path}/files/ledger")
    read = read_ledger(ledger.content, "x", today=date(2100, 1, 1))
    made = [one.decision for one in read.entries if one.decision]
    assert [(one.decision, one.reason) for one in made] == [("豁免", "上级已同意")]


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"decision": "豁免"}, "理由"),
        ({"decision": "算了", "reason": "x"}, "之一"),
        ({"decision": "豁免", "reason": "x", "until": "2001-01-01"}, "早于"),
        ({"decision": "豁免", "reason": "x" * 2001}, "不超过"),
    ],
)
def test_decisions_with_a_fault_are_told_why(
    served: Served, choice: dict[str, str], words: str
) -> None:
    with served.browser() as browser:
        answer = _decide(browser, page_of(browser, FLAWED), 0, **choice)
    assert answer.status_code == 422
    assert words in answer.json()["error"]


def test_a_decision_can_be_taken_back(served: Served) -> None:
    with served.browser() as browser:
        page = page_of(browser, FLAWED)
        _decide(browser, page, 0, decision="豁免", reason="上级已同意")
        assert "已豁免" in shown(browser, page.url.path).text
        _decide(browser, page, 0, decision="")
        assert "已豁免" not in shown(browser, page.url.path).text
        assert "上级已同意" in browser.get("/desk/log").text


def test_what_a_picture_leaves_open_is_decided_and_taken_back(served: Served) -> None:
    text = SOUND.decode("utf-8")
    begin, end = text.index("<h2>三、"), text.index("<h2>四、")
    title = "<h2>三、收到和处理政府信息公开申请情况</h2>"
    pictured = f"{text[:begin]}{title}<p><img src='3.png'></p>{text[end:]}"
    with served.browser() as browser:
        page = page_of(browser, pictured.encode())
        keys = KEYS.findall(page.text)
        assert len(keys) > 5
        for decision, reason in (("符合", "对照原图"), ("", "")):
            choices = [{"key": key, "decision": decision, "reason": reason} for key in keys]
            sent = {"person": "张三", "choices": choices}
            answer = browser.post(f"{page.url.path}/decisions", json=sent)
            assert answer.json() == {"saved": len(keys)}
            later = shown(browser, page.url.path)
            assert set(KEYS.findall(later.text)) == set(keys)
            assert later.text.count('data-decision="符合"') == (len(keys) if decision else 0)


def test_no_file_of_an_unknown_body_takes_anothers_decisions(served: Served) -> None:
    text = re.sub("青禾县(人民政府)?", "本单位", FLAWED.decode())
    other = text.replace("</h1>", "</h1><p>另有安排。</p>", 1)
    with served.browser() as browser:
        page = page_of(browser, text.encode(), name="甲.html")
        _decide(browser, page, 0, decision="豁免", reason="上级已同意")
        later = page_of(browser, other.encode(), name="乙.html")
        assert "上级已同意" not in later.text
        assert "上级已同意" in shown(browser, page.url.path).text
        results = browser.get("/desk/files/results.jsonl").text.splitlines()
        found = [json.loads(one) for one in results]
        ledger = browser.get(f"{page.url.path}/files/ledger").text
    assert {one["report"]["agency"] for one in found} == {None}
    assert {one["input"]["name"] for one in found} == {"甲.html", "乙.html"}
    assert "〔文件" not in ledger
