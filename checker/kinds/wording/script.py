"""Kind ``script``: the document is written in simplified characters."""

from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Paragraph
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation
from govcheck.late_pattern import late_pattern

_HAN: Final = late_pattern(r"[\u4e00-\u9fff]")
_QUOTED: Final = 20
"""So many characters of the first paragraph are shown."""


class Script(Check, Struct, frozen=True, kw_only=True):
    """One finding when more characters than ``most`` differ from their normal form."""

    KIND: ClassVar[str] = "script"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "全文用简化字；与规范字形不同的汉字不多于 most 个。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"count", "words"})

    most: int
    """So many may be names or slips."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Count Han characters that the normal form writes in another way."""
        document = case.document
        counts = {
            index: _foreign(block)
            for index, block in enumerate(document.body)
            if isinstance(block, Paragraph) and block.text.written != block.text.normal
        }
        total = sum(counts.values())
        if total <= self.most:
            return
        index = next(index for index, count in counts.items() if count)
        place = document.block_place(index, 0, _QUOTED)
        quote = document.quote(place)
        yield Violation(
            evidence=(Evidence(quote=quote, place=place),),
            values={"count": str(total), "words": quote},
        )


def _foreign(block: Paragraph) -> int:
    text = block.text
    if text.origin is None:
        pairs = zip(text.normal, text.written, strict=True)
    else:
        pairs = zip(text.normal, map(text.written.__getitem__, text.origin), strict=True)
    return sum(normal != written and bool(_HAN.match(written)) for normal, written in pairs)
