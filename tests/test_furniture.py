"""Where a document begins and ends on its page."""

import pytest
from pages import IDS, INTRODUCTION, SIX, TITLE, page_of, part_ids, read_lines, read_page, texts

from govcheck.document.blocks import Image
from govcheck.errors import Unusable
from govcheck.readers.raw import RawCell, RawGrid, RawParagraph

REPORT = (TITLE, INTRODUCTION, *SIX)


def linked(text: str, zone: str = "") -> RawParagraph:
    return RawParagraph(text=text, linked=1.0, zone=zone)


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 政府信息公开年报",
        "来源：云岭市教育局 2025-01-20 16:28:04",
        "发布时间：2025-01-20 浏览次数：12",
        "【字体：大 中 小】",
        "索引号：000014349/2025-00002",
        "2025-01-20 09:00",
        "打印",
    ],
)
def test_lines_between_title_and_text_are_furniture(line: str) -> None:
    document = read_lines(TITLE, line, INTRODUCTION, *SIX)
    assert len(document.body) == len(REPORT)
    assert len(document.furniture) == 1


@pytest.mark.parametrize(
    "line",
    [
        "上一篇：云岭市教育局2023年政府信息公开工作年度报告",
        "分享到：微信 微博",
        "主办单位：云岭市人民政府办公室",
        "滇ICP备00000000号",
        "扫一扫在手机打开当前页",
        "【打印】【关闭】",
        "彩票之家-通用APP",
        linked("云岭市财政局2024年政府信息公开工作年度报告"),
        RawParagraph(text="云岭市教育局党委主办，欢迎监督。", zone="footer"),
    ],
)
def test_what_follows_the_text_is_furniture(line: str | RawParagraph) -> None:
    document = read_lines(*REPORT, line)
    assert texts(document.body)[-1] == SIX[-1]
    assert len(document.furniture) == 1


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("云岭市教育局2024年法治政府建设年度报告", 1),
        ("云岭市财政局2024年政府信息公开工作年度报告", 2),
        ("云岭市教育局2023年政府信息公开工作年度报告", None),
        ("关于做好2025年政务公开工作的通知", 2),
    ],
)
def test_another_document_below_the_report_is_none_of_it(title: str, level: int | None) -> None:
    heading = RawParagraph(text=title, level=level, line=99)
    document = read_lines(*REPORT, heading, "一、总体情况", "新收申请56件。", "二、主要问题")
    assert texts(document.body)[-1] == SIX[-1]
    assert part_ids(document) == part_ids(read_lines(*REPORT))
    assert not document.page_titles


OTHERS = [
    "云岭市教育局关于印发2025年工作要点的通知",
    "云岭市教育局2024年法治政府建设年度报告",
    "云岭市2025年部门预算公开说明",
    "附：云岭市教育局2024年政务公开考核办法（试行）",
]


@pytest.mark.parametrize("title", OTHERS)
@pytest.mark.parametrize("first", ["一、总体要求", "第一部分　概况", "第一条　目的"])
def test_a_document_of_another_kind_is_none_of_the_report(title: str, first: str) -> None:
    document = read_lines(*REPORT, title, "各科室：", first, "新收申请56件。", "二、任务")
    assert texts(document.body)[-1] == SIX[-1]


def test_another_document_does_not_make_up_for_a_part_that_the_report_lacks() -> None:
    other = RawParagraph(text="云岭市财政局2024年政府信息公开工作年度报告", level=1)
    document = read_lines(*REPORT[: REPORT.index(SIX[-2])], other, *SIX)
    assert part_ids(document) == IDS[:-1]


@pytest.mark.parametrize(
    "lines",
    [
        ("（三）2024年政务公开工作总结", "一、组织有力", "二、措施到位"),
        ("2.关于2024年政务公开工作的说明", "一、组织有力"),
        ("附件：2024年政府信息公开工作年度报告",),
        ("云岭市教育局关于2024年政务公开工作的说明", "全年未收费。"),
    ],
)
def test_a_title_among_the_last_part_s_items_ends_no_report(lines: tuple[str, ...]) -> None:
    document = read_lines(*REPORT, *lines)
    assert texts(document.body)[-len(lines) :] == list(lines)


