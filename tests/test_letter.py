"""The letter (整改意见书): its form, and how it says what is confirmed."""

from assessments import assessment, finding, rulebook
from letters import cells, file_of, lines, section
from msgspec.structs import replace
from submitted import cell, document, paragraph

from govcheck.document.evidence import Evidence
from govcheck.document.place import Place

HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>\x07\u202e[甲](javascript:1)|`*_'


# ---------------------------------------------------------------- its form


def test_it_has_the_headings_and_blanks_of_an_official_letter() -> None:
    file = file_of(assessment())
    found = [(one.text, one.style.name) for one in file.paragraphs]
    title = "关于云岭市教育局2024年\n政府信息公开工作年度报告的整改意见书"
    assert found[0] == (title, "Title")
    assert found[2][0] == "＿＿＿＿〔　　　　〕　　号"
    headings = [text for text, style in found if style == "Heading 1"]
    assert headings == [
        "一、检查结论",
        "二、检查依据",
        "三、存在的问题和整改意见",
        "四、整改要求",
    ]
    assert ("（一）重大问题（2项）", "Heading 2") in found
    assert ("1. 未做到按期向社会公布", "Heading 3") in found
    texts = [text for text, _ in found]
    assert "检查单位（盖章）" in texts
    assert texts[texts.index("检查单位（盖章）") + 1] == "　　　　年　　月　　日"
    assert any("联系人" in text for text in texts)
    assert any("＿＿＿＿年＿＿月＿＿日前完成整改" in text for text in texts)


def test_it_follows_the_standard_page() -> None:
    file = file_of(assessment())
    page = file.sections[0]
    assert (round(page.page_width.mm), round(page.top_margin.mm)) == (210, 37)
    assert round(page.left_margin.mm) == 28
    assert file.styles["Title"].font.name == "方正小标宋简体"
    assert file.styles["Heading 1"].font.name == "黑体"
    assert file.styles["Body Text"].font.size.pt == 16


def test_its_end_stays_on_one_page_with_what_it_demands() -> None:
    found = file_of(assessment()).paragraphs
    first = next(i for i, one in enumerate(found) if "前完成整改" in one.text)
    last = next(i for i, one in enumerate(found) if "联系人" in one.text)
    assert all(one.paragraph_format.keep_with_next for one in found[first:last])


def test_it_survives_hostile_text() -> None:
    evidence = Evidence(quote=HOSTILE, expected=HOSTILE, actual=HOSTILE)
    body = document([paragraph(HOSTILE, line=18)])
    given = assessment(of=body, found=[finding("prose", HOSTILE, evidence)])
    assert "‹U+0007›" in "\n".join(lines(given))


# ---------------------------------------------------------------- confirmed problems


def test_problems_stand_by_severity_with_place_ground_and_correction() -> None:
    found = section(lines(assessment()), "存在的问题和整改意见")
    text = "\n".join(found)
    assert found.index("（一）重大问题（2项）") < found.index("（二）一般问题（1项）")
    assert "2025年2月3日公布，超过期限1月31日3天。" in found
    assert "依据：《政府信息公开工作年度报告格式》表三左上角。" in found
    assert "整改意见：对照申请登记台账逐件核对。" in found
    assert "第一部分第1段，现为“14件”，应为“13件”" in text
    assert "第三部分表格“（七）总计”行“自然人”列，现为“15”，应为“12”" in text
    assert "由此引起的其他1处不符，改正后随之消除。" in found


def test_it_cites_places_by_part_and_paragraph_and_never_a_line_of_the_source() -> None:
    text = "\n".join(lines(assessment()) + cells(assessment()))
    assert "源文件" not in text
    assert not any(rule.id in text for rule in rulebook().rules)


def test_it_leaves_out_what_was_waived() -> None:
    text = "\n".join(lines(assessment()) + cells(assessment()))
    assert "统计期限写法不规范" not in text


def test_findings_of_one_rule_stand_under_one_heading() -> None:
    two = [finding("prose", f"第{index}处。") for index in "甲乙"]
    found = lines(assessment(found=two))
    assert "1. 未做到正文与表格一致（共2处）" in found
    assert [line for line in found if line.startswith("（") and "处。" in line] == [
        "（1）第甲处。",
        "（2）第乙处。",
    ]


def test_numbers_stand_without_gaps_but_quotations_as_they_are() -> None:
    given = assessment(found=[finding("prose", "“共 3 处”写错，共 3 处，逾期 2 天。")])
    assert "“共 3 处”写错，共3处，逾期2天。" in lines(given)


def test_a_hint_stands_apart_from_what_is_said() -> None:
    one = replace(finding("prose", "不一致。"), hint="最接近的口径为本年新收。")
    assert "提示：最接近的口径为本年新收。" in lines(assessment(found=[one]))


def test_places_in_text_and_tables() -> None:
    spots = {
        "报告标题": Place(part="introduction", block=0),
        "第一部分标题": Place(part="overview", block=2),
        "第三部分表格“（七）总计”行“自然人”列": cell("r3_7_total", "natural"),
        "页面其他位置": Place(part="furniture", block=0),
    }
    for words, place in spots.items():
        one = finding("prose", "不一致。", Evidence(quote="甲", place=place))
        assert f"位置：{words}“甲”。" in lines(assessment(found=[one]))


def test_a_place_whose_words_end_a_sentence_has_one_full_stop() -> None:
    place = Place(part="introduction", block=0)
    one = finding("prose", "不一致。", Evidence(quote="全文共六个部分。", place=place))
    assert "位置：报告标题“全文共六个部分。”" in lines(assessment(found=[one]))


def test_a_clause_is_quoted_with_one_full_stop() -> None:
    book = rulebook()
    for quote, end in (
        ("应当公布。", "应当公布。”"),
        ("应当公布；", "应当公布”。"),
        ("应当公布", "应当公布”。"),
    ):
        rules = [
            replace(one, basis=(replace(one.basis[0], quote=quote),)) for one in book.rules
        ]
        cited = section(lines(assessment(), replace(book, rules=tuple(rules))), "检查依据")
        assert cited[0].endswith(f"：“{end}")
