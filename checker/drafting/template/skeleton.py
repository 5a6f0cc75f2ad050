"""What an empty report says, and what is to be written in its blanks, line by line.

``{blank}`` is a blank; the other names are what ``blank_report`` knows of body and form.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class SkeletonLine(NamedTuple):
    """A paragraph, and the hint that is put beside it."""

    text: str
    hint: str = ""


INTRODUCTION: Final = (
    SkeletonLine("根据《中华人民共和国政府信息公开条例》和{citation}的要求，编制本报告。"),
    SkeletonLine("本报告由{titles}{count}个部分组成。"),
    SkeletonLine("本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"),
    SkeletonLine(
        "如对本报告有疑问，请与{agency}联系"
        "（地址：{blank}；邮编：{blank}；电话：{blank}；电子邮箱：{blank}）。",
        "填写本机关的地址、六位邮政编码、带区号的电话和电子邮箱。",
    ),
)
TEXTS: Final[Mapping[str, tuple[SkeletonLine, ...]]] = {
    "overview": (
        SkeletonLine(
            "（一）主动公开。{blank}",
            "写明本年度主动公开的数量、渠道和重点内容。数字与第二部分的表格一致。",
        ),
        SkeletonLine(
            "（二）依申请公开。{blank}",
            "写明收到、办结和结转的件数，与第三部分的表格一致；没有收到的，写明"
            "“本年度未收到政府信息公开申请”。",
        ),
        SkeletonLine(
            "（三）政府信息管理。{blank}",
            "写明公开前审查、已公开信息的清理和更新等情况。",
        ),
        SkeletonLine(
            "（四）政府信息公开平台建设。{blank}",
            "写明政府网站、政务新媒体等公开平台的建设和维护情况。",
        ),
        SkeletonLine("（五）监督保障。{blank}", "写明机构人员、业务培训、监督检查等情况。"),
    ),
    "problems": (
        SkeletonLine(
            "存在的主要问题：一是{blank}；二是{blank}。",
            "逐条写明本年度存在的主要问题，不得只写“无”。问题不止两条的，接着往下写。",
        ),
        SkeletonLine(
            "改进措施：一是{blank}；二是{blank}。",
            "逐条写明对应的改进措施，以及上年度所列问题的整改结果。",
        ),
    ),
    "other": (
        SkeletonLine(
            "{year}年，发出政府信息公开信息处理费收费通知{blank}件，"
            "总金额{blank}元，实际收取{blank}元。",
            "据收费台账填写；没有收取的，整句改为“本年度未收取信息处理费”。",
        ),
        SkeletonLine(
            "其他需要报告的事项：{blank}。",
            "没有的，写“无其他需要报告的事项”。",
        ),
    ),
}
"""What the parts that are told in words must speak of."""
RESULTS: Final = (
    SkeletonLine(
        "工作考核结果：{blank}。社会评议结果：{blank}。责任追究结果：{blank}。",
        "各级人民政府须报告这三项结果；没有责任追究的，写明“本年度未发生责任追究情形”。",
    ),
)
HINTED_TABLE: Final = "没有发生的填 0，不留空，也不用“/”“-”“无”代替。"
CALCULATED: Final = (
    "总计各格是公式，不必手填：其余各格填好后，选中整个表格按 F9，总计随之更新。"
)
"""Said of a table whose sums the file reckons by itself."""
