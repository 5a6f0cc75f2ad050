"""Reports put together at random: what the rules' examples say, torn apart and mixed up."""

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st
from rulebooks import BOOK

HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
    "七、附则",
    "三、",
)
WORDS = (
    *(
        "其中",
        "占",
        "同比增长",
        "较上年",
        "办结率",
        "分别为",
        "包括",
        "按渠道分，",
        "等",
        "其他",
    ),
    *("申请", "收到申请", "主动公开信息", "受理", "答复", "行政复议", "诉讼", "维持", "结转"),
    *(
        "我局",
        "我县",
        "本市",
        "全市",
        "自然人",
        "法人",
        "信函",
        "现场",
        "问题",
        "将进一步",
        "一是",
    ),
    *("收取", "应收", "考核占比", "邮编：", "电话：", "联系电话", "评议", "满意", "报告分为"),
)
MARKS = (
    *"，。；：、（）()《》“”〔〕[]！？…—-~%％‰.,;:×*_+",
    "。（",
    "），",
    "\n",
    "\n\n",
    "　",
    " ",
)
UNITS = (
    *"件条项次篇份元人个",
    "万元",
    "亿万元",
    "%",
    "％",
    "余件",
    "万余条",
    "个百分点",
    "年",
    "月",
    "日",
)
DIGITS = st.one_of(
    st.integers(0, 9999).map(str),
    st.text("0123456789", min_size=1, max_size=40),
    st.text("一二三四五六七八九十百千万零〇两", min_size=1, max_size=6),
    st.text("0123456789.,，０１２٣²½", min_size=1, max_size=9),
    st.sampled_from(
        ("0", "0.000001", "2024", "2020", "100", "999999999999999亿", "1,2,3", "十十")
    ),
)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for item in value.values() for text in _texts(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _texts(item))


SAYINGS = tuple(
    dict.fromkeys(
        text
        for rule in BOOK.rules
        for example in rule.examples
        for text in _texts(example.document)
        if "<" not in text
    )
)
PIECES = st.one_of(
    st.sampled_from(SAYINGS),
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.tuples(DIGITS, st.sampled_from(UNITS)).map("".join),
    st.sampled_from(tuple(f"\n{heading}\n" for heading in HEADINGS)),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text with line breaks where nobody would put one."""
    text = "".join(draw(st.lists(PIECES, min_size=1, max_size=30)))
    for at in draw(st.lists(st.integers(0, len(text)), max_size=4)):
        text = f"{text[:at]}\n{text[at:]}"
    return text
