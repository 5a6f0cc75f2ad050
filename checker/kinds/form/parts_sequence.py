"""Kind ``parts-sequence``: the parts of the form, each once, in order, rightly numbered."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import ClassVar, Final

from msgspec import Struct, field

from govcheck.document.attachments import given_elsewhere
from govcheck.document.buried import buried_heading, part_before
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.form import FormPart
from govcheck.document.losses import lost_opening, lost_part
from govcheck.document.place import Place
from govcheck.document.report import Document, Part
from govcheck.document.search import says
from govcheck.document.torn_blocks import is_stump
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.parameters import PartId, PassageName

_BODY: Final = PassageName("body")
_NUMERALS: Final = "〇一二三四五六七八九十"
_COPIED: Final = (
    "报告在页面上有两份，可能其中一份只供打印或在手机上显示；其样式或脚本未能全部读取，"
    "不能判断，只核对了第一份"
)
_FOLLOWED: Final = (
    "各部分在页面上又出现一遍，文字不同，可能是另一份没有标题的报告，也可能是本报告的另一稿；"
    "不能判断，只核对了前面一遍"
)
_Fault = tuple[str, list[Part]]
"""What is wrong, in words, and the headings that show it."""


class PartsSequence(Check, Struct, frozen=True, kw_only=True):
    """One finding for each way in which the sequence of parts differs from the form's.

    Numbers that are out of step are one finding, together with what put them so.
    """

    KIND: ClassVar[str] = "parts-sequence"
    TITLE: ClassVar[str] = "统一格式规定的各部分齐全、不重复，次序和序号正确，没有多出的部分。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"problem"})

    elsewhere: Mapping[PartId, re.Pattern[str]] = field(
        default_factory=dict[PartId, re.Pattern[str]]
    )
    """Words in the body that treat a part's matter though its heading is lost."""
    strayed: Mapping[PartId, re.Pattern[str]] = field(
        default_factory=dict[PartId, re.Pattern[str]]
    )
    """Likewise, in the part before it."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look for parts missing, doubled, disordered, misnumbered and unknown to the form."""
        document = case.document
        where = given_elsewhere(document)
        if where:
            yield Doubt(reason=str(where), loss=where)
            return
        known = [part for part in document.parts if part.id]
        if document.copied:
            yield Doubt(reason=_COPIED)
        if document.followed:
            yield Doubt(reason=_FOLLOWED)
        yield from self._missing(document, known)
        firsts = list({part.id: part for part in reversed(known)}.values())[::-1]
        disordered = list(_disordered(document, firsts))
        yield from disordered
        yield from _unnumbered(document, firsts)
        faults = [*_doubled(known), *_extra(document)]
        yield from _together(faults, [] if disordered else _misnumbered(document, firsts))

    def _missing(self, document: Document, known: list[Part]) -> Iterator[Remark]:
        present = {part.id for part in known}
        missing = [part for part in document.form.parts if part.id not in present]
        lost = [part for part in missing if lost_part(document, part.id)]
        if lost:
            loss = lost_part(document, lost[0].id)
            yield Doubt(reason=f"未见{_listed(lost)}：{loss}", loss=loss)
        treated = [
            part for part in missing if part not in lost and self._treats(document, part)
        ]
        if treated:
            yield Doubt(reason=f"未见{_listed(treated)}的标题，但正文另有相关内容，需人工判断")
        missing = [part for part in missing if part not in (*lost, *treated)]
        if missing:
            problem = f"缺少{_listed(missing)}，共 {len(missing)} 个部分"
            yield Violation(
                values={"problem": problem}, absent=tuple(part.id for part in missing)
            )

    def _treats(self, document: Document, part: FormPart) -> bool:
        words = self.elsewhere.get(PartId(part.id))
        if words is not None and says(document, words, (_BODY,)):
            return True
        words, before = self.strayed.get(PartId(part.id)), part_before(document, part.id)
        if words and before and says(document, words, (PassageName(before),)):
            return True
        return buried_heading(document, part.id) is not None


