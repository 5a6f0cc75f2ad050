"""What a document says of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge import KNOWLEDGE
from pages import INTRODUCTION, SIX, TITLE, page_of, read_lines, read_page

from govcheck.document.blocks import Link, Paragraph
from govcheck.document.found import Origin
from govcheck.document.report import AgencyKind
from govcheck.document.source import Source
from govcheck.errors import Unusable
from govcheck.readers.raw import RawParagraph
from govcheck.understanding.hints import Hints
from govcheck.understanding.page.body_names import kind_of
from govcheck.understanding.understand import understand


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE,),
        ("云岭市教育局", "2024年政府信息公开工作年度报告"),
        ("云岭市教育局2024年政府信息", "公开工作年度报告"),
        ("云岭市教育局", "2024年", "政府信息公开工作年度报告"),
        ("２０２４年云岭市教育局政府信息公开工作年度报告",),
        ("云岭市教育局二〇二四年政府信息公开工作年度报告",),
        ("雲嶺市教育局2024年政府信息公開工作年度報告",),
        ("云 岭 市 教 育 局 2024 年 政 府 信 息 公 开 工 作 年 度 报 告",),
        ("云岭市教育局关于2024年度政府信息公开工作情况的报告",),
    ],
)
def test_title_agency_and_year(lines: tuple[str, ...]) -> None:
    document = read_lines("政务公开", *lines, "来源：本站", INTRODUCTION, *SIX)
    assert document.title is not None
    assert document.agency is not None
    assert document.agency.value == "云岭市教育局"
    assert document.agency_kind is AgencyKind.DEPARTMENT
    assert document.year == 2024
    assert document.title.place.block == 0
    assert document.body[1].text.normal == INTRODUCTION  # type: ignore[union-attr] # a paragraph


def test_links_to_other_reports_are_no_title() -> None:
    other = RawParagraph(text="云岭市财政局2023年政府信息公开工作年度报告", linked=1.0)
    document = read_lines(other, TITLE, INTRODUCTION, *SIX)
    assert document.title is not None
    assert document.title.value == TITLE


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("云岭市人民政府", AgencyKind.GOVERNMENT),
        ("青禾县", AgencyKind.GOVERNMENT),
        ("云岭市人民政府办公室", AgencyKind.DEPARTMENT),
        ("云岭市发展和改革委员会", AgencyKind.DEPARTMENT),
        ("青禾县石桥镇人民政府", AgencyKind.TOWNSHIP),
        ("青禾县石桥镇", AgencyKind.TOWNSHIP),
        ("云岭市东街街道", AgencyKind.SUB_DISTRICT),
        ("云岭市东街街道办事处", AgencyKind.SUB_DISTRICT),
        ("青禾县石桥镇办事处", AgencyKind.TOWNSHIP),
        ("云岭市人民政府驻省城办事处", AgencyKind.OTHER),
        ("云岭市地方志研究院", AgencyKind.INSTITUTION),
        ("云岭市科学院", AgencyKind.INSTITUTION),
        ("云岭经济开发区管理委员会", AgencyKind.AUTHORISED),
        ("云岭开发区管委会（高新区）", AgencyKind.AUTHORISED),
        ("云岭市不动产登记中心", AgencyKind.AUTHORISED),
        ("云岭市公安局交通警察支队", AgencyKind.AUTHORISED),
        ("云岭地区行政公署", AgencyKind.OTHER),
        ("云岭市东华村民委员会", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市东华社区居民委员会", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市律师协会", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市慈善总会", AgencyKind.NOT_ADMINISTRATIVE),
        ("中国农业银行云岭支行", AgencyKind.INSTITUTION),
        ("云岭盟", AgencyKind.GOVERNMENT),
        ("云岭市人大常委会办公室", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市中级人民法院", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市人民检察院", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市监察委员会", AgencyKind.NOT_ADMINISTRATIVE),
        ("政协云岭市委员会", AgencyKind.NOT_ADMINISTRATIVE),
        ("中共云岭市委组织部", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市委宣传部", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市委党校", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市总工会", AgencyKind.NOT_ADMINISTRATIVE),
        ("共青团云岭市委员会", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市委市政府信访局", AgencyKind.DEPARTMENT),
        ("云岭市教委", AgencyKind.DEPARTMENT),
        ("中共云岭市委云岭市人民政府信访局", AgencyKind.DEPARTMENT),
        ("云岭市国有资产监督管理委员会", AgencyKind.DEPARTMENT),
        ("云岭市青禾区法院路街道办事处", AgencyKind.SUB_DISTRICT),
        ("云岭市青禾区检察院街道", AgencyKind.SUB_DISTRICT),
        ("九三学社云岭市委员会", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭军分区", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市青禾区人大法制委员会", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市区委托管理办公室", AgencyKind.DEPARTMENT),
        ("云岭市第一中学", AgencyKind.INSTITUTION),
        ("云岭市红十字会医院", AgencyKind.INSTITUTION),
        ("云岭市自来水公司", AgencyKind.INSTITUTION),
        ("云岭供电局", AgencyKind.INSTITUTION),
        ("云岭市人民法院门户网站", AgencyKind.OTHER),
        ("中共云岭市委政法委网", None),
        ("云岭论坛", None),
    ],
)
def test_kinds_of_bodies(name: str, kind: AgencyKind | None) -> None:
    assert kind_of(name, KNOWLEDGE.vocabulary) is kind


@pytest.mark.parametrize(
    ("title", "spelled_out", "agency"),
    [
        ("青禾县人民政府", "由云岭市青禾县人民政府办公室编制", "云岭市青禾县人民政府"),
        ("县发改局", "由青禾县发展和改革局编制", "青禾县发展和改革局"),
        ("云岭市", "如有疑问，请与云岭市人民政府办公室联系", "云岭市人民政府"),
        ("云岭市人民政府", "如有疑问，请与云岭市人民政府办公室联系", "云岭市人民政府"),
    ],
)
def test_the_name_in_full(title: str, spelled_out: str, agency: str) -> None:
    document = read_lines(
        f"{title}2024年政府信息公开工作年度报告", f"本报告{spelled_out}。", *SIX
    )
    assert document.agency is not None
    assert document.agency.value == agency


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("昆明市官渡区人民政府", ("云南", "昆明", "官渡")),
        ("云南省昆明市教育局", ("云南", "昆明")),
        ("禄劝彝族苗族自治县教育局", ("云南", "昆明", "禄劝")),
        ("楚雄彝族自治州教育局", ("云南", "楚雄")),
        ("云南省教育厅", ("云南",)),
        ("北京市通州区教育局", ("北京", "通州")),
        ("浙江省衢州市衢江区教育局", ("浙江", "衢州", "衢江")),
        ("云岭市教育局", ()),
        ("安宁区人民政府", ("甘肃", "兰州", "安宁")),
    ],
)
def test_regions_by_name(name: str, region: tuple[str, ...]) -> None:
    assert read_lines(f"{name}2024年政府信息公开工作年度报告", *SIX).region == region


@pytest.mark.parametrize(
    ("given", "region"),
    [
        ("云南", ("云南",)),
        ("云南省/昆明市", ("云南", "昆明")),
        ("昆明", ("云南", "昆明")),
        ("昆明市官渡区", ("云南", "昆明", "官渡")),
    ],
)
def test_a_given_region_goes_first(given: str, region: tuple[str, ...]) -> None:
    document = read_page(
        page_of("北京市教育局2024年政府信息公开工作年度报告"), Hints(region=given)
    )
    assert document.region == region


@pytest.mark.parametrize(
    ("lines", "year", "form"),
    [
        (("云岭市教育局2019年政府信息公开工作年度报告",), 2019, "form-2019"),
        (
            ("政府信息公开工作年度报告", "统计期限为2022年1月1日至12月31日，特此说明。"),
            2022,
            "form-2021",
        ),
        (("政府信息公开工作年度报告", "2023年，本局做好公开工作。"), 2023, "form-2021"),
        (("政府信息公开工作年度报告", "发布日期：2021-01-20"), 2020, "form-2019"),
        (("政府信息公开工作年度报告",), None, "form-2021"),
    ],
)
def test_the_fiscal_year_and_its_form(
    lines: tuple[str, ...], year: int | None, form: str
) -> None:
    document = read_lines(*lines, "一、总体情况", "公开信息320条。")
    assert document.year == year
    assert document.form.id == form


PERIOD = "统计期限为2022年1月1日至12月31日，特此说明。"
SAID = "2023年，本局做好公开工作。"


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (
            ("云岭市教育局2024年政府信息公开工作年度报告", PERIOD),
            "云岭市教育局2024年政府信息公开工作年度报告",
        ),
        (("政府信息公开工作年度报告", PERIOD, SAID), "2022年1月1日至12月31日"),
        (("政府信息公开工作年度报告", SAID, "发布日期：2021-01-20"), "2023年，"),
        (
            ("政府信息公开工作年度报告", "发布日期：2021-01-20", "2019年底有3条。"),
            "发布日期：2021-01-20",
        ),
    ],
)
def test_the_surest_sign_of_the_year_is_taken(lines: tuple[str, ...], quote: str) -> None:
    document = read_lines(*lines, "一、总体情况", "公开信息320条。")
    assert document.fiscal_year is not None
    assert document.fiscal_year.quote == quote


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("至2023年底有3条。2023年末完成，2022年底没有。", 2023),
        ("至2023年底有3条。", 2023),
        ("至2023年底有3条，2022年底没有。", None),
        ("至2023年底有3条，2022年底没有。2023年末、2022年末、2021年末都已核对。", None),
        ("至2022年底有3条，2023年底、2023年末都已核对，2021年底没有。", 2023),
    ],
)
def test_without_another_sign_the_year_is_the_one_named_most(
    said: str, year: int | None
) -> None:
    document = read_lines("政府信息公开工作年度报告", "一、总体情况", "公开信息320条。", said)
    assert document.year == year


def test_hints_override() -> None:
    hints = Hints(fiscal_year=2020, agency_kind=AgencyKind.OTHER)
    document = read_page(page_of(TITLE, *SIX), hints)
    assert document.year == 2020
    assert document.fiscal_year is not None
    assert document.fiscal_year.origin is Origin.GIVEN
    assert any("2020年度" in note for note in document.notes)
    assert document.agency_kind is AgencyKind.OTHER


def test_a_year_that_the_report_bears_itself_needs_no_word() -> None:
    page = page_of(TITLE, *SIX)
    own = read_page(page, Hints())
    assert own.year is not None
    assert read_page(page, Hints(fiscal_year=own.year)).notes == own.notes


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2025-01-20",
        "来源：云岭市教育局　2025-01-20 16:28:04",
        "公开日期：2025年01月20日 更新时间：2025-02-01",
        "信息提供日期 : 2025-01-20 17:48来源 : 云岭市教育局",
        "2025-01-20",
        "发布日期：\n2025-01-20",
        "来自：云岭市教育局 2025-01-20",
        "来源：云岭市教育局 时间：2025-01-20",
        "2025年01月20日 (点击: )",
        "2025-01-20 10:20:30 | 来源：云岭市教育局 | 阅读：10",
        "发布于：2025年1月20日",
        "[2025-01-20]",
    ],
)
def test_publication_dates_in_lines(line: str) -> None:
    document = read_lines(TITLE, *line.split("\n"), INTRODUCTION, *SIX, "2025年1月15日")
    assert [(found.value, found.origin) for found in document.published] == [
        (date(2025, 1, 20), Origin.LINE)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "更新时间：2025-01-20",
        "今天是2025年1月20日 星期一",
        "成文日期：2025-01-20",
        "当前时间 2025-01-20",
        "数据核定时间点：2025年1月10日",
        "来源：云岭市教育局 成文日期：2025-01-20",
    ],
)
def test_other_times_are_no_publication_dates(line: str) -> None:
    assert not read_lines(line, TITLE, line, INTRODUCTION, *SIX).published


def test_publication_dates_that_disagree_are_all_kept() -> None:
    document = read_lines(
        TITLE, "发布日期：2025-01-20", *SIX, meta={"pubdate": "2025-02-03 10:00"}
    )
    assert [(found.value.isoformat(), str(found.origin)) for found in document.published] == [
        ("2025-02-03", "meta"),
        ("2025-01-20", "line"),
    ]


def test_the_day_of_signature_is_no_day_of_publication() -> None:
    signed = (*SIX, "云岭市教育局", "2025年1月15日")
    alone = read_lines(TITLE, *signed)
    assert not alone.published
    assert alone.signed is not None
    assert alone.signed.value == date(2025, 1, 15)
    assert alone.quote(alone.signed.place) == "2025年1月15日"
    address = {"og:url": "https://www.yunling.gov.cn/art/t20250118_1.html"}
    both = read_lines(TITLE, *signed, meta=address)
    assert [found.origin for found in both.published] == [Origin.ADDRESS]


def test_dates_inside_the_text_are_no_publication_dates() -> None:
    document = read_lines(TITLE, *SIX[:1], "本局于2024年3月5日印发工作要点。", *SIX[1:])
    assert not document.published


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("来源：云岭市教育局 2025-01-20", "云岭市教育局"),
        ("发布机构：云岭市教育局 发布日期：2025-01-20", "云岭市教育局"),
        ("发布机构： 文号：", None),
        ("来源：云岭市政务公开办", "云岭市政务公开办"),
        ("来源：云岭市教育局发表时间：2025-01-20", "云岭市教育局"),
        ("来源：12345热线 2025-01-20", "12345热线"),
        ("来源：1", None),
    ],
)
def test_the_issuer(line: str, issuer: str | None) -> None:
    document = read_lines(TITLE, line, INTRODUCTION, *SIX)
    assert (document.issuer.value if document.issuer else None) == issuer


def test_what_the_introduction_states() -> None:
    introduction = (
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和"
        "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制本报告。"
        "统计期限自2024年1月1日起至2024年12月31日止。"
        "如有疑问，请与云岭市教育局办公室联系（地址：云岭市文昌路8号；电话：0871-63100000）。"
    )
    document = read_lines(TITLE, introduction, *SIX)
    assert [found.value for found in document.legal_basis] == [
        "《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）",
        "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    ]
    assert document.period is not None
    assert document.period.value == (date(2024, 1, 1), date(2024, 12, 31))
    assert document.quote(document.period.place) == "2024年1月1日起至2024年12月31日"
    assert document.contact is not None
    assert document.contact.value.startswith("如有疑问")


def test_words_of_contact_alone_are_no_contact() -> None:
    line = "及时公布机构职能、办公地址、联系方式等信息，畅通咨询渠道。"
    assert read_lines(TITLE, *SIX[:1], line, *SIX[1:]).contact is None


def test_titles_of_the_page() -> None:
    document = read_lines(
        RawParagraph(text="云岭市政府信息公开", level=1, line=90),
        RawParagraph(text=TITLE, level=1, line=91),
        *SIX,
        title=f"{TITLE}_云岭市人民政府",
        meta={"articletitle": TITLE},
    )
    assert [found.value for found in document.page_titles] == [
        f"{TITLE}_云岭市人民政府",
        TITLE,
        "云岭市政府信息公开",
    ]


def test_links_know_whether_they_stand_in_the_document() -> None:
    page = page_of(
        "首页",
        TITLE,
        *SIX,
        RawParagraph(text="友情链接", line=99, zone="footer"),
        links=(
            Link(address="/", text="首页", line=1),
            Link(address="/a.pdf", text="信息处理费", line=11),
            Link(address="/b", text="友情链接", line=99),
        ),
    )
    document = understand(page, source=Source(name="页面"), knowledge=KNOWLEDGE, hints=Hints())
    assert [link.in_body for link in document.links] == [False, True, False]


_SCRAPS = st.sampled_from(
    (
        TITLE,
        INTRODUCTION,
        *SIX,
        "一、",
        "（二）",
        "2025-01-20",
        "来源：",
        "发布日期：2025-1-20",
        "表.png",
    )
)


@given(st.lists(st.builds(RawParagraph, text=_SCRAPS | st.text(max_size=40)), max_size=12))
def test_whatever_a_page_holds_its_places_hold(blocks: list[RawParagraph]) -> None:
    try:
        document = read_lines(*blocks)
    except Unusable:
        return
    assert [part.start for part in document.parts] == sorted({p.start for p in document.parts})
    for found in (document.title, document.period, document.issuer, *document.published):
        if found and found.place.block is not None:
            assert document.quote(found.place)
    for name, passage in document.passages.items():
        blocks_of = document.furniture if name == "furniture" else document.body
        for index, start in zip(passage.blocks, passage.starts, strict=True):
            block = blocks_of[index]
            assert isinstance(block, Paragraph)
            assert passage.text.startswith(block.text.normal, start)
