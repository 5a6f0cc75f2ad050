"""The page in a browser: links, filter, print, no network, no script but its own, no barrier.

Needs the ``browser`` part of the installation and a Chromium (``CHROMIUM`` or on the PATH).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from assessments import assessment, finding, rulebook
from browsers import axe
from submitted import document, paragraph

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.judging.assessment import Assessment
from govcheck.reports import render

ATTACK = (
    "<script>window.hit=1</script><img src=x onerror='window.hit=1'>"
    "<svg onload='window.hit=1'></svg><a href='javascript:window.hit=1'>x</a>"
    "<style>body{display:none}</style>\"><iframe src='http://example.invalid/'>"
    "<link rel=stylesheet href='http://example.invalid/'>{{7*7}}\u202e\u2066"
)


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:  # noqa: ANN401 - untyped driver
    """Open an assessment; the page knows in ``asked`` every address that it asked for."""
    contexts = []

    def opened(given: Assessment | None = None, **options: Any) -> Any:  # noqa: ANN401
        path = tmp_path / "report.html"
        path.write_bytes(render("html", given or assessment(), rulebook()))
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def test_evidence_and_finding_lead_to_each_other(show: Any) -> None:  # noqa: ANN401
    page = show()
    page.click('#f4 a[href="#e4-1"]')
    assert page.evaluate("document.querySelector(':target').textContent") == "14件"
    page.click('#e4-1 + a[href="#f4"]')
    assert page.evaluate("document.querySelector(':target').id") == "f4"


def test_link_opens_what_is_folded(show: Any) -> None:  # noqa: ANN401
    page = show()
    page.click("#f1 .tags a")
    assert page.is_visible("#rule-decree-711-deadline")


def test_filter_and_search_narrow_the_list(show: Any) -> None:  # noqa: ANN401
    page = show()
    page.select_option("[data-key=severity]", "advice")
    assert page.locator("#findings > .cards article:visible").count() == 1
    page.click("#filter [type=reset]")
    page.fill("#query", "青禾县")
    assert page.locator("#findings > .cards article:visible").count() == 1
    assert page.inner_text("#shown") == "显示 1 / 4"


def test_page_is_whole_without_javascript(show: Any) -> None:  # noqa: ANN401
    page = show(java_script_enabled=False)
    assert page.locator("#findings > .cards article:visible").count() == 4
    assert not page.is_visible("#filter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 800, 390])
def test_page_has_no_barrier(show: Any, scheme: str, width: int) -> None:  # noqa: ANN401
    page = show(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_of_the_document_runs_or_loads(show: Any) -> None:  # noqa: ANN401
    place = Place(part="overview", block=4, start=0, end=30)
    evidence = Evidence(quote=ATTACK, expected=ATTACK, actual=ATTACK, place=place)
    of = document([paragraph(ATTACK, line=18)], furniture=[paragraph(ATTACK)])
    page = show(assessment(of=of, found=[finding("prose", ATTACK, evidence)]))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.hit") is None
    assert page.asked == [page.url]
    assert page.is_visible("#f1")


def test_no_finding_is_cut_in_print(show: Any) -> None:  # noqa: ANN401
    page = show()
    page.emulate_media(media="print")
    assert page.pdf(format="A4").startswith(b"%PDF")
    broken = page.evaluate(
        "[...document.querySelectorAll('.finding')]"
        ".filter((one) => getComputedStyle(one).breakInside !== 'avoid').length"
    )
    assert broken == 0
    assert not page.is_visible("#filter")


def _endless() -> Assessment:
    """Return a result with far more on its page than a window holds."""
    blocks = [paragraph(f"第{number}段，依法公开信息。" * 3, line=18) for number in range(3000)]
    found = [
        finding(
            key,
            f"第{number}条，写法不规范。",
            Evidence(
                quote="公开",
                place=Place(part="overview", block=4 + number * 50, start=2, end=4, line=9),
            ),
        )
        for key in ("prose", "deadline", "footer")
        for number in range(50)
    ]
    return assessment(of=document(blocks), found=found)


def test_what_is_out_of_view_is_not_laid_out(show: Any) -> None:  # noqa: ANN401
    page = show(_endless())
    for choice in (".finding", ".paper > p"):
        skipped = page.evaluate(
            "(choice) => [...document.querySelectorAll(choice)].filter((one) =>"
            " !one.firstElementChild?.checkVisibility({contentVisibilityAuto: true})"
            " && one.firstElementChild).length",
            choice,
        )
        assert skipped > 30, choice


def test_links_reach_what_was_out_of_view(show: Any) -> None:  # noqa: ANN401
    from playwright.sync_api import expect  # noqa: PLC0415 - an extra

    page = show(_endless())
    for number in (1, 77, 150):
        page.goto(f"{page.url.partition('#')[0]}#f{number}")
        page.click(f'#f{number} a[href="#e{number}-1"]')
        expect(page.locator(":target")).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.querySelector(':target').id") == f"e{number}-1"
        page.click(f'.paper a[href="#f{number}"]')
        expect(page.locator(":target")).to_be_in_viewport()


def test_search_finds_what_was_out_of_view(show: Any) -> None:  # noqa: ANN401
    page = show(_endless())
    assert page.evaluate("find('第2999段')")  # what the browser's own search uses
    page.fill("#query", "第49条")
    assert page.locator("#findings > .cards article:visible").count() == 3


@pytest.mark.parametrize("scripted", [True, False])
def test_print_holds_what_is_folded(show: Any, *, scripted: bool) -> None:  # noqa: ANN401
    pdfium = pytest.importorskip("pypdfium2")
    page = show(java_script_enabled=scripted)
    file = pdfium.PdfDocument(page.pdf(format="A4"))
    text = "".join(one.get_textpage().get_text_range() for one in file)
    text = "".join(text.split())
    assert "未提供上一年度报告" in text  # why a rule does not apply
    assert "省级通知另有规定" in text  # why one was waived
    assert "“自然人”列不平衡" in text  # what another causes
    assert f"第{len(file)}页，共{len(file)}页" in text


def test_print_holds_what_was_out_of_view(show: Any) -> None:  # noqa: ANN401
    pdfium = pytest.importorskip("pypdfium2")
    page = show(_endless())
    page.emulate_media(media="print")
    auto = page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".filter((one) => getComputedStyle(one).contentVisibility === 'auto').length"
    )
    assert auto == 0
    file = pdfium.PdfDocument(page.pdf(format="A4"))
    text = "".join(one.get_textpage().get_text_range() for one in file)
    for words in ("第0段", "第1500段", "第2999段", "第0条", "第49条"):
        assert words in text
