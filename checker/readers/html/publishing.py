"""What the source of a page tells of its publication where only scripts show it.

Platforms keep day and name in variables, in elements known by their id, and in descriptions
for search engines.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import Final

from govcheck.late_pattern import late_pattern

PUBLISHED: Final = "script.published"
ISSUER: Final = "script.source"
"""Names of what is told, among the meta tags."""
_DAY: Final = r"""["']?(20\d{2}[-年/]\d{1,2}[-月/]\d{1,2}[^"'<]{0,30})"""
_ARTICLE: Final = late_pattern(r"""\bid=["']?js_content\b""")
"""An article of WeChat."""
_IN_ARTICLE: Final = (
    late_pattern(rf"""\bid=["']?publish_time\b[^<>]{{0,200}}>\s*{_DAY}"""),
    late_pattern(r"""\bvar\s+ct\s*=\s*["']([0-9]{10})["']"""),
    late_pattern(rf"\b(?:createTime|publish_time)\s*=\s*{_DAY}"),
)
_NAME: Final = late_pattern(r"""\bid=["']?js_name\b[^<>]{0,200}>\s*([^<>]{2,60}?)\s*<""")
_DESCRIBED: Final = late_pattern(rf'"datePublished"\s*:\s*{_DAY}')
_MEANT: Final = late_pattern(
    rf"<time\b(?=[^<>]*\b(?:pubdate|datePublished)\b)[^<>]*\bdatetime={_DAY}", re.IGNORECASE
)
_TIME: Final = late_pattern(rf"<time\b[^<>]{{0,200}}\bdatetime={_DAY}", re.IGNORECASE)
_CHINA: Final = timezone(timedelta(hours=8))
_SECONDS: Final = 10
"""Digits of a time in seconds since 1970."""
_MOST_PLACES: Final = 10_000
_BEGINNINGS: Final = late_pattern("pub|fbsj|fbrq|release|issue")
_AWAITED: Final = late_pattern(
    r"(?:pub(?:lish)?(?:ed)?[-_]?(?:time|date|at)|publictime|fbsj|fbrq|release|issue[-_]?date)"
    r"[^<>]{0,200}>[^<>0-9]{0,20}</"
)


def told_by_scripts(source: str) -> Mapping[str, str]:
    """Return the day of publication, and who issued the page, by their names."""
    own = _IN_ARTICLE if _ARTICLE.search(source) else ()
    days = (pattern.search(source) for pattern in (*own, _DESCRIBED, _MEANT))
    day = next(filter(None, days), None) or _only_time(source)
    name = _NAME.search(source) if own else None
    told = {PUBLISHED: day and _as_day(day[1].strip()), ISSUER: name and name[1].strip()}
    return {key: words for key, words in told.items() if words}


def _as_day(words: str) -> str:
    """Return words; a time that is kept in seconds since 1970 as the day that it shows."""
    in_seconds = len(words) == _SECONDS and words.isdecimal()
    return f"{datetime.fromtimestamp(int(words), _CHINA):%Y-%m-%d}" if in_seconds else words


def _only_time(source: str) -> re.Match[str] | None:
    """Return the one time that a page states; of several none is surely its own."""
    found = list(_TIME.finditer(source))
    return found[0] if len(found) == 1 else None


def awaits_day(source: str) -> bool:
    """Whether an element named for the day of publication says none: a script fills it."""
    small = source.lower()
    places = islice(_BEGINNINGS.finditer(small), _MOST_PLACES)
    return any(_AWAITED.match(small, one.start()) for one in places)


_LONGEST_SCRIPT: Final = 200
_LITERAL: Final = late_pattern(
    r"""\s*document\.write(?:ln)?\(\s*(["'])(?P<words>[^"'<>\\]{1,60})\1\s*\)\s*;?\s*"""
)


def words_written(script: str) -> str:
    """Return the words that a script writes where it stands, if it does nothing else."""
    found = _LITERAL.fullmatch(script) if len(script) <= _LONGEST_SCRIPT else None
    return found["words"] if found else ""
