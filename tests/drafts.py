"""A draft with ten faults, each planted by itself into a report without any."""

from typing import Final

from served import SOUND

PLANTED: Final = (
    ("consistency/parts-declared", "等六个部分组成", "等五个部分组成", "称有 5 个部分"),
    ("prose/document-number", "〔2021〕30号", "[2021]30号", "六角括号"),
    ("consistency/breakdown-sum", "公告48条", "公告58条", "210＋58＋36＋32＝336"),
    (
        "consistency/applications-narrative",
        "申请18件，",
        "申请28件，",
        "新收政府信息公开申请28件",
    ),
    ("format/contact-details", "邮政编码：650999", "邮政编码：65099", "应为 6 位数字"),
    ("consistency/proactive-narrative", "有效6件", "有效9件", "现行有效9件"),
    (
        "format/applications-balance",
        "<td>1</td><td>0</td><td>18</td>",
        "<td>1</td><td>0</td><td>17</td>",
        "列收与办不平衡",
    ),
    ("prose/placeholder", "业务培训2次", "业务培训XX次", "未填的占位符"),
    ("prose/punctuation", "本报告有疑问，", "本报告有疑问，，", "标点连用"),
    (
        "publication/illicit-content",
        "信息处理费。",
        "信息处理费。彩票娱乐城APP下载。",
        "被植入",
    ),
)
"""The rule that finds it, what stands there, what is put for it, words of what is found."""


def faulty(*, leaving: int = 0) -> bytes:
    """Return the draft; ``leaving`` faults at the beginning are mended."""
    text = SOUND.decode("utf-8")
    for _, old, new, _ in PLANTED[leaving:]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.encode("utf-8")
