"""Normal text, and the way back to what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.understanding.normal import normal_text, normal_texts


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("云岭市人民政府", "云岭市人民政府"),
        ("一、 总 体 情 况", "一、总体情况"),
        ("\u3000\u3000云岭市\u3000 ", "云岭市"),
        ("２０２４ 年 １ 月", "2024年1月"),
        ("２　０　２　４　年　度　报　告", "2024年度报告"),
        ("规 章 2 0 2 4", "规章2 0 2 4"),
        ("ＰＤＦ 文件", "PDF文件"),
        ("９８．４％", "98.4%"),
        ("１．属于国家秘密", "1．属于国家秘密"),
        ("2021-03-15  16:28:04", "2021-03-15 16:28:04"),
        ("gov\xa0 app", "gov app"),
        ("gov\u200bapp", "govapp"),
        ("政\u200b府\u202e信\xad息\ufeff", "政府信息"),
        ("⼀、⾃然⼈", "一、自然人"),
        ("雲嶺市政府資訊公開工作年度報告", "云岭市政府资讯公开工作年度报告"),
        ("（公开），“公开”。", "（公开），“公开”。"),
        ("本報(bào)告依據(jù)《條例》，2024 年(nián)發布", "本报告依据《条例》，2024年发布"),
        ("公 (gōng) 開（kāi）", "公开"),
        ("Café (ā) 与（à）", "Café (ā)与"),
        ("按(bao)告(kg)、云岭(网)", "按(bao)告(kg)、云岭(网)"),
        ("", ""),
        (" \u3000\n", ""),
    ],
)
def test_normal_form(written: str, normal: str) -> None:
    assert normal_text(written).normal == normal


def test_written_is_kept_and_found_again() -> None:
    text = normal_text("二 、主動 公開\u3000２０ 件")
    assert text.normal == "二、主动公开20件"
    assert text.quote(2, 6) == "主動 公開"
    assert text.quote(6, 9) == "２０ 件"


def test_a_quotation_has_one_blank_for_white_space() -> None:
    text = normal_text("主动\u3000\n公 开\xa0  信息")
    assert text.normal == "主动公开信息"
    assert text.quote(0, 6) == "主动 公 开 信息"


def test_what_follows_a_hyphen_on_the_next_line_goes_on_with_it() -> None:
    assert normal_text("电话0871-\n65550123").normal == "电话0871-65550123"
    assert normal_text("电话0871- 65550123").normal == "电话0871- 65550123"


def test_ordinary_text_carries_no_map() -> None:
    assert normal_text("全年公开信息 20 件").origin is not None
    assert normal_text("全年公开信息20件，见 https").origin is not None
    assert normal_text("全年公开信息20件。").origin is None
    assert normal_text("see page 3").origin is None


def test_one_rare_name_does_not_change_the_rest() -> None:
    """The converter reads 显著 as traditional 著 and would write 显着."""
    assert normal_text("成效显著，联系人：李祎。").normal == "成效显著，联系人：李祎。"


def test_a_slip_in_simplified_text_is_simplified() -> None:
    assert normal_text("政府信息公開工作成效显著。").normal == "政府信息公开工作成效显著。"


def test_texts_together_are_the_texts_alone() -> None:
    written = ["一、總體情況", "", "２ 件", "行政複議"]
    together = normal_texts(written)
    assert [text.normal for text in together] == ["一、总体情况", "", "2件", "行政复议"]
    assert [text.written for text in together] == written


@given(
    st.lists(
        st.text(alphabet="政府 公開\u30001２ab\u200b．\n⼀\xa0，", max_size=30), max_size=5
    )
)
def test_every_character_keeps_its_place(written: list[str]) -> None:
    for text in normal_texts(written):
        places = text.origin or range(len(text.normal))
        assert len(places) == len(text.normal)
        assert list(places) == sorted(set(places))
        assert normal_text(text.normal).normal == text.normal
        for index, sign in enumerate(text.normal):
            if sign in "政府ab，":
                assert text.quote(index, index + 1) == sign
