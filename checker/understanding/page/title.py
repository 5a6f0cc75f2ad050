"""The title: where it stands on the page and what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govcheck.understanding.page.dates import year_of
from govcheck.understanding.page.sheet import Piece

_REPORT = (
    "(?:政府|政务)?信息(?:与政务)?(?:公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?"
    "(?:报告|年报)"
)
_TITLE = re.compile(
    rf"[《]?(?P<head>[^。；;：:！!>》《|]{{0,60}}?)(?P<name>{_REPORT})[》]?"
    r"(?P<tail>[（(][^（）()]{1,30}[）)]|[-_—|].{1,40}|20[0-9]{2}(?:年度?)?)?\Z"
)
_NOT_A_TITLE = re.compile(
    "格式|印发|通知|关于做好|位置|首页|根据|按照|依据|现将|公布|发布|专栏|栏目|编制"
)
_LONGEST = 90
_YEAR = re.compile(r"(20[0-9]{2}|二[〇○零O][〇○零O一二三四五六七八九]{2})\s?(?:年度|年|(?=\Z))")
_REST = re.compile("(?:信息)?(?:公开)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)\\Z")
_BODY_NAME = re.compile(
    r"(?:20[0-9]{2}\s?年度?)?[一-鿿（）()·、]{2,40}(?:政府|局|厅|委|部|署|院|办|室|处|会|中心|省|市|州|县|区|旗|镇|乡|街道|社区|园)\Z"
)
_SOME_REPORT = re.compile(
    "[^。；：，,;:]{0,40}20[0-9]{2}年[^。；：，,;:]{0,40}(?:报告|总结)\\Z"
)
_ONLY_A_YEAR = re.compile(r"20[0-9]{2}\s?年度?\Z")
_LINES_BEFORE = 2
_LINKED = 0.5


@dataclass(frozen=True, slots=True)
class TitleLines:
    """The title on the page: ``pieces[start:end]``, read together."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What a title says: whose report, and on which year."""

    agency: str
    year: int | None


def read_title(text: str) -> TitleParts | None:
    """Return what a title says; None for a text that is no title of an annual report."""
    match = _TITLE.match(text) if "信息" in text[:_LONGEST] and len(text) <= _LONGEST else None
    if match is None or _NOT_A_TITLE.search(match["head"]):
        return None
    year = _YEAR.search(text)
    agency = _YEAR.sub("", match["head"]).removesuffix("的").removesuffix("关于").strip()
    if not year and not agency and "报告" not in match["name"]:
        return None
    return TitleParts(agency=agency, year=year_of(year[1]) if year else None)


def find_title(pieces: Sequence[Piece], before: int) -> TitleLines | None:
    """Return the fullest title before a piece, the last of several as full; None for none.

    Where none has the words that it should have, the last main heading is the title.
    """
    best: tuple[int, TitleLines] | None = None
    for title in _titles(pieces, before):
        weight = _weight(title, pieces[title.start : title.end])
        if best is None or weight >= best[0]:
            best = (weight, title)
    if best:
        return best[1]
    mains = (index for index in range(before - 1, -1, -1) if _is_main(pieces[index]))
    return next((TitleLines(i, i + 1, pieces[i].text) for i in mains), None)


def _is_main(piece: Piece) -> bool:
    text = piece.text
    return (
        0 < len(text) <= _LONGEST
        and piece.linked < _LINKED
        and (piece.level == 1 or _SOME_REPORT.match(text) is not None)
    )


def _titles(pieces: Sequence[Piece], before: int) -> Iterator[TitleLines]:
    for index in range(before):
        text = pieces[index].text
        if (
            not text
            or len(text) > _LONGEST
            or pieces[index].zone in {"nav", "footer", "hidden"}
        ):
            continue
        if "信息" in text and read_title(text):
            yield _with_lines_before(pieces, index, index + 1)
        elif (
            index + 1 < before
            and _REST.match(pieces[index + 1].text)
            and read_title(text + pieces[index + 1].text)
        ):
            yield _with_lines_before(pieces, index, index + 2)


def _with_lines_before(pieces: Sequence[Piece], start: int, end: int) -> TitleLines:
    """Take in the lines above that a title without a body or a year begins with."""
    text = "".join(piece.text for piece in pieces[start:end])
    for _ in range(_LINES_BEFORE):
        said = read_title(text)
        above = pieces[start - 1] if start else None
        if said is None or above is None or (len(said.agency) > 1 and said.year):
            break
        if above.linked >= _LINKED or not _begins(above.text, said):
            break
        start -= 1
        text = above.text + text
    return TitleLines(start, end, text)


def _begins(line: str, said: TitleParts) -> bool:
    if said.agency and said.agency != "政府":
        return said.year is None and _ONLY_A_YEAR.match(line) is not None
    return (said.year is None and _ONLY_A_YEAR.match(line) is not None) or (
        _BODY_NAME.match(line) is not None
    )


def _weight(title: TitleLines, pieces: Sequence[Piece]) -> int:
    said = read_title(title.text)
    weight = -10 if any(piece.linked >= _LINKED for piece in pieces) else 0
    if any(piece.level == 1 for piece in pieces):
        weight += 2
    if said and said.year:
        weight += 4
    if said and len(said.agency) > 1:
        weight += 2
    return weight