@pytest.mark.parametrize("title", ["（一）云岭市教育局法治政府建设报告", "附表", TITLE])
def test_a_part_that_comes_again_without_another_title_is_seen(title: str) -> None:
    document = read_lines(*REPORT, title, "一、总体情况", "新收申请56件。")
    assert part_ids(document).count("overview") == 2


def test_the_main_heading_of_another_document_ends_the_report() -> None:
    other = RawParagraph(text="云岭市教育局2024年法治政府建设年度报告", level=1)
    document = read_lines(*REPORT, other, "本局办理行政复议4件。")
    assert texts(document.body)[-1] == SIX[-1]


def test_a_badge_above_the_foot_is_no_picture_of_the_report() -> None:
    badge = Image(source="报告_files/d0289dc0.png", linked=True)
    document = read_lines(*REPORT, badge, "滇公网安备53000000000000号")
    assert not any(isinstance(block, Image) for block in document.body)


def test_a_picture_of_the_report_stays_in_it() -> None:
    document = read_lines(*REPORT, Image(source="图1.png"), "滇公网安备53000000000000号")
    assert isinstance(document.body[-1], Image)


def test_all_behind_the_first_furniture_is_furniture() -> None:
    document = read_lines(*REPORT, "相关链接", "本局2023年没有收取信息处理费。")
    assert len(document.furniture) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ("云岭市教育局", "2025年1月20日"),
        ("云岭市教育局 2025年1月20日",),
        ("附件：云岭市教育局2024年年报.pdf",),
        ("二是公布了监督电话", "三是没有需要说明的事项"),
    ],
)
def test_signature_attachment_and_last_words_are_body(lines: tuple[str, ...]) -> None:
    document = read_lines(*REPORT, *lines)
    assert not document.furniture
    assert len(document.body) == len(REPORT) + len(lines)


def test_menus_before_and_page_numbers_between() -> None:
    document = read_lines(
        linked("首页"), "政府信息\n公开年报", *REPORT[:4], "— 2 —", *REPORT[4:]
    )
    assert len(document.body) == len(REPORT)
    assert texts(document.furniture) == ["首页", "政府信息公开年报", "—2—"]


def test_a_table_above_the_text_is_furniture_cell_by_cell() -> None:
    cells = (RawCell(row=0, column=0, text="发布机构"), RawCell(row=0, column=1, text="教育局"))
    document = read_lines(TITLE, RawGrid(cells=cells, height=1, width=2), INTRODUCTION, *SIX)
    assert texts(document.furniture) == ["发布机构", "教育局"]


def test_prose_before_the_first_part_is_the_introduction_without_a_title() -> None:
    document = read_lines("登录 | 注册", INTRODUCTION, *SIX)
    assert texts(document.body)[0] == INTRODUCTION
    assert texts(document.furniture) == ["登录|注册"]


def test_a_zone_that_holds_the_whole_report_is_not_furniture() -> None:
    lines = (RawParagraph(text=line, zone="header") for line in REPORT)
    assert len(read_lines(*lines).body) == len(REPORT)


def test_hidden_text_is_furniture() -> None:
    hidden = RawParagraph(text="彩票开奖结果查询，立即下载。", zone="hidden")
    document = read_lines(*REPORT[:4], hidden, *REPORT[4:])
    assert texts(document.furniture) == ["彩票开奖结果查询，立即下载。"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            [linked(f"云岭市{name}局2024年政府信息公开工作年度报告") for name in "甲乙丙"],
            "目录",
        ),
        (["404", "您访问的页面不存在"], "没有找到"),
        (["云岭市教育局关于放假的通知", "各学校：现将放假安排通知如下。"], "没有找到"),
        ([], "没有找到"),
    ],
)
def test_a_page_without_a_report_is_unusable(lines: list[str], reason: str) -> None:
    with pytest.raises(Unusable, match=reason) as caught:
        read_lines(*lines)
    assert "\n" not in str(caught.value)


def test_a_title_with_an_attachment_is_a_report() -> None:
    page = page_of(
        RawParagraph(text=TITLE, level=1),
        linked("云岭市教育局2024年政府信息公开工作年度报告.pdf"),
    )
    document = read_page(page)
    assert document.title is not None
    assert part_ids(document) == []


def test_one_known_part_is_enough() -> None:
    assert part_ids(read_lines("一、总体情况", "公开信息320条。")) == ["overview"]
