"""The manifest of a batch, which says of each report what it does not say; the roster."""

from collections.abc import Iterator, Mapping, Sequence
from os.path import normcase, normpath
from typing import Final

from msgspec import Struct, convert

from govcheck.batch.cell_faults import KINDS, NO, cell_faults
from govcheck.batch.cross_remark import RosterEntry
from govcheck.batch.table_file import Line, table_lines
from govcheck.document.knowledge import Knowledge
from govcheck.errors import ManyUnusable, Unusable

_HEADINGS: Final[Mapping[str, str]] = {
    "文件": "file", "编制单位": "agency", "机关类别": "kind", "地区": "region",
    "上年报告": "last_year", "另一文本": "copy", "汇入": "reports_into",
    "file": "file", "agency": "agency", "kind": "kind", "region": "region",
    "last_year": "last_year", "copy": "copy", "reports_into": "reports_into",
    "未公布": "unpublished", "unpublished": "unpublished",
    "汇入机关已列全": "complete", "complete": "complete",
}  # fmt: skip
"""Headings, Chinese or English, each with the id of its column."""
_COLLECTED: Final[Mapping[str, str]] = {
    "年度": "year", "发布日期": "published", "标题": "title", "网址": "address",
    "获取时间": "fetched", "状态": "state", "原因": "why",
}  # fmt: skip
"""What else the manifest of a collection says: why a report was not had, and what its page
or its list shows, which the report says itself."""
MANIFEST: Final[Mapping[str, str]] = {
    name: column
    for name, column in {**_HEADINGS, **_COLLECTED}.items()
    if column not in ("unpublished", "complete")
}
ROSTER: Final[Mapping[str, str]] = {
    name: column
    for name, column in {**_HEADINGS, "年度": "year", "year": "year"}.items()
    if column not in ("file", "last_year", "copy")
}
_STATED: Final = frozenset(_HEADINGS.values()) - {"file"}
"""What a manifest says of a file."""


class ManifestEntry(Struct, frozen=True, kw_only=True):
    """A line of the manifest; paths are as written, from the manifest's own folder."""

    file: str
    agency: str | None = None
    kind: str | None = None
    region: str | None = None
    last_year: str | None = None
    copy: str | None = None
    """Another copy of the same report: of another site, or before it was sent back."""
    reports_into: str | None = None


def manifest(content: bytes, suffix: str, knowledge: Knowledge) -> list[ManifestEntry]:
    """Return the lines.  Raises Unusable or ManyUnusable, each with its line."""
    lines = _sound(content, suffix, MANIFEST, "file", knowledge)
    return [
        convert({key: value or None for key, value in one.items()}, ManifestEntry)
        for one in lines
        if one["file"]
    ]


def roster(content: bytes, suffix: str, knowledge: Knowledge) -> tuple[RosterEntry, ...]:
    """Return the bodies.  Raises Unusable or ManyUnusable, each with its line."""
    return tuple(
        RosterEntry(
            body=one["agency"],
            kind=one.get("kind") or None,
            region=one.get("region") or None,
            year=int(one["year"]) if one.get("year") else None,
            reports_into=one.get("reports_into") or None,
            unpublished=one.get("unpublished", "").casefold() not in NO,
            complete=one.get("complete", "").casefold() not in NO,
        )
        for one in _sound(content, suffix, ROSTER, "agency", knowledge)
    )


def _sound(
    content: bytes,
    suffix: str,
    headings: Mapping[str, str],
    due: str,
    knowledge: Knowledge,
) -> Iterator[dict[str, str]]:
    """Yield the lines with their kinds of body by id; refuse all at once where one is wrong."""
    lines = list(table_lines(content, suffix, headings))
    if lines and all(_was_not_had(values) for _, values in lines):
        raise Unusable("没有一份收集到的报告")
    said = [
        (number, fault) for number, values in lines for fault in _faults(values, due, knowledge)
    ]
    if due == "file":
        said += _disputed(lines)
    wrong = [Unusable(f"第 {number} 行：{fault}") for number, fault in sorted(said)]
    if wrong:
        raise ManyUnusable("清单有误", wrong) if len(wrong) > 1 else wrong[0]
    if not lines:
        raise Unusable("没有一行内容")
    for _, values in lines:
        kind = {"kind": KINDS[values["kind"]]} if values.get("kind") else {}
        yield {**values, **kind}


def _disputed(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the lines that say of a file what an earlier one does not, with words."""
    first: dict[str, Line] = {}
    for number, values in lines:
        if not values.get("file"):
            continue
        before, said = first.setdefault(normcase(normpath(values["file"])), (number, values))
        if any(said.get(key) != values.get(key) for key in _STATED):
            yield number, f"与第 {before} 行是同一文件“{values['file'][:30]}”，所写却不同"


def _was_not_had(values: Mapping[str, str]) -> bool:
    """Tell whether a line of a collection says why there is no file."""
    return bool(values.get("why")) and not values.get("file")


def _faults(values: Mapping[str, str], due: str, knowledge: Knowledge) -> Iterator[str]:
    """Yield what is wrong with a line (Chinese)."""
    if not values.get(due) and not _was_not_had(values):
        heading = next(name for name, column in MANIFEST.items() if column == due)
        yield f"没有写“{heading}”"
    yield from cell_faults(values, knowledge)
