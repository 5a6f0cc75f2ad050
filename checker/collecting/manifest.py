"""The manifest of a collection: a table with a row for each report, whether it was had or not.

A person may fill in what is blank, mend what is wrong and add columns of their own: all of that
stays when the collection goes on.
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from io import StringIO
from typing import Final

from msgspec import Struct

from govcheck.collecting.column_links import ListedReport
from govcheck.document.found import Origin
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.errors import Unusable
from govcheck.readers.encoding import decode
from govcheck.reports.visible import visible
from govcheck.understanding.page.title import read_title

FILE: Final = "文件"
_BODY: Final = "编制单位"
_YEAR: Final = "年度"
_PUBLISHED: Final = "发布日期"
_TITLE: Final = "标题"
ADDRESS: Final = "网址"
_FETCHED: Final = "获取时间"
STATE: Final = "状态"
REASON: Final = "原因"
HEADINGS: Final = (
    FILE,
    _BODY,
    "机关类别",
    "地区",
    _YEAR,
    _PUBLISHED,
    _TITLE,
    ADDRESS,
    _FETCHED,
    STATE,
    REASON,
)
HAD: Final = "已收集"
NOT_HAD: Final = "未收集"
_TWO_YEARS: Final = "栏目和报告所写的年度不同（{}、{}），请核对"
_MOST_ROWS: Final = 100_000
_COMMANDS: Final = ("=", "+", "-", "@")
"""With what a cell begins that a spreadsheet would take for a formula."""
_SURE: Final = frozenset((Origin.META, Origin.LINE))


class Manifest(Struct, frozen=True, kw_only=True):
    """The table: its headings, and its rows by heading."""

    headings: tuple[str, ...] = HEADINGS
    rows: tuple[Mapping[str, str], ...] = ()

    def written(self) -> bytes:
        """Return the table as a CSV file that spreadsheets open in Chinese."""
        out = StringIO(newline="")
        writer = csv.DictWriter(out, self.headings, extrasaction="ignore", restval="")
        writer.writeheader()
        writer.writerows({key: cell_of(cell) for key, cell in row.items()} for row in self.rows)
        return out.getvalue().encode("utf-8-sig")


def read_manifest(content: bytes) -> Manifest:
    """Read a table.  Raises Unusable for what is none, or none of a collection."""
    try:
        text = (
            content.decode("utf-8-sig") if content.startswith(BOM_UTF8) else decode(content)[0]
        )
        lines = csv.DictReader(StringIO(text, newline=""), strict=True)
        headings = tuple(lines.fieldnames or ())
        rows = tuple(
            {key: value or "" for key, value in line.items() if isinstance(key, str)}
            for _, line in zip(range(_MOST_ROWS), lines, strict=False)
        )
    except (csv.Error, UnicodeDecodeError) as error:
        raise Unusable("不是可用的 CSV 表格") from error
    if not {FILE, ADDRESS, STATE} <= set(headings):
        raise Unusable(f"不是收集清单（没有 {FILE}、{ADDRESS}、{STATE} 三列）")
    return Manifest(
        headings=(*headings, *(one for one in HEADINGS if one not in headings)), rows=rows
    )


def row_of(
    entry: ListedReport,
    document: Document | None,
    *,
    file: str,
    reasons: Iterable[str],
    now: datetime,
    vocabulary: Vocabulary,
) -> Mapping[str, str]:
    """Return the row of what a list names; without a ``file`` it was not had.

    What kind of body it is, and of which place, is left for a person to state; so is the year
    where report and list name two.
    """
    said = read_title(entry.title, vocabulary)
    own = document.agency.value if document and document.agency else ""
    years = {one for one in (document and document.year, said and said.year) if one}
    apart = [_TWO_YEARS.format(*sorted(years))] if len(years) > 1 else []
    return {
        FILE: file,
        _BODY: own or (said.agency if said else ""),
        _YEAR: str(*years) if len(years) == 1 else "",
        _PUBLISHED: _day(entry.listed, document),
        _TITLE: entry.title,
        ADDRESS: cell_of(entry.address),
        _FETCHED: now.isoformat(timespec="seconds"),
        STATE: HAD if file else NOT_HAD,
        REASON: "；".join((*reasons, *apart)),
    }


def _day(listed: date | None, document: Document | None) -> str:
    """Return the day that the page states, or else the one in the list."""
    stated = (
        [one.value for one in document.published if one.origin in _SURE] if document else []
    )
    day = stated[0] if stated else listed
    return day.isoformat() if day else ""


def cell_of(cell: str) -> str:
    """Return a cell in one line of what can be seen, and which no spreadsheet computes."""
    seen = visible(" ".join(cell.split()))
    return f"'{seen}" if seen.startswith(_COMMANDS) else seen
