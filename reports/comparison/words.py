"""What the two reports are called, and what is said of a matter that is in one or in both."""

from typing import Final

from msgspec import Struct

from govcheck.judging.contrast import Contrast


class ComparisonWords(Struct, frozen=True, kw_only=True):
    """The words of one way to compare."""

    heading: str
    earlier: str
    """Of the first report, also as the heading of a column."""
    later: str
    kept: str
    """Of a finding in both."""
    gone: str
    new: str


_YEARS: Final = ComparisonWords(
    heading="与上年度报告比较",
    earlier="上年",
    later="本年",
    kept="两年都有",
    gone="上年有，本年没有",
    new="本年新有",
)
_COPIES: Final = ComparisonWords(
    heading="同一份报告两个文本比较",
    earlier="前一文本",
    later="后一文本",
    kept="未改",
    gone="已改",
    new="新增",
)


def words_of(contrast: Contrast) -> ComparisonWords:
    """Return the words for two years, or for two copies."""
    return _COPIES if contrast.copies else _YEARS
