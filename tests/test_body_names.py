"""Names of bodies: the kind they tell of, what is no part of them, which says more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge import KNOWLEDGE

from govcheck.document.report import AgencyKind
from govcheck.understanding.page.body_names import bare_name, kind_of, says_more, without_unit

_VOCABULARY = KNOWLEDGE.vocabulary


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("东华社区", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市消费者协会", AgencyKind.NOT_ADMINISTRATIVE),
        ("中央编办", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市博物馆", AgencyKind.INSTITUTION),
        ("云岭市图书馆", AgencyKind.INSTITUTION),
        ("云岭市档案馆", AgencyKind.INSTITUTION),
        ("云岭市福利院", AgencyKind.INSTITUTION),
        ("云岭市人民法院", AgencyKind.NOT_ADMINISTRATIVE),
        ("云岭市供销合作社", AgencyKind.OTHER),
        ("云岭市青禾区建筑工务署", AgencyKind.AUTHORISED),
        ("云岭市审计署", AgencyKind.DEPARTMENT),
        ("云岭海关", AgencyKind.DEPARTMENT),
        ("中国人民银行云岭市分行", AgencyKind.DEPARTMENT),
        ("国家统计局云岭调查队", AgencyKind.AUTHORISED),
        ("云岭市公安局青禾分局", AgencyKind.DEPARTMENT),
        ("第九师", AgencyKind.AUTHORISED),
        ("云岭市金花街", AgencyKind.SUB_DISTRICT),
        ("云岭市步行街", None),
        ("石桥镇人民政府党政综合办公室", AgencyKind.TOWNSHIP),
        ("文昌街道党政办公室", AgencyKind.SUB_DISTRICT),
        ("云岭市人民政府（汇总）", AgencyKind.GOVERNMENT),
        ("党政办", None),
    ],
)
def test_kinds_by_name(name: str, kind: AgencyKind | None) -> None:
    assert kind_of(name, _VOCABULARY) is kind


@pytest.mark.parametrize(
    "name",
    [
        "公安县公安局",
        "将乐县教育局",
        "和静县教育局",
        "依安县人民政府",
        "特克斯县人民政府",
        "全州县人民政府",
        "本溪市人民政府",
        "如皋市人民政府",
        "度假区管委会",
        "社会福利院",
        "编制委员会办公室",
        "云岭市互联网信息办公室",
    ],
)
def test_a_name_that_begins_like_a_verb_is_kept(name: str) -> None:
    assert bare_name(name, _VOCABULARY) == name


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("云岭市发展和改革委员会办公室", "云岭市发展和改革委员会"),
        ("云岭市水务局政策法规科", "云岭市水务局"),
        ("石桥镇人民政府综合信息指挥室（党政综合办公室）", "石桥镇人民政府"),
        ("云岭市镇江县水务局", "云岭市镇江县水务局"),
        ("云岭市网络安全和信息化委员会办公室", "云岭市网络安全和信息化委员会办公室"),
        ("云岭市人民政府办公室", "云岭市人民政府办公室"),
    ],
)
def test_an_inner_unit_is_told_from_its_body(name: str, body: str) -> None:
    assert without_unit(name, _VOCABULARY) == body


@pytest.mark.parametrize(
    ("full", "short", "more"),
    [
        ("云岭市科学技术委员会", "云岭市科委", True),
        ("青禾县石桥镇人民政府", "石桥镇", True),
        ("云岭市教育局招生办公室", "云岭市教育局", False),
        ("云岭市公安局交通警察支队", "云岭市公安局", False),
    ],
)
def test_which_name_says_more(full: str, short: str, *, more: bool) -> None:
    assert says_more(full, short, _VOCABULARY) is more


@given(
    st.text(
        alphabet="我本全各在由现将公布编制并年度云岭市青禾县局政府办（）()A1.: ", max_size=40
    )
)
def test_a_bare_name_is_part_of_what_was_read(words: str) -> None:
    name = bare_name(words, _VOCABULARY)
    assert name in words
    assert bare_name(name, _VOCABULARY) in name
