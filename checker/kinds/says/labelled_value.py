"""Kind ``labelled-value``: a value after its label has the form that such values have."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.search import matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Remark, Violation
from govcheck.parameters import Group, PassageName


class LabelledValue(Check, Struct, frozen=True, kw_only=True):
    """What stands after a label (邮编：) is well formed; without the label all is well."""

    KIND: ClassVar[str] = "labelled-value"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "标签之后所写的值（邮编、电话）合乎格式（valid）。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"value"})

    find: Annotated[re.Pattern[str], Group(name="1")]
    """The label, and in group 1 the value."""
    valid: re.Pattern[str]
    """What the whole value must match."""
    passages: tuple[PassageName, ...]

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look at every labelled value."""
        for match in matches(case.document, self.find, self.passages):
            value = match.group(1)
            if not value or self.valid.fullmatch(value):
                continue
            evidence = Evidence(quote=match.evidence.quote, place=match.place, actual=value)
            yield Violation(evidence=(evidence,), values={"value": value})
