"""What of the statutory tables a figure speaks of, told from the words beside it.

A concept is claimed only where the words leave little doubt: a figure whose meaning cannot
be told has none, and no rule compares it with anything.
"""

import re
from functools import cache
from typing import Final

from govcheck.late_pattern import late_pattern

CASE_UNITS: Final = frozenset("件宗例起份条个项次封")
"""Measure words that count applications, cases and documents."""

NOTHING: Final = "其中有另余剩尚还，；。：、（）"
"""What may stand before a number that its words follow: 其中，1件予以公开."""

TOPIC: Final = (
    r"(?P<applications>依申请(?!公开[0-9]{1,6}[件份条个][，、；]不予?公开)|(?<![0-9][件份条个][，、；])依申请"
    r"|(?<!依)申请公开|公开的?申请|信息的?申请)"
    r"|(?P<review>行政复议|复议(?=案|[0-9]))"
    r"|(?P<litigation>行政诉讼|诉讼|应诉|起诉)"
    r"|(?P<documents>规范性文件)|(?P<rules>规章)|(?P<fee>信息处理费)"
    r"|(?P<other>留言|信箱|来信|热线|咨询|建议|提案|投诉(?!类)|来电|工单|来访|行政许可|行政处罚"
    r"|行政强制|意见|舆情|问政|曝光|(?<!复议)(?<!复议机关)纠错|案卷|权力|(?<!公开)事项(?!公开)|问题|培训|会议|备案(?!政府信息))"
)
"""Words that say what the figures after them are about, until the next such word.

Of documents one says how they may be had: 主动公开402件，依申请公开311件，不予公开550件.
"""

_FILL: Final = (
    r"(?:政府信息公开|政府信息|信息公开|依申请公开|申请书?|案件|事项|办件|公开|答复|回复|决定|处理|办理|"
    r"共计|合计|总计|累计|总数|总量|件数|数量|量|情况|结果|全部|分别|件|信息|"
    r"[的了为是有计达共均数约近超逾已仅各类：:“”、，, ]){0,8}"
)
_RESULTS: Final = (
    (
        "granted+partial",
        r"(?:予以|同意|(?<![不予分动]))公开(?:[及和、或与]|以及|或者)(?:予以)?部分公开",
    ),
    ("partial", r"部分公开|区分处理"),
    ("denied", r"不予(?:以)?公开"),
    (
        "not_held",
        r"(?:本机关|本单位|本行政机关)?不掌握(?!等)(?:的|所申请|相关|其申请|该|政府|信息|而|，|无法提供){0,5}",
    ),
    ("unavailable", r"无法提供"),
    ("not_processed", r"不予处理"),
    ("other", r"其[他它](?:情形)?处理"),
    ("granted", r"(?<!不)予以公开|同意公开|(?<![分予动])公开答复"),
)
_RECEIVED: Final = r"(?:收到|受理|接收|接到|收取|收悉)"
_MOVED: Final = r"(?:结转|转结|顺延|延续|延期|转入|转)"
_HANDLED: Final = (
    rf"收办|办[件理]总[量数]|{_RECEIVED}(?:和|并|并?已|、|及|与)?(?:依法)?(?:处理|办理|答复|办结|回复)[^，。；]{{0,24}}"
    r"|(?<!经)(?:办理|处理)[^，。；：]{0,12}申请|[共计](?:办理|处理)"
    "|(?:^|[，；年度需全共省市州县区])应(?:受理|处理|办理?|答复)(?:(?:政府)?信息公开申请)?"
)
_TAKEN: Final = (
    rf"{_RECEIVED}[^；。：]{{0,46}}|公开申请|申请公开|依申请公开"
    r"|(?:自然人|组织|企业)(?:提出|提交)?的?申请"
)


_ANSWERED: Final = "(?<!未)(?:答复|办结)|办复|办理完毕|办理完成|处理完毕"
_OPEN: Final = (
    "(?:尚未|未)(?:办结|答复|办理完毕)|(?:正在|尚在)(?:办理|处理)(?:中|期限内)?|待办|在办"
)


