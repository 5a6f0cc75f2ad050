"""Kind ``question``: what no document can prove; a person must look."""

import re
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import says
from govcheck.kinds.remark import Doubt, Remark
from govcheck.parameters import PassageName

_BODY = PassageName("body")


class Question(Struct, frozen=True, kw_only=True):
    """Open, unless a link or the text gives the answer."""

    KIND: ClassVar[str] = "question"
    TITLE: ClassVar[str] = (
        "文件本身证明不了的事，请人核实；链接（linked）或正文（answered）已有答案的除外；"
        "写 local 的，连同所在地另有的核实事项一并提出。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    reason: str
    linked: re.Pattern[str] | None = None
    """The address of a link that answers it: of a file to download."""
    answered: re.Pattern[str] | None = None
    """Words of the body that answer it."""
    local: bool = False
    """What the body's place makes one look up as well is put in the same question."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at the links first."""
        document, linked = case.document, self.linked
        if linked and any(linked.search(link.address) for link in document.links):
            return
        if not (self.answered and says(document, self.answered, (_BODY,))):
            yield Doubt(reason="；".join((self.reason, *self._of_place(case))))

    def _of_place(self, case: Case) -> Iterator[str]:
        if self.local:
            yield from filter(None, (demand.question for demand in case.document.demands))
