"""The pages: who is let in, what an upload leads to, decisions that stay, files to be saved."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from served import FLAWED, SOUND, Served, page_of, serving, shown
from word_files import word_file

import govcheck
from govcheck.errors import Unusable
from govcheck.review.ledger import read_ledger
from govcheck.web.access import Access, Locks
from govcheck.web.secrets import locked, new_password, opens
from govcheck.web.store import Store

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


def test_nobody_comes_in_without_a_link(served: Served) -> None:
    with served.client() as client:
        for path in ("/", "/desk", "/reports/x", "/reports/x/files/json", "/desk/log"):
            answer = client.get(path)
            assert answer.status_code == 403, path
            assert "终端里所示的链接" in answer.text
        own = {"Origin": served.url}
        assert client.post("/reports", files={"file": FLAWED}, headers=own).status_code == 403


def test_a_link_counts_once_and_following_it_changes_nothing(served: Served) -> None:
    key, own = served.access.link(), {"Origin": served.url}
    with served.client() as one, served.client() as other:
        assert one.get("/enter", params={"key": key}).status_code == 200
        assert one.get("/").status_code == 403
        assert one.post("/enter", data={"key": key}, headers=own).status_code == 303
        assert one.get("/").status_code == 200
        assert other.post("/enter", data={"key": key}, headers=own).status_code == 403
        assert other.get("/").status_code == 403


def test_links_and_sessions_end() -> None:
    now = [0.0]
    access = Access(Locks(), clock=lambda: now[0])
    link, late = access.link(), access.link()
    session = access.enter(link)
    assert access.knows(session)
    now[0] = 16 * 60
    assert access.enter(late) is None
    now[0] = 13 * 3600
    assert not access.knows(session)


def test_password_opens_and_too_many_wrong_ones_close() -> None:
    now, password = [0.0], new_password()
    access = Access(Locks(password=locked(password)), clock=lambda: now[0])
    assert access.log_in(password)
    assert [access.log_in(f"{one}") for one in range(10)] == [None] * 10
    assert access.log_in(password) is None
    now[0] = 61
    assert access.log_in(password)
    assert not opens("", locked(password))


def test_a_session_is_kept_from_scripts_and_other_sites(served: Served) -> None:
    with served.client(headers={"Origin": served.url}) as client:
        answer = client.post("/enter", data={"key": served.access.link()})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("path", ["/reports", "/leave", "/links", "/reports/x/remove"])
def test_nothing_changes_without_an_origin_or_by_reading(served: Served, path: str) -> None:
    with served.browser() as browser:
        assert browser.get(path).status_code in (404, 405)
        del browser.headers["Origin"]
        assert browser.post(path).status_code == 403
        assert browser.post(path, headers={"Origin": "http://evil.example"}).status_code == 403


def test_an_upload_leads_to_what_was_found(served: Served) -> None:
    with served.browser() as browser:
        page = page_of(browser, FLAWED)
    assert page.status_code == 200
    result = govcheck.check(FLAWED, name="稿件.html")
    text = unescape(page.text)
    assert result.verdict in text
    assert all(one.message.rstrip("。") in text for one in result.findings)
    assert 'id="text"' in text


def test_a_page_runs_nothing_but_its_own(served: Served) -> None:
    attack = b"<script>x=1</script><img src=x onerror=x> </title>"
    content = FLAWED.replace("一、".encode(), attack + "一、".encode(), 1)
    with served.browser() as browser:
        page = page_of(browser, content, name='"><script>x=1</script>.html')
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in page.text
    assert "onerror=x" not in re.sub(r"&[a-z#0-9]+;", "", page.text)


def test_what_cannot_be_read_is_said_and_not_kept(served: Served) -> None:
    with served.browser() as browser:
        answer = browser.post("/reports", files={"file": ("a.bin", b"\0\1\2" * 99)})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert "没有报告" in browser.get("/desk").text


def test_text_may_be_pasted(served: Served) -> None:
    text = "青禾县财政局2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息5条。"
    with served.browser() as browser:
        answer = browser.post("/reports", data={"text": text})
        assert answer.status_code == 303
        assert "青禾县财政局" in browser.get(answer.headers["location"]).text


def test_corrections_count(served: Served) -> None:
    with served.browser() as browser:
        page = page_of(browser, SOUND)
        browser.post(f"{page.url.path}/stated", data={"agency_kind": "department"})
        assert "县级以上人民政府部门" in shown(browser, page.url.path).text


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


def test_the_last_copy_is_compared(served: Served) -> None:
    with served.browser() as browser:
        page_of(browser, FLAWED)
        page = page_of(browser, FLAWED.replace("彩票娱乐城APP下载".encode(), b""))
        assert "与上一稿相比" in page.text
        contrast = browser.get(f"{page.url.path}/contrast")
    assert contrast.status_code == 200
    assert "sandbox" in contrast.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("html", b"<!doctype"), ("json", b"{"), ("docx", b"PK"), ("xlsx", b"PK")],
)
def test_results_are_saved_and_never_shown(served: Served, name: str, beginning: bytes) -> None:
    with served.browser() as browser:
        page = page_of(browser, FLAWED)
        answer = browser.get(f"{page.url.path}/files/{name}")
    assert answer.content.startswith(beginning)
    assert answer.headers["content-disposition"].startswith("attachment; ")


def test_a_word_draft_comes_back_with_comments(served: Served) -> None:
    paragraphs = ("青禾县财政局2024年政府信息公开工作年度报告", "一、总体情况", "共XX件。")
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    with served.browser() as browser:
        page = page_of(browser, word_file(body), name="稿件.docx")
        answer = browser.get(f"{page.url.path}/files/annotated")
    assert "word/comments.xml" in ZipFile(BytesIO(answer.content)).namelist()


def test_what_was_uploaded_can_be_removed(served: Served) -> None:
    with served.browser() as browser:
        page = page_of(browser, FLAWED)
        assert browser.post(f"{page.url.path}/remove").status_code == 303
        assert browser.get(page.url.path).status_code == 404


def test_two_servers_on_one_store_the_second_says_so(tmp_path: Path) -> None:
    first = Store(tmp_path)
    with pytest.raises(Unusable, match="另一个 govcheck serve 正在使用"):
        Store(tmp_path)
    first.close()
    Store(tmp_path).close()


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "govcheck.sqlite3"
    path.write_bytes(b"my own notes, " * 99)
    with pytest.raises(Unusable, match="不是 govcheck 的资料库"):
        Store(tmp_path)
    assert path.read_bytes() == b"my own notes, " * 99


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    Store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "govcheck.sqlite3")) as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(Unusable, match="更新版本"):
        Store(tmp_path)


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


def test_many_reports_are_ranked_filtered_and_exported(served: Served) -> None:
    files = [("files", (f"{name}.html", content)) for name, content in _bodies()]
    with served.browser() as browser:
        assert browser.post("/desk/reports", files=files).status_code == 303
        while "data-running" in (desk := browser.get("/desk").text):
            pass
        assert [desk.index(name) for name, _ in _bodies()[:2]] == sorted(
            desk.index(name) for name, _ in _bodies()[:2]
        )
        assert "坏文件" in desk
        only = browser.get("/desk", params={"q": "水务局", "state": "审毕"}).text
        assert "好的" in only
        assert "差的.html" not in only
        table = browser.get("/desk/files/reports.csv").content.decode("utf-8-sig")
        assert table.splitlines()[0].startswith("名次,单位")
        assert len(table.splitlines()) == 3
        results = browser.get("/desk/files/results.jsonl").content.splitlines()
        assert {json.loads(one)["verdict"] for one in results} == {"合格", "不合格"}
        assert "待办" in browser.get("/desk/items").text
        assert browser.post("/desk/seen").status_code == 303
        assert "坏文件" not in browser.get("/desk").text


def _bodies() -> list[tuple[str, bytes]]:
    return [("好的", SOUND), ("差的", FLAWED), ("坏文件", b"\0\1" * 99)]


def test_cells_are_no_formulas(served: Served) -> None:
    with served.browser() as browser:
        page_of(browser, SOUND, name="=1+1.html")
        table = browser.get("/desk/files/reports.csv").content.decode("utf-8-sig")
    assert ",'=1+1.html," in table