@cache
def _wordings(year: int | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what each concept is called before its number; the first that fits is meant."""
    gone = rf"(?:上一?年度?|去年|{year - 1 if year else '上一'}年度?)"
    left = rf"{gone}(?:未办结)?的?(?:{_MOVED}|转来|遗留)(?:到|至)?(?:本年度?|今年)?"
    words = (
        ("carried_out", rf"{_carried_out(year)}(?:继续|再)?"),
        ("carried_in", rf"{left}|(?:结转|承接){gone}"),
        *_RESULTS,
        ("new", r"新收到?|新受理|本年度?(?:新)?(?:收到|受理|接收)"),
        ("handled", _HANDLED),
        ("carried_out", _OPEN),
        ("answered", _ANSWERED),
        ("received", _TAKEN),
    )
    return tuple((name, late_pattern(rf"(?:{wording}){_FILL}$")) for name, wording in words)


def _coming(year: int | None) -> str:
    return (
        rf"(?:到|至|入|在)?(?:下一?年度?|次年度?|明年|翌年|{year + 1 if year else '下一'}年度?)"
    )


def _carried_out(year: int | None) -> str:
    return _MOVED + _coming(year)


@cache
def _carried_out_after(year: int | None) -> re.Pattern[str]:
    return late_pattern(rf"(?:申请|案件)?[^，。；]{{0,14}}?{_carried_out(year)}")


@cache
def _coming_after(year: int | None) -> re.Pattern[str]:
    return late_pattern(rf"(?:申请|案件)?{_coming(year)}")


def application(before: str, after: str, year: int | None) -> str | None:
    """Return the concept of a figure among words about applications."""
    bare = _without_brackets(before)
    if after.strip("的") and leads(bare):
        concept = _after_number(after, year)
        return f"applications.{concept}" if concept else None
    if _WITH_PARTIAL.search(before):
        return "applications.granted+partial"
    wordings = _wordings(year)
    concept = next((name for name, wording in wordings if wording.search(bare)), "")
    if concept in {"", "received"} and _carried_out_after(year).match(after):
        return "applications.carried_out"
    if not concept and bare.endswith("结转") and _coming_after(year).match(after):
        return "applications.carried_out"
    if concept == "received" and _INCLUDING.match(after):
        return "applications.handled"
    return f"applications.{concept}" if concept else None


def leads(before: str) -> bool:
    """Whether a number is the first word of its clause, its own words after it."""
    return not _CLAUSE.split(before)[-1].strip(NOTHING)


def _after_number(after: str, year: int | None) -> str:
    """Return what a number counts by the words after it."""
    if _carried_out_after(year).match(after):
        return "carried_out"
    return next((name for name, words in _AFTERS if words.match(after)), "")


_CLAUSE: Final = late_pattern("[，；：。）]")
_AFTERS: Final = tuple(
    (
        name,
        late_pattern(
            rf"(?:申请)?(?:被|已|均|为|予|因)?(?:[^，。；]{{0,12}}等原因)?(?:{words})"
        ),
    )
    for name, words in (*_RESULTS, ("carried_out", _OPEN), ("answered", _ANSWERED))
)
_INCLUDING: Final = late_pattern(
    r"[，,]?[（(]?[^，。）)]{0,6}(?:包?含|包括|其中)[^，。）)]{0,10}(?:结转|转入|遗留)"
)
_WITH_PARTIAL: Final = late_pattern(
    rf"(?:予以|同意|(?<![不予分动]))公开类?的?（(?:含|包括)(?:予以)?部分公开）{_FILL}$"
)
_BRACKETS: Final = late_pattern(r"[（(][^（()）]{0,60}[)）]")
_CASE_RESULT: Final = (
    ("upheld", late_pattern(r"维持(?:原\S{0,6})?(?:结果)?[的了为有是共：: 、，]{0,3}$")),
    (
        "corrected",
        late_pattern(
            r"(?:(?:结果)?纠正(?:结果)?|被复议(?:机关)?纠错)[的了为有是共：: 、，]{0,3}$"
        ),
    ),
    ("other", late_pattern(r"其[他它]结果[的了为有是共：: 、，]{0,3}$")),
    (
        "pending",
        late_pattern(
            r"(?:尚未审结|未审结|正在(?:复议|审理|办理))(?:案件)?[的了为有是共：: 、，]{0,3}$"
        ),
    ),
)
_CASES: Final = late_pattern(
    r"(?:行政复议|复议|行政诉讼|诉讼|起诉|应诉)(?:申请|案件|案|事项|情况|数量|数|总数|合计|总计|共计|共|"
    r"[的了为有是发生：: ，、]){0,6}$"
)
_DIRECT: Final = late_pattern(r"(?:未经复议|直接(?:提起)?(?:行政)?(?:诉讼|起诉))")
_AFTER_REVIEW: Final = late_pattern(r"(?<!未经)复议后")


def case(topic: str, before: str) -> str | None:
    """Return the concept of a figure among words about review or litigation."""
    bare = _without_brackets(before)
    result = next((name for name, words in _CASE_RESULT if words.search(bare)), None)
    if "结转" in bare or (result is None and not _CASES.search(bare)):
        return None
    if topic == "litigation":
        if _DIRECT.search(bare):
            topic = "litigation.direct"
        elif _AFTER_REVIEW.search(bare):
            topic = "litigation.after"
    return f"{topic}.{result or 'total'}"


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text) if "（" in text or "(" in text else text
