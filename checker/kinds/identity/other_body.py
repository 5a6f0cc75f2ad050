"""Kind ``other-body``: words that must name this body do not name one of another level."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Final

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.search import matches
from govcheck.kinds.remark import Inapplicable, Remark, Violation
from govcheck.parameters import Group, PassageName

_LEVEL: Final = re.compile(r"街道|[省市州盟县区旗镇乡](?!域)")


class OtherBody(Struct, frozen=True, kw_only=True):
    """The level that the words name is that of the smallest place in the body's own name."""

    KIND: ClassVar[str] = "other-body"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "agency"})

    find: Annotated[re.Pattern[str], Group(name="level")]
    """Group ``level`` is the level (省, 市, 县 …) that the words name."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare levels; a body without a place in its name cannot be compared."""
        document = case.document
        name = document.agency.value if document.agency else ""
        own = _LEVEL.findall(name)
        if not own:
            yield Inapplicable(reason="机关名称不明")
            return
        for match in matches(document, self.find, self.passages):
            if match.group("level") not in ("", own[-1]) and not match.quoted:
                values = {"words": match.evidence.quote, "agency": name}
                yield Violation(values=values, evidence=(match.sentence_evidence,))
