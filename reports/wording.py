"""The words for what govcheck counts: outcomes, severities, deviations, ways of knowing."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from govcheck.document.report import AgencyKind
from govcheck.document.table import DeviationKind
from govcheck.judging.score import Score
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Role, Status

OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.FAIL: "不符合",
    Outcome.OPEN: "需人工核验",
    Outcome.PASS: "符合",
    Outcome.NOT_APPLICABLE: "不适用",
}
AGENCIES: Final[Mapping[AgencyKind, str]] = {
    AgencyKind.GOVERNMENT: "县级以上地方人民政府",
    AgencyKind.DEPARTMENT: "县级以上人民政府部门",
    AgencyKind.TOWNSHIP: "乡镇人民政府",
    AgencyKind.SUB_DISTRICT: "街道办事处",
    AgencyKind.AUTHORISED: "法律、法规授权的组织",
    AgencyKind.NOT_ADMINISTRATIVE: "非行政机关",
    AgencyKind.INSTITUTION: "公共企事业单位",
    AgencyKind.OTHER: "其他单位",
}
ROLES: Final[Mapping[Role, str]] = {Role.DUTY: "依据", Role.CONSEQUENCE: "处理依据"}
STATUSES: Final[Mapping[Status, tuple[str, str]]] = {
    Status.VERBATIM: ("原文", "条文已逐字核对"),
    Status.APPLIED: ("实例", "未见条文原件，据公开年报、通知的实际适用确认"),
    Status.DERIVED: ("推出", "由条文或表格文字的含义推出，条文未逐字写明"),
    Status.CONVENTION: ("惯例", "编制惯例，无明文规定"),
    Status.MEMORY: ("待核", "条文未曾见到，引用前须核对原件"),
}
"""A word, and the sentence that explains it."""
DEVIATIONS: Final[Mapping[DeviationKind, str]] = {
    DeviationKind.MISSING_TABLE: "缺表",
    DeviationKind.OTHER_FORM: "形式未能识别",
    DeviationKind.PICTURE: "表格为图片",
    DeviationKind.MISSING_ROW: "缺行",
    DeviationKind.MISSING_COLUMN: "缺列",
    DeviationKind.RENAMED_ROW: "行名不同",
    DeviationKind.RENAMED_COLUMN: "列名不同",
    DeviationKind.EXTRA_ROW: "多出的行",
    DeviationKind.EXTRA_COLUMN: "多出的列",
    DeviationKind.REMARKS_COLUMN: "自加不计数的列",
    DeviationKind.SUBTOTAL_ROW: "自加小计行",
    DeviationKind.ORDER: "次序不同",
    DeviationKind.MERGED: "合并单元格不同",
    DeviationKind.EDITION: "格式版本不同",
    DeviationKind.EDITION_ROW: "格式版本不同",
    DeviationKind.EXTRA_TABLE: "多出的表",
    DeviationKind.UNIT: "单位不同",
    DeviationKind.TWICE: "两张图片的数字不同",
}
NUMERALS: Final = "〇一二三四五六七八九十"
_HUNDRED: Final = 100


def number(value: Decimal) -> str:
    """Write a number as a person would: 12, 3.5; no exponent, no idle zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def span(low: Decimal, high: Decimal) -> str:
    """Write an interval, or the one number when its ends are the same."""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def numeral(value: int) -> str:
    """Write 1 to 99 in Chinese (十一, 二十), more in digits."""
    tens, ones = divmod(value, 10)
    if value >= _HUNDRED:
        return str(value)
    lead = "" if tens == 0 else f"{NUMERALS[tens] if tens > 1 else ''}十"
    return lead + (NUMERALS[ones] if ones or not tens else "")


def points_words(score: Score) -> list[str]:
    """Say how many points there are, which grade they are, and how many were verified."""
    grade = [score.grade] if score.grade else []
    points = f"{span(score.confirmed, score.possible)} 分"
    return [points, *grade, f"已核验 {number(score.verified)}/100 分"]
