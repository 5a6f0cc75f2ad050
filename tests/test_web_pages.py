"""The page of a report: what an upload leads to, and what can be saved of it."""

import re
from collections.abc import Iterator
from html import escape, unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from served import FLAWED, SOUND, Served, page_of, serving, shown
from word_files import word_file

import govcheck


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("store")) as server:
        yield server


def test_an_upload_leads_to_what_was_found(served: Served) -> None:
    with served.browser() as browser:
        page = page_of(browser, FLAWED)
    assert page.status_code == 200
    result = govcheck.check(FLAWED, name="稿件.html")
    text = unescape(page.text)
    assert result.verdict in text
    assert all(one.message.rstrip("。") in text for one in result.findings)
    assert 'id="text"' in text


ATTACK = '"><img src=x onerror=x=1>{{ 7 * 7 }}'


def test_a_page_runs_nothing_but_its_own(served: Served) -> None:
    heading = "总体情况</strong></p>"
    text = f"{heading}<p>{escape(ATTACK)}&lt;script&gt;全年待补XX条。</p>"
    content = FLAWED.decode().replace(heading, text, 1)
    with served.browser() as browser:
        page = page_of(browser, content.encode(), name=f"{ATTACK}.html")
        key = re.findall(r'data-key="([0-9a-f-]+)"', page.text)[0]
        choice = {"key": key, "decision": "豁免", "reason": ATTACK}
        sent = {"person": ATTACK, "choices": [choice]}
        assert browser.post(f"{page.url.path}/decisions", json=sent).status_code == 200
        browser.post("/desk/reports", files={"files": (f"{ATTACK}.bin", b"\0\1" * 99)})
        pages = [page, *map(browser.get, (page.url.path, "/desk", "/desk/log"))]
    for one in pages:
        policy = one.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert ATTACK in unescape(one.text)
        assert "<img src=x" not in one.text
        assert "<script>" not in one.text


def test_what_cannot_be_read_is_said_and_not_kept(served: Served) -> None:
    with served.browser() as browser:
        answer = browser.post("/reports", files={"file": ("a.bin", b"\0\1\2" * 99)})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert "a.bin" not in browser.get("/desk/files/reports.csv").text


def test_text_may_be_pasted(served: Served) -> None:
    text = "青禾县财政局2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息5条。"
    with served.browser() as browser:
        answer = browser.post("/reports", data={"text": text})
        assert answer.status_code == 303
        assert "青禾县财政局" in shown(browser, answer.headers["location"]).text


def test_corrections_count(served: Served) -> None:
    with served.browser() as browser:
        page = page_of(browser, SOUND)
        browser.post(f"{page.url.path}/stated", data={"agency_kind": "department"})
        assert "县级以上人民政府部门" in shown(browser, page.url.path).text


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
