"""What is quoted, and on which line it begins: single cases of each kind."""

import pytest
from judged_files import checked, quoted

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.quotation import verbatim
from govcheck.kinds.remark import Outcome, Severity

TITLE = "云岭市水务局2024年政府信息公开工作年度报告"
REPORT = """<html><head><meta name="PubDate" content="
2026-12-19"><title>
云岭市水务局2024年政府信息公开工作年度报告</title></head><body>
<h1>云岭市水务局2024年政府信息公开工作年度报告</h1>
<p>统计期限为2024年1月1日至2024年12月31日。</p>
<h2>一、总体情况</h2>
{overview}
</body></html>
"""


def page(overview: str) -> Assessment:
    return checked(REPORT.format(overview=overview), "report.html")


def said(assessment: Assessment, rule: str) -> list[tuple[str, int | None]]:
    """Return the quotations of a rule with their lines."""
    return [
        (evidence.quote, evidence.place.line)
        for finding in assessment.findings
        for evidence in finding.evidence
        if finding.rule == rule
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("overview", "line"),
    [
        ("<p>本年布署工作。</p>", 7),
        ("<p>本年\n布署工作。</p>", 8),
        ("<p>\n<b>本年</b\n><i>布署</i>工作。</p>", 9),
        ("<p><!--\n布署\n-->本年布署工作。</p>", 9),
        ("<p\nclass=a\n>本年布<span\n>署</span>工作。</p>", 9),
        ("<p>本年&#10;布署工作。</p>", 7),
        ("<p>本年<br>\n\n布署工作。</p>", 9),
        ("<p>第一段。</p\n>本年布署工作。", 8),
        ("<p>布署</p\n>布署", 7),
        ("<script>\n'布署'\n</script>布署", 9),
        ("<pre>\n本年\n布署工作。</pre>", 9),
        ("<ul><li>甲\n<li>布&#x7f72;</ul>", 8),
        ("<table><tr><td>甲</td><td>\n<p>1</p><p>\n布署</p></td></tr></table>", 9),
    ],
)
def test_a_quotation_begins_on_its_first_characters_line(
    overview: str, line: int, line_break: str
) -> None:
    source = REPORT.format(overview=overview).replace("\n", line_break)
    assert ("布署", line) in said(checked(source, "report.html"), "prose/wording")


def test_like_texts_after_one_tag_have_lines_of_their_own() -> None:
    assessment = page("<p>本年布署</p\n>布署\n<!-- 布署 --><hr>本年布署")
    assert said(assessment, "prose/wording") == [("布署", 7), ("布署", 8), ("布署", 9)]


def test_cells_have_lines_of_their_own() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>\n\n{made}</td><td\n>{void}</td><td>{valid}\n</td></tr>"
        for name, made, void, valid in (
            ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            ("规章", 1, 2, "３ 件x"),
        )
    )
    assessment = page(f"<h2>二、主动公开政府信息情况</h2><table>{rows}</table>")
    cells = assessment.document.tables["proactive-1"].cells
    assert {cell.written for cell in cells.values()} >= {"1", "2", "３ 件x"}
    (evidence,) = (one for one in quoted(assessment) if one.quote == "３ 件x")
    assert evidence.place.line == 14


class TestText:
    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
    def test_a_form_feed_is_no_line(self, line_break: str) -> None:
        text = f"{TITLE}\n一、总体情况\n\f甲。\u2028乙。\v\n本年布署工作。\n"
        assessment = checked(text.replace("\n", line_break), "report.txt")
        assert said(assessment, "prose/wording") == [("布署", 4)]

    def test_a_wrapped_paragraph_has_many_lines(self) -> None:
        lines = ["本年度全市各级行政机关坚持以公开为常态不公开为例外，围绕重点"] * 12
        lines[7] = "领域持续加大主动公开力度布署工作，通过门户网站和政务新媒体公"
        text = [
            "云岭市水务局2024年政府信息公开工作年度报告",
            "一、总体情况",
            *lines[:5],
            "- 1 -",
            *lines[5:],
        ]
        assessment = checked("\n".join(text), "report.txt")
        assert said(assessment, "prose/wording") == [("布署", 11)]
        assert len(assessment.document.body) == 3

    def test_full_width_figures_are_quoted_as_they_are(self) -> None:
        text = (
            f"{TITLE}\n发布时间：2026-１２-19\n"
            "统计期限为2023年１月１日至２０２３年12月31日。\n一、总体情况\n无。\n"
        )
        assessment = checked(text, "report.txt")
        assert said(assessment, "decree-711/deadline") == [("发布时间：2026-１２-19", 2)]
        quotes = {evidence.quote for evidence in quoted(assessment)}
        assert "2023年１月１日至２０２３年12月31日" in quotes


