"""Kind ``part-content``: a part is there and holds something."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.attachments import given_elsewhere
from govcheck.document.blank_tables import is_blank, shows_nothing
from govcheck.document.blocks import Grid
from govcheck.document.buried import buried_heading, part_before
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.known_losses import PARTLY_READ
from govcheck.document.loss import Cause, Loss
from govcheck.document.losses import lost_part, lost_within
from govcheck.document.naming import is_picture, is_unread
from govcheck.document.picture_losses import (
    pictured_kind,
    pictured_part,
    pictured_tables,
    pictured_within,
)
from govcheck.document.place import Place
from govcheck.document.report import Document, Part
from govcheck.document.said_lines import without_nil
from govcheck.document.search import first_match, matches, says
from govcheck.document.table import Table
from govcheck.document.table_losses import lost_table
from govcheck.document.unplaced import goes_on
from govcheck.kinds.check import Check
from govcheck.kinds.form.filled_in import MARKS, filled_in, told_by
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import PartId, PassageName

_PICTURED: Final = (Cause.PICTURE, Cause.OBJECT)
_BODY: Final = PassageName("body")
_LONGEST_QUOTE: Final = 30


class PartContent(Check, Struct, frozen=True, kw_only=True):
    """A part holds a table, figures or text; its statutory table counts wherever it stands."""

    KIND: ClassVar[str] = "part-content"
    TITLE: ClassVar[str] = "某一部分（part）在报告中，并且有内容：表格、数字或者文字。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"part", "state"})

    part: PartId
    required: bool = True
    """Whether the part must be there at all; else only its emptiness is looked at."""
    told: re.Pattern[str] | None = None
    """Words anywhere in the body that report the matter, where the part has but a picture."""
    elsewhere: re.Pattern[str] | None = None
    """Words anywhere in the body that treat the part's matter though its heading is lost."""
    strayed: re.Pattern[str] | None = None
    """Words of the part's matter that stand at the end of the part before, without heading."""
    nil: re.Pattern[str] | None = None
    """The whole text of a part that says nothing: 无."""
    blank: re.Pattern[str] | None = None
    """What is no content: placeholders, hints, the labels before them, the signature."""
    spoken: re.Pattern[str] | None = None
    """Words anywhere in the body that there was nothing to report, where tables are blank."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at tables first, then at text; pictures alone cannot be judged."""
        document = case.document
        tables = self._tables(document)
        printed = [table for table in tables if not is_unread(table)]
        if printed:
            if all(map(shows_nothing, printed)) and not self._is_spoken_of(document):
                yield self._unfilled(document, printed)
            return
        part = document.part(self.part)
        pictured = any(is_picture(document, table.id) for table in tables)
        if part is None:
            yield from self._absent(document, pictured=pictured)
            return
        evidence = (Evidence(quote=part.title, place=Place(part=part.id, block=part.start)),)
        state = self._emptiness(document, part)
        if state is None:
            yield from self._untold(document, part, evidence)
            return
        lost = lost_table(document, part) or lost_within(document, part)
        lost = lost or pictured_part(document)
        if not lost:
            values = {"part": part.title, "state": state}
            yield Violation(evidence=evidence, values=values, absent=(self.part,))
        elif not pictured_within(document, part) or lost.cause not in _PICTURED:
            yield Doubt(reason=str(lost), evidence=evidence, loss=lost)
        elif not (self.told and says(document, self.told, (_BODY,))):
            kind = "图片" if lost.cause is Cause.PICTURE else "嵌入对象"
            reason = f"“{part.title}”只有{kind}，无法读取"
            lost = self._pictured(document, lost)
            yield Doubt(reason=reason, evidence=evidence, loss=lost)

    def _untold(
        self, document: Document, part: Part, evidence: tuple[Evidence, ...]
    ) -> Iterator[Doubt]:
        """Doubt a part that the file breaks off in, or whose table was not read."""
        if document.cut and part == document.parts[-1]:
            broken = lost_within(document, part)
            yield Doubt(reason=str(broken), evidence=evidence, loss=broken)
            return
        tabular = part.id in document.form.table_parts
        lost = lost_table(document, part) or pictured_within(document, part)
        if tabular and lost and not self._tells(document):
            yield Doubt(reason=str(lost), evidence=evidence, loss=lost)

    def _pictured(self, document: Document, lost: Loss) -> Loss:
        """Return the loss by the picture of the part's table, if it is known which that is."""
        shown = self._shown(document)
        return pictured_tables(document, shown, lost.reason) if shown else lost

    def _shown(self, document: Document) -> list[str]:
        return [one.id for one in self._tables(document) if is_picture(document, one.id)]

    def _absent(self, document: Document, *, pictured: bool) -> Iterator[Remark]:
        titles = {part.id: part.title for part in document.form.parts}
        if self.part not in titles:
            yield Inapplicable(reason="该版格式没有这一部分")
            return
        title = titles[self.part]
        where = given_elsewhere(document)
        before = part_before(document, self.part)
        other = self.elsewhere and first_match(document, self.elsewhere, (_BODY,))
        if before and self.strayed and not other:
            strayed = matches(document, self.strayed, (before,), across=True)
            other = next(strayed, None)
        if not self.required:
            yield Inapplicable(reason=f"未识别到“{title}”这一部分")
        elif where:
            yield Doubt(reason=str(where), loss=where)
        elif other:
            reason = f"未见“{title}”这一部分的标题，但正文另有相关内容，需人工判断"
            lost = lost_part(document, self.part)
            yield Doubt(reason=reason, evidence=(other.evidence,), loss=lost)
        elif pictured:
            kind = pictured_kind(document, self._shown(document))
            reason = f"未见“{title}”这一部分的标题，有关表格只有{kind}"
            yield Doubt(reason=reason, loss=pictured_part(document))
        elif lost := lost_part(document, self.part):
            yield Doubt(reason=f"未见“{title}”这一部分：{lost}", loss=lost)
        elif buried := buried_heading(document, self.part):
            reason = f"“{title}”的标题疑似夹在正文或者表格之中，没有单独成行，需人工判断"
            yield Doubt(reason=reason, evidence=(buried,))
        else:
            values = {"part": title, "state": "未见于全文"}
            yield Violation(values=values, absent=(self.part,))

    def _emptiness(self, document: Document, part: Part) -> str | None:
        """Say in what way a part without its statutory table is empty, or None."""
        if _holds_grid(document, part):
            return None
        passage = document.passage(self.part)
        text = told_by(passage.text, self.blank) if passage else ""
        if not text:
            written = passage and passage.text.strip(MARKS)
            state = "只有未填的空白、提示或者落款" if written else "只有标题，没有内容"
            return None if goes_on(document, part) else state
        if self.nil and self.nil.fullmatch(text):
            more = "……" if len(text) > _LONGEST_QUOTE else ""
            return f"只写“{text[:_LONGEST_QUOTE]}{more}”"
        told = without_nil(text, self.nil) if self.nil else text
        return None if told.strip(MARKS) else "各标题下只写“无”或者没有内容"

    def _is_spoken_of(self, document: Document) -> bool:
        """Whether a sentence of the part, or one elsewhere, speaks in place of its tables."""
        if self._tells(document):
            return True
        return self.spoken is not None and says(document, self.spoken, (_BODY,))

    def _tells(self, document: Document) -> bool:
        """Whether a sentence of the part says anything."""
        passage = document.passage(self.part)
        lines = filled_in(passage.text, self.blank).split("\n") if passage else []
        sentences = [one.strip(MARKS) for line in lines for one in line.split("。")[:-1]]
        return any(one and not (self.nil and self.nil.fullmatch(one)) for one in sentences)

    def _unfilled(self, document: Document, tables: Sequence[Table]) -> Doubt:
        """Doubt a part whose tables are blank, or whose figures the file may have lost."""
        title = next(part.title for part in document.form.parts if part.id == self.part)
        part = document.part(self.part)
        lost = (lost_table(document, part) or lost_within(document, part)) if part else None
        if not all(map(is_blank, tables)):
            lost = lost or PARTLY_READ
        reason = f"“{title}”的表格全部空白，是没有发生还是没有填写需人工判断"
        shown = (Evidence(place=tables[0].place),)
        return Doubt(reason=str(lost or reason), evidence=shown, loss=lost)

    def _tables(self, document: Document) -> list[Table]:
        return [
            table
            for table_id, form in document.form.tables.items()
            if form.part == self.part and (table := document.table(table_id))
        ]


def _holds_grid(document: Document, part: Part) -> bool:
    return any(isinstance(block, Grid) for block in document.body[part.start : part.end])
