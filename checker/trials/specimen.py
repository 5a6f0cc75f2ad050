"""A report without fault, written by us: what an example or a specimen page is filled up with.

Its tables are all zeros, so its text gives no figure that a table could contradict.
"""

from collections.abc import Mapping
from typing import Final

from govcheck.document.form import Form
from govcheck.document.report import AgencyKind

AGENCIES: Final = {
    AgencyKind.GOVERNMENT: "云岭市人民政府",
    AgencyKind.DEPARTMENT: "云岭市教育局",
    AgencyKind.TOWNSHIP: "青禾县石桥镇人民政府",
    AgencyKind.SUB_DISTRICT: "云岭市青禾区文昌街道办事处",
    AgencyKind.AUTHORISED: "云岭高新技术产业开发区管理委员会",
    AgencyKind.NOT_ADMINISTRATIVE: "云岭市人民检察院",
    AgencyKind.INSTITUTION: "云岭市第一中学",
    AgencyKind.OTHER: "云岭市供销合作社",
}
"""A body of each kind; none of them exists."""

_INTRODUCTION: Final = """\
根据《中华人民共和国政府信息公开条例》{provincial}和{form}的要求，编制本报告。
本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、\
存在的主要问题及改进情况、其他需要报告的事项六个部分组成。{scope}
本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。
如对本报告有疑问，请与{office}联系（地址：云岭市文昌路8号；邮编：650000；\
电话：0871-63100000；电子邮箱：gongkai@yunling.gov.cn）。"""

_PROVINCIAL: Final = "、《云南省政府信息公开规定》（云政发〔2013〕153号）"
_SCOPE: Final = "本报告汇总了本级政府各部门和下级人民政府的政府信息公开工作数据。"

_OVERVIEW: Final = """\
（一）主动公开。围绕群众关心的事项，全年通过门户网站主动公开政府信息320条，发布政策解读材料16篇。
（二）依申请公开。完善申请的登记、审核、办理、答复、归档制度，依法按时答复申请人。
（三）政府信息管理。落实公开前审查制度，对已公开的文件定期清理，及时更新文件效力状态。
（四）政府信息公开平台建设。优化门户网站政府信息公开专栏，改进检索和下载功能。
（五）监督保障。明确专人负责，全年组织业务培训2次。"""

_RESULTS: Final = """\
年内组织政府信息公开工作考核1次，考核结果为良好以上，已在全市通报。\
开展政府信息公开社会评议1次，评议结果为满意。年内没有发生需要责任追究的情形。"""

_PROBLEMS: Final = """\
存在的主要问题：一是政策解读的形式不够丰富；二是基层工作人员的业务能力有待提高。
改进措施：一是增加图表、问答等政策解读形式；二是对基层工作人员开展业务培训，提高业务能力。"""

_OTHER: Final = "{year}年，没有收取政府信息公开信息处理费。没有其他需要报告的事项。"


def specimen_title(agency: str, year: int) -> str:
    """Return the title that the form asks for."""
    return f"{agency}{year}年政府信息公开工作年度报告"


def specimen_introduction(
    agency: str, kind: AgencyKind, year: int, form: Form, region: str
) -> str:
    """Return an introduction with legal basis, period and contact, a paragraph a line."""
    government = kind == AgencyKind.GOVERNMENT
    return _INTRODUCTION.format(
        provincial=_PROVINCIAL if region.startswith("云南") else "",
        form=form.citation,
        scope=_SCOPE if government else "",
        year=year,
        office=f"{agency}办公室",
    )


def specimen_parts(kind: AgencyKind, year: int) -> Mapping[str, str]:
    """Return the text of every part by its id; a part of tables alone has none."""
    results = _RESULTS if kind in {AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP} else ""
    return {
        "overview": _OVERVIEW + results,
        "proactive": "",
        "applications": "",
        "review-litigation": "",
        "problems": _PROBLEMS,
        "other": _OTHER.format(year=year),
    }
