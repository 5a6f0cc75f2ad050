"""Deciding in the page: from a tick to a ledger file to another verdict, without a network.

Needs the ``browser`` part of the installation and a Chromium (``CHROMIUM`` or on the PATH).
"""

from collections.abc import Callable, Iterator
from json import loads
from pathlib import Path
from typing import Any

import pytest
from browsers import axe

from govcheck.cli import main

TESTS = Path(__file__).parent
FLAWED = (TESTS.parent / "examples" / "flawed.html").read_text("utf-8")
CUT = (TESTS / "correct" / "county-2025.txt").read_text("utf-8").partition("\n五、")[0]

BARE = ("无障碍.html", "无障碍.txt")
"""Pages that a program may be put into that looks for barriers."""


@pytest.fixture
def show(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:  # noqa: ANN401 - untyped driver
    """Check a report and open its page; ``page.asked`` is all that it asked for."""
    monkeypatch.chdir(tmp_path)
    pages = []

    def opened(text: str, name: str = "年报.html", *options: str) -> Any:  # noqa: ANN401
        Path(name).write_text(text, "utf-8")
        main(["check", name, *options])
        page = browser.new_page(bypass_csp=name in BARE)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto((tmp_path / f"{Path(name).stem}.govcheck.html").as_uri())
        page.evaluate(
            "document.querySelectorAll('details').forEach((one) => (one.open = true))"
        )
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()


def decide(box: Any, decision: str, reason: str = "") -> None:  # noqa: ANN401
    box.locator("[data-field=decision]").select_option(decision)
    if reason:
        box.locator("[data-field=reason]").fill(reason)


def export(page: Any, target: str = "年报.review.yaml") -> str:  # noqa: ANN401
    page.fill("#person", "王审核")
    page.fill("#decided-on", "2026-03-01")
    with page.expect_download() as download:
        page.click("#ledger button")
    download.value.save_as(target)
    return Path(target).read_bytes().decode("utf-8")


def result(name: str, *options: str) -> dict[str, Any]:
    main(["check", name, *options, "-f", "json"])
    found: dict[str, Any] = loads(Path(f"{Path(name).stem}.govcheck.json").read_text("utf-8"))
    return found


def test_three_decisions_move_the_verdict(show: Any) -> None:  # noqa: ANN401
    page = show(CUT, "年报.txt")
    assert page.inner_text(".word") == "待核"
    page.check("#o1 [data-every]")
    page.check("#o2 [data-every]")
    boxes = page.locator("#o3 fieldset.decision")
    decide(boxes.nth(0), "符合", "网站所示日期在期限内")
    decide(boxes.nth(1), "不符合")
    text = export(page)
    assert page.asked[0] == page.url
    assert not [one for one in page.asked if not one.startswith(("file:", "blob:"))]
    assert '  核验人: "王审核"\n  日期: 2026-03-01\n' in text
    after = result("年报.txt", "--review", "年报.review.yaml")
    assert after["verdict"] == "合格"
    assert after["open"] == []
    assert after["score"]["confirmed"] == after["score"]["possible"] < 100
    assert after["score"]["verified"] == 100
    decisions = [one["decision"] for one in after["findings"] if one["decision"]]
    assert {one["person"] for one in decisions} == {"王审核"}
    upheld = [
        one["rule"]
        for one in after["findings"]
        if one["decision"] and one["decision"]["decision"] == "不符合"
    ]
    assert len(set(upheld)) == 1
    lost = [one["points"] for one in after["score"]["deductions"] if one["rule"] in upheld]
    assert sum(lost) == 100 - after["score"]["confirmed"]


def test_a_veto_found_true_by_a_person_fails_the_report(show: Any) -> None:  # noqa: ANN401
    page = show(CUT, "年报.txt")
    critical = page.locator("#o1 .rules-left > ul > li", has_text="否决").first
    decide(critical.locator("fieldset.decision"), "不符合")
    export(page)
    after = result("年报.txt", "--review", "年报.review.yaml")
    assert after["verdict"] == "不合格"
    assert len(after["score"]["vetoes"]) == 1
    assert after["open"][0]["rules"]  # the others are left to be decided


def test_twenty_decisions_survive_an_edit_of_the_report(show: Any) -> None:  # noqa: ANN401
    page = show(FLAWED)
    boxes = page.locator("fieldset.decision")
    for number in range(20):
        decide(boxes.nth(number), ("符合", "不符合", "不适用", "豁免")[number % 4], "已查台账")
    assert page.inner_text("#decided-count").startswith("已决定 20 / ")
    export(page)
    edited = FLAWED.replace("一、总体情况", "一、总体情况</h2><p>本县高度重视。</p><h2>", 1)
    Path("年报.html").write_text(edited, "utf-8")
    after = result("年报.html", "--review", "年报.review.yaml")
    assert sum(bool(one["decision"]) for one in after["findings"]) == 20


def test_what_was_exported_is_read_back(show: Any) -> None:  # noqa: ANN401
    page = show(FLAWED)
    boxes = page.locator("fieldset.decision")
    decide(boxes.nth(0), "豁免", '“另有规定”："甲\\乙" # 注 \u202e')
    boxes.nth(0).locator("[data-field=until]").fill("2027-01-31")
    decide(boxes.nth(1), "不符合")
    first = export(page)
    again = show(FLAWED)
    again.set_input_files("#read-ledger", "年报.review.yaml")
    again.wait_for_selector("#ledger-said:not(:empty)")
    assert "对应本页" in again.inner_text("#ledger-said")
    assert again.inner_text("#decided-count").startswith("已决定 2 / ")
    assert again.locator("[data-field=until]").first.input_value() == "2027-01-31"
    assert export(again, "再次.yaml") == first
    third = show(FLAWED, "年报.html", "--review", "年报.review.yaml")
    assert "已豁免" in third.text_content("#waived")
    assert "有效期至2027年1月31日" in third.text_content("#waived")
    assert sorted(export(third, "三.yaml").split("\n\n")) == sorted(first.split("\n\n"))


def test_a_ledger_of_people_keeps_what_is_not_of_this_page(show: Any) -> None:  # noqa: ANN401
    page = show(FLAWED)
    main(["review", "年报.html", "-o", "台账.yaml"])
    other = '"00000000000000aa":\r\n  报告: 另一单位（2023年度）\r\n  决定: 符合 # 电话核实\r\n'
    blank = Path("台账.yaml").read_text("utf-8")
    theirs = f"# 王审核的台账\n{blank}\n# 以下是别的报告\n{other}"
    Path("台账.yaml").write_bytes(theirs.encode())
    page.set_input_files("#read-ledger", "台账.yaml")
    page.wait_for_selector("#ledger-said:not(:empty)")
    assert "其余 1 项原样保留" in page.inner_text("#ledger-said")
    decide(page.locator("fieldset.decision").first, "不适用", "县级不适用")
    text = export(page)
    assert text.startswith("# 王审核的台账\n")
    assert f"# 以下是别的报告\n{other}" in text
    assert text.count("  决定:\n") == theirs.count("  决定:\n") - 1
    assert text.count("报告:") == theirs.count("报告:")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# 审查台账\n甲\n", "第 2 行"),
        ('"aa":\n  决定: [豁免]\n', "第 2 行"),
        ('"aa":\n  理由: |\n    多行\n', "第 2 行"),
        ('"aa":\n  理由: "没有写完\n', "第 2 行"),
    ],
)
def test_a_ledger_that_cannot_be_read_changes_nothing(
    show: Callable[..., Any], text: str, said: str
) -> None:
    page = show(FLAWED)
    decide(page.locator("fieldset.decision").first, "不符合")
    Path("坏.yaml").write_text(text, "utf-8")
    page.set_input_files("#read-ledger", "坏.yaml")
    page.wait_for_selector("#ledger-said:not(:empty)")
    assert said in page.inner_text("#ledger-said")
    assert page.inner_text("#decided-count").startswith("已决定 1 / ")


