"""The whole story in a browser: upload, find, decide, mend, upload again; no barrier to it.

Needs the ``browser`` part of the installation and a Chromium (``CHROMIUM`` or on the PATH).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browsers import axe
from drafts import PLANTED, faulty
from served import SOUND, Served, serving

import govcheck

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
MOST_TABS = 80


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as server:
        yield server


@contextmanager
def let_in(browser: Any, served: Served, **options: Any) -> Iterator[Any]:  # noqa: ANN401
    """Follow a link; whatever the page asks for elsewhere, or complains of, is a failure."""
    context = browser.new_context(**{"viewport": WIDE, "locale": "zh-CN"} | options)
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
    page.on(
        "request", lambda one: None if one.url.startswith(served.url) else wrong.append(one.url)
    )
    page.goto(f"{served.url}/enter?key={served.access.link()}")
    page.wait_for_url(f"{served.url}/")
    try:
        yield page
        assert wrong == []
    finally:
        context.close()


def hand_in(page: Any, content: bytes, button: str = "检查") -> None:  # noqa: ANN401 - untyped driver
    """Choose a file and send it."""
    file = {"name": "稿件.html", "mimeType": "text/html", "buffer": content}
    page.set_input_files("#file", files=[file])
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_selector("[data-review]")


def no_barrier(page: Any, **options: Any) -> None:  # noqa: ANN401 - untyped driver
    results = axe.Axe().run(page, options=options or None)
    assert results.violations_count == 0, results.generate_report()


def test_a_draft_is_mended(browser: Any, served: Served, tmp_path: Path) -> None:  # noqa: ANN401
    found = {one.message for one in govcheck.check(faulty(), name="稿件.html").findings}
    with let_in(browser, served) as page:
        hand_in(page, faulty())
        seen = set()
        for _ in range(len(found)):
            page.keyboard.press("n")
            seen.add(page.evaluate("document.activeElement.querySelector('h3').textContent"))
        rules = {one.rule for one in govcheck.check(faulty(), name="稿件.html").findings}
        assert {rule for rule, *_ in PLANTED} <= rules
        assert all(any(wrong in one for one in seen) for _, _, _, wrong in PLANTED)

        card = page.locator("#findings article", has_text="六角括号")
        card.locator("[data-field=decision]").select_option("豁免")
        card.locator("[data-field=reason]").fill("原文件如此")
        page.fill("#person", "张三")
        with page.expect_navigation():
            page.get_by_role("button", name="保存决定").click()
        page.wait_for_selector("#waived")
        assert "原文件如此" in page.locator("#waived").text_content()

        page.locator("summary", has_text="下载").click()
        with page.expect_download() as letter:
            page.get_by_role("link", name="整改意见书").click()
        assert letter.value.suggested_filename == "稿件.govcheck.docx"
        letter.value.save_as(tmp_path / "letter.docx")
        assert (tmp_path / "letter.docx").read_bytes().startswith(b"PK")

        with let_in(browser, served) as other:
            other.goto(page.url)
            assert "原文件如此" in other.locator("#waived").text_content()
            other.goto(f"{served.url}/desk")
            assert "在审" in other.locator(".reports").inner_text()

        hand_in(page, SOUND, "检查改过的稿件")
        mended = page.locator(".tallies .mended")
        assert int(mended.locator("b").inner_text()) >= len(PLANTED)
        assert page.locator(".tallies .new b").inner_text() == "0"
        told = mended.text_content()
        assert all(wrong in told for _, _, _, wrong in PLANTED)
        page.goto(f"{page.url}/contrast")  # whose style its policy must allow
        assert page.title().startswith("同一份报告")


def test_evidence_is_shown_beside_the_finding(browser: Any, served: Served) -> None:  # noqa: ANN401
    with let_in(browser, served) as page:
        hand_in(page, faulty())
        page.keyboard.press("n")
        page.keyboard.press("n")
        mark = page.evaluate(
            """() => {
                const link = document.activeElement.querySelector('a[href^="#e"]');
                const seen = document.getElementById(link.hash.slice(1));
                const mark = seen.getBoundingClientRect();
                const pane = document.querySelector(".shown").getBoundingClientRect();
                return pane.top <= mark.top && mark.bottom <= pane.bottom;
            }"""
        )
        assert mark
        page.keyboard.press("p")
        assert page.evaluate("document.activeElement.id") == "f1"


def test_the_keyboard_is_enough(browser: Any, served: Served) -> None:  # noqa: ANN401
    with let_in(browser, served) as page:
        file = {"name": "稿件.html", "mimeType": "text/html", "buffer": faulty()}
        page.set_input_files("#file", files=[file])
        _tab_to(page, "form[data-upload] button.primary")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-review]")
        page.keyboard.press("n")
        _tab_to(page, "#f1 [data-field=decision]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.input_value("#f1 [data-field=decision]") == "不符合"
        page.locator("#person").focus()
        page.keyboard.type("李四")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.goto(f"{served.url}/desk/log")
        assert "李四" in page.locator(".reports").inner_text()


def _tab_to(page: Any, selector: str) -> None:  # noqa: ANN401 - untyped driver
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(selector)


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_no_page_has_a_barrier(
    browser: Any,  # noqa: ANN401 - untyped driver
    served: Served,
    size: dict[str, int],
    scheme: str,
) -> None:
    with let_in(browser, served, viewport=size, color_scheme=scheme) as page:
        no_barrier(page)
        hand_in(page, faulty())
        hand_in(page, faulty(leaving=5), "检查改过的稿件")
        page.locator("summary", has_text="下载").click()
        page.locator("summary", has_text="更正").click()
        no_barrier(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        for path in ("/desk", "/desk/items", "/desk/log"):
            page.goto(f"{served.url}{path}")
            no_barrier(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_door_and_a_refusal_have_no_barrier(browser: Any, served: Served) -> None:  # noqa: ANN401
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url)
    no_barrier(page)
    page.goto(f"{served.url}/enter?key={served.access.link()}")
    page.wait_for_selector("#file")
    page.set_input_files("#file", files=[{"name": "a", "mimeType": "", "buffer": b"\0\1" * 99}])
    page.get_by_role("button", name="检查", exact=True).click()
    page.wait_for_selector("[role=alert]")
    no_barrier(page)
    context.close()
