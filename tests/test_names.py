"""Whose report it is: names and kinds by title, signature and how the body presents itself."""

import pytest
from pages import read_lines

from govcheck.document.report import AgencyKind, Document

_UNNAMED = "2024年政府信息公开工作年度报告"
_LAW = "根据《中华人民共和国政府信息公开条例》，"
_OVERVIEW = "主动公开政府信息320条。"
_REST = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
    "没有收取信息处理费。",
)


def _document(*head: str, overview: str = _OVERVIEW, end: tuple[str, ...] = ()) -> Document:
    return read_lines(*head, "一、总体情况", overview, *_REST, *end)


def _name(document: Document) -> str | None:
    return document.agency.value if document.agency else None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("现编制并公布青禾区教育局2024年政府信息公开工作年度报告。", "青禾区教育局"),
        ("现向社会公开云岭市卫健委2024年度政府信息公开年报。", "云岭市卫健委"),
        ("现向社会公布2024年石桥乡信息公开工作年度报告。", "石桥乡"),
        ("现将青禾县2024政府信息公开工作年度报告进行公开。", "青禾县"),
        ("现发布《云岭市水务局2024年政府信息公开工作年度报告》。", "云岭市水务局"),
        ("现公布yunling365云岭市水务局2024年政府信息公开工作年度报告。", "云岭市水务局"),
        ("现将云岭市司法局2024年度政府信息公开工作情况报告如下。", "云岭市司法局"),
        ("现公布第九师一四三团2024年政府信息公开工作年度报告。", "第九师一四三团"),
        ("云岭市司法局编制了2024年政府信息公开工作年度报告。", "云岭市司法局"),
        ("石桥镇人民政府特此编制2024年政府信息公开工作年度报告。", "石桥镇人民政府"),
        ("结合石桥镇2024年工作实际，编制本报告。", "石桥镇"),
        ("本报告由云岭市水务局根据各科室材料编制。", "云岭市水务局"),
        ("本报告由云岭市水务局办公室会同有关科室编制。", "云岭市水务局"),
        ("本报告由青禾县石桥镇人民政府党政综合办公室编制。", "青禾县石桥镇人民政府"),
        ("本报告由云岭市青禾区文昌街道党政办公室综合科编制。", "云岭市青禾区文昌街道"),
        ("2024年，云岭市司法局坚持公开为常态。", "云岭市司法局"),
    ],
)
def test_a_body_is_named_by_the_report_that_it_presents(said: str, name: str) -> None:
    document = _document(_UNNAMED, _LAW + said)
    assert _name(document) == name
    assert document.agency is not None
    assert document.quote(document.agency.place) == name


@pytest.mark.parametrize(
    "said",
    [
        "如有疑问，请与云岭市人民政府办公室联系，电话：0871-63100000。",
        "如有疑问，请与云岭市发展和改革委员会办公室联系，电话：0871-63100000。",
        "如有疑问，请联系：青禾县石桥镇人民政府党政综合办公室。",
        "我单位定期向云岭市人民政府办公室汇报，与云岭市司法局联系密切。",
        "本报告由云岭市人民政府办公室编制。",
        "特向社会公布2024年度我局信息公开年度报告。",
        "现公布本单位2024年政府信息公开工作年度报告。",
        "按照云岭市水务局的统一部署，编制本报告。",
        "2024年，在云岭市教育局坚强领导下，不断加强公开。",
        "2024年，县政府高度重视政府信息公开工作。",
        "2024年，市政务公开领导小组办公室认真部署。",
        "2024年，县纪委严格督查政务公开。",
        "督促落实，集中公布乡镇政府信息公开年度报告。",
        "发布区直部门政府信息公开年度报告。",
        "推进政务公开走进社区",
    ],
)
def test_whom_it_asks_and_who_compiled_it_is_not_the_body(said: str) -> None:
    assert _name(_document(_UNNAMED, _LAW + said)) is None


def test_an_office_that_says_so_is_the_body() -> None:
    head = _UNNAMED, _LAW + "由云岭市人民政府办公室编制本报告。"
    assert _name(_document(*head, overview="我办主动公开信息3条。")) == "云岭市人民政府办公室"


def test_a_name_that_contradicts_what_the_body_calls_itself_is_another_s() -> None:
    overview = "2024年，云岭市司法局坚持公开，我镇予以落实。"
    document = _document(_UNNAMED, _LAW + "编制本报告。", overview=overview)
    assert _name(document) is None
    assert document.agency_kind is AgencyKind.TOWNSHIP