def test_what_a_page_says_of_itself_stands_in_its_tags() -> None:
    assert said(page("<p>无。</p>"), "decree-711/deadline") == [("2026-12-19", 2)]


def test_the_text_of_a_picture_stands_in_its_tag() -> None:
    assessment = page('<p>无。<img\nsrc=a.png\nalt="\nIMG_1.png"></p>')
    assert said(assessment, "publication/image-text") == [("IMG_1.png", 10)]


def test_what_is_absent_has_no_quotation() -> None:
    assessment = page("<p>无。</p>")
    missing = [one for one in assessment.findings if "缺少" in one.message]
    assert missing
    assert not any(evidence.quote for one in missing for evidence in one.evidence)


def test_what_stands_at_no_place_is_no_quotation() -> None:
    document = page("<p>无。</p>").document
    evidence = Evidence(quote="甲：乙、丙", place=Place(block=len(document.body) - 1))
    finding = Finding(
        rule="a/b",
        outcome=Outcome.FAIL,
        severity=Severity.MINOR,
        message="",
        evidence=(evidence,),
    )
    (shown,) = verbatim(finding, document).evidence
    assert (shown.quote, shown.actual) == ("", "甲：乙、丙")


def test_traditional_characters_are_quoted_as_they_are() -> None:
    assessment = page(
        "<p>全\n年共辦理政府信息公開申請，組織培訓，應當編製報告，條例規定。</p>"
        + "<p>當年對個別問題進行處理。</p>" * 9
    )
    assert said(assessment, "publication/standard-characters") == [
        ("全 年共辦理政府信息公開申請，組織培訓，應", 7)
    ]


def test_what_is_put_together_is_no_quotation() -> None:
    labels = ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量")
    head = "".join(f"<td>{label}</td>" for label in labels)
    row = "".join(f"<td>{value}</td>" for value in ("规范性文件", 0, 0, 0))
    table = f"<table><tr>{head}</tr><tr>{row}</tr></table>"
    assessment = page(f"<h2>二、主动公开政府信息情况</h2>{table}")
    shown = [
        evidence
        for finding in assessment.findings
        for evidence in finding.evidence
        if finding.rule == "format/proactive-structure" and evidence.actual
    ]
    assert shown
    for evidence in shown:
        assert evidence.quote in {"", *labels, "规范性文件"}


def test_a_masked_number_stays_masked() -> None:
    assessment = page("<p>联系人\n身份证号53010219200508011x、手机13800138000。</p>")
    masked: list[Evidence] = [
        one for finding in assessment.findings for one in finding.evidence if one.secret
    ]
    assert all("*" in one.quote and one.place.line == 8 for one in masked)
    assert masked


@pytest.mark.parametrize(
    "unseen",
    [
        "<i hidden>x</i>",
        "<i style='display:none'>市，</i>",
        "<template>情</template>",
        "<svg>a</svg>",
    ],
)
def test_what_is_not_seen_stands_in_no_lines_way(unseen: str) -> None:
    title = "<h1>云岭市水务局2024年政府信息公开工作年度报告</h1>"
    page = f"{title}\n<p>云岭\n市{unseen}，情\n形。成\n。况</p>"
    found = [one for one in quoted(checked(page, "a.html")) if one.quote == "成 。"]
    assert [one.place.line for one in found] == [4]