def test_no_ledger_without_person_and_reason(show: Any) -> None:  # noqa: ANN401
    page = show(FLAWED)
    box = page.locator("fieldset.decision").first
    decide(box, "豁免")
    page.click("#ledger button")
    assert "核验人" in page.inner_text("#ledger-said")
    page.fill("#person", "王审核")
    page.click("#ledger button")
    assert "理由" in page.inner_text("#ledger-said")
    assert page.evaluate("document.activeElement.dataset.field") == "reason"


@pytest.mark.parametrize(
    ("text", "name", "width", "scheme"),
    [
        (CUT, BARE[1], 390, "dark"),
        (CUT, BARE[1], 1280, "light"),
        (FLAWED, BARE[0], 800, "light"),
        (FLAWED, BARE[0], 390, "dark"),
    ],
)
def test_deciding_meets_no_barrier(
    show: Callable[..., Any], text: str, name: str, width: int, scheme: str
) -> None:
    page = show(text, name)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for box in page.locator(".cards fieldset.decision").all()[:3]:
        decide(box, "豁免", "另有规定")
    page.click("#ledger button")
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_page_offers_nothing_to_decide(
    browser: Any,  # noqa: ANN401
    show: Any,  # noqa: ANN401
    tmp_path: Path,
) -> None:
    show(FLAWED)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "年报.govcheck.html").as_uri())
    assert not page.is_visible("#ledger")
    assert page.locator("fieldset.decision:visible").count() == 0
    context.close()