@pytest.mark.parametrize(
    "head",
    [
        (_UNNAMED, "云岭市水务局"),
        (_UNNAMED, "（云岭市水务局）"),
        ("政府信息公开工作年度报告", "（2024年度）", "云岭市水务局"),
        ("云岭市水务局政府信息公开工作年度报告", "（2024年）"),
        ("云岭市水务局", "政府信息公开工作年度报告", "二〇二四年"),
        ("云岭市水务局政府信息公开2024年度报告",),
        ("www.yunling.gov.cn云岭市水务局2024年政府信息公开工作年度报告",),
        ("云岭市人民政府网-云岭市水务局2024年政府信息公开工作年度报告",),
        ("【年报】云岭市水务局2024年政府信息公开工作年度报告",),
        ("附件：云岭市水务局2024年政府信息公开工作年度报告",),
        ("云岭市水务局2024年1月—12月政府信息公开工作年度报告",),
    ],
)
def test_titles_and_the_lines_around_them(head: tuple[str, ...]) -> None:
    document = _document(*head, _LAW + "编制本报告，共有六个部分。")
    assert _name(document) == "云岭市水务局"
    assert document.year == 2024


@pytest.mark.parametrize(
    ("end", "name"),
    [
        (("云岭市水务局", "2025年1月10日"), "云岭市水务局"),
        (("石桥镇人民政府 2025年1月10日",), "石桥镇人民政府"),
        (("云岭市青禾区文昌街道办事处",), "云岭市青禾区文昌街道办事处"),
        (("云岭市水务局（公章）", "2025年1月10日"), "云岭市水务局"),
        (("云岭市人民政府办公室", "2025年1月10日"), None),
        (("推进政务公开工作走进社区",), None),
    ],
)
def test_a_signature_names_the_body(end: tuple[str, ...], name: str | None) -> None:
    assert _name(_document(_UNNAMED, _LAW + "编制本报告。", end=end)) == name


def test_a_short_name_is_spelled_out_by_a_subject_not_by_a_superior() -> None:
    title = "公安局2024年政府信息公开工作年度报告"
    own = _document(title, _LAW + "云岭市公安局以服务群众为宗旨，编制本报告。")
    assert _name(own) == "云岭市公安局"
    above = _document(title, _LAW + "按照云岭市公安局统一部署，编制本报告。")
    assert _name(above) == "公安局"


def test_who_compiled_it_does_not_lengthen_the_title_s_name() -> None:
    head = "云岭市水务局" + _UNNAMED, _LAW + "本报告由云岭市水务局办公室编制。"
    assert _name(_document(*head)) == "云岭市水务局"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("我局主动公开信息3条。", AgencyKind.DEPARTMENT),
        ("我委主动公开信息3条。", AgencyKind.DEPARTMENT),
        ("局网站发布信息3条。", AgencyKind.DEPARTMENT),
        ("本镇主动公开信息3条，受到全县表扬。", AgencyKind.TOWNSHIP),
        ("全乡新收政府信息公开申请3件。", AgencyKind.TOWNSHIP),
        ("我街收到申请3件。", AgencyKind.SUB_DISTRICT),
        ("全市共收到政府信息公开申请346件。", AgencyKind.GOVERNMENT),
        ("全市共收到政府信息公开申请346件，其中我局3件。", AgencyKind.DEPARTMENT),
        ("全市共收到政府信息公开申请346件，我办办理3件。", None),
        ("我局落实管委会要求，公开信息3条。", None),
        ("各乡镇落实全乡镇村三级公开。", None),
    ],
)
def test_kinds_by_what_a_body_calls_itself(said: str, kind: AgencyKind | None) -> None:
    document = _document(_UNNAMED, _LAW + "编制本报告。", overview=f"2024年，{said}")
    assert document.agency_kind is kind


def test_an_office_of_a_courts_own_is_not_its_name() -> None:
    document = read_lines(
        "云岭县人民法院2024年政府信息公开工作年度报告",
        "如有疑问，请与云岭县人民法院政府信息公开办公室联系（电话：0871-65550123）。",
        "一、总体情况",
        "全年公开信息35条。",
    )
    assert document.agency is not None
    assert document.agency.value == "云岭县人民法院"
