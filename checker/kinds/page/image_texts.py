"""Kind ``image-texts``: pictures of the body can be told by those who do not see them."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.blocks import Image
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation

_MOST_PLACES: Final = 10


class ImageTexts(Check, Struct, frozen=True, kw_only=True):
    """One finding for all pictures without a text, or with a file's name for one."""

    KIND: ClassVar[str] = "image-texts"
    TITLE: ClassVar[str] = (
        "正文图片有文字说明，不以文件名充数；写 missing 时，改问图片文件是否缺失。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"count", "words"})

    file_name: re.Pattern[str]
    """What a text looks like that is only a file's name."""
    missing: bool = False
    """Ask instead for pictures whose file does not exist …"""
    local: re.Pattern[str] | None = None
    """… among them such sources as lead to the author's own machine."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Gather the pictures of the body."""
        document = case.document
        wrong = [
            (index, block)
            for index, block in enumerate(document.body)
            if isinstance(block, Image) and block.is_picture and self._is_wrong(block)
        ]
        if not wrong:
            return
        evidence = tuple(
            Evidence(
                quote=image.alt or image.source,
                place=document.block_place(index),
            )
            for index, image in wrong[:_MOST_PLACES]
        )
        yield Violation(
            evidence=evidence, values={"count": str(len(wrong)), "words": evidence[0].quote}
        )

    def _is_wrong(self, image: Image) -> bool:
        if self.missing:
            local = self.local is not None and self.local.match(image.source)
            return image.missing or bool(local)
        text = image.alt.strip() or image.caption.strip()
        if not text and image.slight:
            return False  # what holds a line apart says nothing
        return not text or self.file_name.fullmatch(text) is not None
