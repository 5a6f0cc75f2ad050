"""Reports print whole sentences, what is relied on in them, and apart what may be done."""

import json
from io import BytesIO

from docx import Document as WordFile
from judged_bodies import BOOK, judged
from selectolax.lexbor import LexborHTMLParser

from govcheck.reports import render

RULE = "substance/missing-figure"
OF = judged("云岭市教育局", parts={"overview": "全年主动公开政府信息 条。"})
DUTY = "行政机关应当及时、准确地公开政府信息。"
CONDITION = "等问题并造成不良后果的"


def test_json_has_sentence_words_and_role() -> None:
    found = json.loads(render("json", OF, BOOK))
    (finding,) = [one for one in found["findings"] if one["rule"] == RULE]
    duty, notice, power = finding["basis"]
    assert duty == {
        "clause": "《中华人民共和国政府信息公开条例》第六条第一款",
        "quote": DUTY,
        "relied": "准确地公开政府信息",
        "role": "duty",
        "status": "derived",
    }
    assert (notice["role"], power["role"]) == ("consequence", "consequence")
    assert CONDITION in notice["quote"]
    assert notice["relied"] == "发布内容不准确不全面"


def test_text_marks_the_words_and_cites_the_consequence_apart() -> None:
    text = "".join(render("text", OF, BOOK).decode().split())
    assert "第六条第一款（推出）：“行政机关应当及时、【准确地公开政府信息】。”" in text
    assert "处理依据：《中华人民共和国政府信息公开条例》第四十七条第一款" in text
    assert "依据：《中华人民共和国政府信息公开工作年度报告格式》" in text


def test_html_marks_the_words_and_folds_the_consequence() -> None:
    page = LexborHTMLParser(render("html", OF, BOOK))
    (card,) = [one for one in page.css("article.finding") if "缺少数字" in one.text()]
    duty, power = card.css("dl.advice > div:has(cite)")
    assert duty.text().strip().startswith("依据")
    assert [one.text() for one in duty.css("blockquote")] == [DUTY]
    assert [one.text() for one in duty.css("blockquote mark")] == ["准确地公开政府信息"]
    assert power.text().strip().startswith("处理依据")
    folded = [one.text() for one in power.css("details blockquote")]
    assert len(power.css("cite")) == 2
    assert not power.css("blockquote")[len(folded) :], "nothing stands unfolded"
    assert CONDITION in folded[0]


def test_markdown_letter_and_workbook_show_them_apart() -> None:
    markdown = render("markdown", OF, BOOK).decode()
    assert "- 处理依据：《中华人民共和国政府信息公开条例》第四十七条第一款" in markdown
    letter = "\n".join(
        one.text for one in WordFile(BytesIO(render("docx", OF, BOOK))).paragraphs
    )
    found, demanded = letter.split("四、整改要求")
    power = "《中华人民共和国政府信息公开条例》第四十七条第一款"
    assert power in demanded
    assert "第四十七条" not in found


def test_no_report_prints_a_quotation_without_its_condition() -> None:
    for kind in ("text", "html", "markdown", "sarif"):
        for line in render(kind, OF, BOOK).decode().splitlines():
            assert "发布内容不准确不全面" not in line or "不良后果" in line, kind
