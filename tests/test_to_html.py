"""The page: complete, linked both ways, and deaf to what the document tries to tell it."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from typing import Any

import pytest
from assessments import assessment, finding, rulebook
from msgspec.structs import replace
from submitted import OVERVIEW, document, paragraph

from govcheck.document.blocks import Image
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.text import Text
from govcheck.judging.assessment import Assessment, Judgement
from govcheck.kinds.remark import Outcome
from govcheck.reports import render

lexbor = pytest.importorskip("selectolax.lexbor")

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>"
    "<a href='javascript:alert(1)'>x</a></style><style>*{display:none}</style>"
    "{{7*7}}{% include '/etc/passwd' %}]]>--><!-- \" onmouseover=\"alert(1) &lt;b&gt;"
    "\u202etxt.exe\u2066\x00\x1b[31m"
)


def source(given: Assessment | None = None) -> str:
    return render("html", given or assessment(), rulebook()).decode()


def page(given: Assessment | None = None) -> Any:  # noqa: ANN401 - a parsed page
    return lexbor.LexborHTMLParser(source(given))


def hostile() -> Assessment:
    text = HOSTILE * 2
    of = document(
        [paragraph(text, line=18), Image(source=f"javascript:{text}", alt=text, caption=text)],
        furniture=[paragraph(text, line=300)],
    )
    assert of.title is not None
    of = replace(
        of,
        title=replace(of.title, value=text),
        source=replace(of.source, name=text, encoding=text),
        notes=(text,),
    )
    place = Place(part="overview", block=4, start=3, end=40)
    found = finding(
        "prose", text, Evidence(quote=text, expected=text, actual=text, place=place)
    )
    return assessment(of=of, found=[found])


def elements(of: Any) -> Counter[str]:  # noqa: ANN401 - a parsed page
    return Counter(str(node.tag) for node in of.css("*"))


def test_every_finding_shows_message_clause_and_remedy() -> None:
    cards = page().css("#findings > .cards article.finding")
    assert len(cards) == 4  # one is folded, one set aside, one open
    for card in cards:
        assert card.css_first("h3").text()
        assert "《政府信息公开工作年度报告格式》表三左上角" in card.text()
        assert "对照申请登记台账逐件核对" in card.text()


def test_status_of_the_clause_is_explained() -> None:
    basis = page().css_first(".finding .basis").text()
    assert "实例" in basis
    assert "据公开年报、通知的实际适用确认" in basis
    assert "第一项加第二项之和" in basis


def test_links_lead_both_ways() -> None:
    of = page()
    forth = of.css_first('#f4 a[href="#e4-1"]')
    mark = of.css_first("mark#e4-1")
    assert forth is not None
    assert mark.text() == "14件"
    back = of.css('.paper a.ref[href="#f4"]')
    assert len(back) == 2  # the prose and the cell


def test_every_link_leads_somewhere_on_the_page() -> None:
    of = page()
    ids = [node.attributes["id"] for node in of.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = {str(node.attributes["href"]) for node in of.css("[href]")}
    assert targets <= {f"#{name}" for name in ids}


def test_numbers_follow_the_order_on_the_page() -> None:
    ids = [str(one.attributes["id"]) for one in page().css("article[id], .causes > ul > li")]
    named = [one for one in ids if not one.startswith("t-")]
    assert named == ["f1", "f2", "f3", "f4", "f5", "f6", "o1"]


def test_text_is_shown_whole() -> None:
    assert OVERVIEW in re.sub(r"14件\d", "14件", page().css_first(".paper").text())


def test_wrong_cell_shows_its_correction() -> None:
    cell = page().css_first(".figures td.major")
    assert cell.css_first("del").text() == "15"
    assert cell.css_first("ins").text() == "12"


def test_cell_that_is_only_part_of_a_sum_is_not_marked_as_wrong() -> None:
    cells = page().css(".figures td.part")
    assert [cell.css_first("a.ref").attributes["href"] for cell in cells] == ["#f4"]


def test_picture_and_furniture_with_evidence_are_shown() -> None:
    of = page()
    assert "行政复议表" in of.css_first(".frame.open").text()
    assert of.css_first(".aside mark").text() == "青禾县人民政府"


@pytest.mark.parametrize("vetoes", [(), ("decree-711/applications",)])
def test_lost_points_add_up(vetoes: tuple[str, ...]) -> None:
    cells = page(assessment(vetoes=vetoes)).css(".losses td.number")
    points = [text for cell in cells if (text := cell.text())]
    left = float(points[0])
    for entry in points[1:]:
        if entry.startswith("−"):
            left -= float(entry[1:])
        else:
            assert left == float(entry)


def test_waived_finding_keeps_its_reason() -> None:
    waived = page().css_first("#waived").text()
    assert "省级通知另有规定" in waived
    assert "已豁免" in waived
    assert "有效期至2025年12月31日" in waived


def test_open_items_leave_room_for_a_person() -> None:
    items = page().css_first("#open")
    assert "行政复议、行政诉讼情况表为图片" in items.text()
    assert "签字" in items.text()


def test_rule_that_is_open_as_a_whole_is_on_the_checklist() -> None:
    doubt = Judgement(rule="decree-711/deadline", outcome=Outcome.OPEN, reason="单位类别不明")
    given = replace(assessment(found=()), judgements=(doubt,))
    assert "单位类别不明" in page(given).css_first("#open").text()
    for name in ("text", "markdown"):
        assert "单位类别不明" in render(name, given, rulebook()).decode()


def test_assessment_without_findings_says_so() -> None:
    assert "没有发现问题" in page(assessment(found=())).css_first("#findings").text()


def test_document_cannot_add_elements() -> None:
    quiet = replace(hostile(), case=Case(document=document([paragraph("平常", line=18)])))
    assert elements(page(hostile()))["script"] == elements(page())["script"] == 1
    assert elements(page(hostile()))["style"] == 1
    for tag in ("img", "iframe", "object", "link", "base", "form"):
        assert elements(page(hostile()))[tag] == elements(page(quiet))[tag]
    assert not page(hostile()).css("svg:not([role=img])")


def test_document_cannot_add_attributes() -> None:
    for node in page(hostile()).css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            if name == "href":
                assert re.fullmatch(r"#[a-z0-9-]+", value or "")
            assert name not in {"style", "src", "srcdoc", "action", "formaction"}


def test_template_syntax_of_the_document_is_text() -> None:
    assert "{{7*7}}" in page(hostile()).css_first(".paper").text()


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x1b", "\x00", "\u200b", "\x85"])
def test_hidden_characters_are_made_visible(character: str) -> None:
    given = assessment(
        of=document([paragraph(f"前{character}后")]), found=[finding("prose", f"见{character}")]
    )
    html = source(given)
    assert character not in html
    assert html.count(f"‹U+{ord(character):04X}›") >= 2


def test_policy_admits_its_own_script_and_style_alone() -> None:
    html = source(hostile())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    for tag in ("script", "style"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert body is not None
        digest = b64encode(sha256(body[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_page_asks_nothing_of_the_network() -> None:
    assert not re.search(r"https?://|url\(|@import", source())


def test_same_input_gives_the_same_bytes() -> None:
    assert source(hostile()) == source(hostile())


def test_marks_follow_the_text_as_written() -> None:
    written = Text(normal="收到14件", written="收 到１４件", origin=(0, 2, 3, 4, 5))
    of = document([replace(paragraph("", line=18), text=written)])
    place = Place(part="overview", block=4, start=2, end=5)
    given = assessment(of=of, found=[finding("prose", "甲", Evidence(place=place))])
    assert page(given).css_first("mark").text() == "１４件"


def test_overlapping_evidence_keeps_every_link() -> None:
    of = document([paragraph("一二三四五六七八九十", line=18)])
    places = [(0, 5), (3, 8), (3, 5), (9, 10), (10, 10), (0, 99)]
    found = [
        finding("prose", "甲", Evidence(place=Place(part="overview", block=4, start=a, end=b)))
        for a, b in places
    ]
    shown = page(assessment(of=of, found=found))
    for number in range(1, len(places) + 1):
        assert len(shown.css(f"#e{number}-1")) == 1
        assert len(shown.css(f'.paper a[href="#f{number}"]')) == 1
    text = "".join(node.text() for node in shown.css(".paper p"))
    assert "一二三四五六七八九十" in re.sub(r"\d", "", text)


@pytest.mark.parametrize("other", [(0, 4), (3, 8), (6, 7), (2, 13)])
def test_secret_is_shown_masked_wherever_it_stands(other: tuple[int, int]) -> None:
    of = document([paragraph("电话13800000000", line=18)])
    here = Place(part="overview", block=4, start=2, end=13)
    over = Place(part="overview", block=4, start=other[0], end=other[1])
    secret = Evidence(quote="138****0000", place=here, secret=True)
    found = [finding("prose", "甲", Evidence(place=over)), finding("prose", "乙", secret)]
    text = page(assessment(of=of, found=found)).css_first(".paper").text()
    assert "380000" not in text
    assert "138****0000" in source(assessment(of=of, found=found))


def test_size_stays_small_for_a_long_document() -> None:
    of = document([paragraph("本局依法公开信息。" * 40, line=18)] * 95)
    assert len(source(assessment(of=of)).encode()) < 400_000
