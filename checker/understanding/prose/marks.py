"""The words that govern the figures after them: topic, time, end of a sentence."""

import re
from typing import Final

from govcheck.document.figure import Period
from govcheck.late_pattern import late_pattern
from govcheck.understanding.prose.concepts import TOPIC

MARK: Final = late_pattern(
    r"(?=[。！？!?《0-9全去上下一二三四第截自今以近历多两几五六七八九十依申公信行复诉应起规留热来咨建提投工曝纠案权事问培会备意舆])"
    r"(?:(?P<stop>[。！？!?])|(?P<title>《[^》\n]{0,80}》)"
    r"|(?P<whole>1月1日起?[至到—－-]+(?:20[0-9]{2}年)?12月31日|(?<![0-9])1[-—–~至到]+12月|全年)"
    r"|(?<![较比与同转至到])(?:(?P<year>20[0-9]{2})年|(?P<last>去年|上一?年))"
    r"(?!度?(?:的|未办结的?)?(?:结转|转结|转入|遗留|顺延))"
    r"|(?P<part>[上下]半年|[一二三四]季度|(?<![0-9])(?:1[0-2]|[1-9])月(?:份|(?![0-9])))"
    r"|(?P<since>截[至止]|(?<![今本]年)(?<!年初)以来|(?<![0-9一])[两二三四五六七八九十几]年来|"
    r"近[一二两三四五六七八九十几0-9]{1,2}年|历年|多年)|" + TOPIC + ")"
)
_PERIODS: Final = {
    "whole": Period.THIS_YEAR,
    "last": Period.LAST_YEAR,
    "part": Period.PART_OF_YEAR,
    "since": Period.CUMULATIVE,
}


def period_of(mark: re.Match[str], year: int | None) -> Period | None:
    """Return what time a mark turns to in a report on ``year``; None for other marks."""
    if mark.lastgroup != "year":
        return _PERIODS.get(mark.lastgroup or "")
    said = int(mark["year"])
    if year is None or said == year:
        return Period.THIS_YEAR
    return Period.LAST_YEAR if said == year - 1 else Period.OTHER_YEAR


def period_held(period: Period, concept: str | None) -> Period:
    """Return the time of a figure; what is in force at the year's end is this year's."""
    in_force = (concept or "").endswith(".in_force")
    return Period.THIS_YEAR if in_force and period is Period.CUMULATIVE else period