def _listed(parts: list[FormPart]) -> str:
    return "".join(f"“{_numeral(part.number)}、{part.title}”" for part in parts)


def _doubled(known: list[Part]) -> Iterator[_Fault]:
    """Yield the parts that come again; where all do, the report stands there again."""
    titled = [part for part in known if part.known_by in {"title", "variant"}]
    counts = Counter(part.id for part in titled)
    if len(counts) > 1 and {*counts.values()} == {2}:
        first = [part for part in titled if part.id == titled[0].id]
        yield f"{len(counts)} 个部分均出现 2 次，正文似有两遍", first
        return
    for part_id, times in counts.items():
        if times > 1:
            same = [part for part in titled if part.id == part_id]
            yield f"“{same[0].title}”出现 {times} 次", same


def _disordered(document: Document, firsts: list[Part]) -> Iterator[Remark]:
    order = {part.id: part.number for part in document.form.parts}
    for before, after in pairwise(firsts):
        if order[before.id or ""] > order[after.id or ""]:
            problem = f"“{after.title}”排在“{before.title}”之后，顺序与统一格式不符"
            yield _violation(problem, [after])


def _unnumbered(document: Document, firsts: list[Part]) -> Iterator[Doubt]:
    """Doubt numbers that may be automatic or, where a text begins late, cut off."""
    if firsts and all(part.number is None for part in firsts):
        yield Doubt(reason="各部分标题均未见序号，可能是自动编号未能读取")
    elif firsts and firsts[0].number is None and lost_opening(document):
        shown = _violation("", firsts[:1]).evidence
        yield Doubt(reason=f"“{firsts[0].title}”没有序号，可能在提取时丢失", evidence=shown)


def _misnumbered(document: Document, firsts: list[Part]) -> list[_Fault]:
    """Compare numbers; the parts after a missing one may close the gap or leave it."""
    if all(part.number is None for part in firsts):
        return []
    order = {part.id: part.number for part in document.form.parts}
    wrong: list[_Fault] = []
    for position, part in enumerate(firsts, 1):
        right = order[part.id or ""]
        if part.number is None and not (position == 1 and lost_opening(document)):
            wrong.append((f"“{part.title}”没有序号，应为“{_numeral(right)}、”", [part]))
        elif part.number is not None and part.number not in {right, position}:
            written, expected = _numeral(part.number), _numeral(right)
            problem = f"“{part.title}”序号为“{written}、”，应为“{expected}、”"
            wrong.append((problem, [part]))
    return wrong


def _extra(document: Document) -> Iterator[_Fault]:
    extra = [part for part in document.parts if part.id is None]
    if extra and is_stump(document, extra[-1]):
        extra.pop()
    if extra:
        names = "".join(f"“{_numbered(part)}”" for part in extra)
        yield f"{names}不是统一格式规定的部分", extra


def _together(causes: list[_Fault], wrong: list[_Fault]) -> Iterator[Violation]:
    """Make one finding of wrong numbers and of the headings that put them out of step."""
    if not wrong:
        yield from (_violation(*cause) for cause in causes)
        return
    faults = (*causes, *wrong)
    parts = [part for _, listed in faults for part in listed]
    yield _violation("；".join(problem for problem, _ in faults), parts)


def _violation(problem: str, parts: list[Part]) -> Violation:
    return Violation(
        evidence=tuple(
            Evidence(quote=part.title, place=Place(part=part.id, block=part.start))
            for part in parts
        ),
        values={"problem": problem},
    )


def _numeral(number: int) -> str:
    return _NUMERALS[number] if 0 <= number < len(_NUMERALS) else str(number)


def _numbered(part: Part) -> str:
    return part.title if part.number is None else f"{_numeral(part.number)}、{part.title}"
