"""Whether a figure speaks of the whole of what the document reports on."""

import re
from enum import Enum
from typing import Final

from govcheck.document.report import AgencyKind, Document

_OWN: Final = re.compile(r"[我本]")
_ALL: Final = re.compile(r"全[省市州盟县区旗镇乡街]")
_OFFICE: Final = re.compile(r"代[表为]?(?=[省市州县区镇乡]?(?:人民)?政府)")


class Reach(Enum):
    """How far a figure reaches."""

    WHOLE = "whole"
    """All that the tables count."""
    UNSURE = "unsure"
    """A body or a role that may or may not be all that the tables count."""
    PART = "part"
    """A channel, a manner, a matter: less than the tables count."""


def extent(document: Document, scope: str, bodies: re.Pattern[str]) -> Reach:
    """Tell from the words that limit a figure; ``bodies`` finds those that name a body."""
    if not scope or _OWN.match(scope):
        return Reach.WHOLE
    if _ALL.match(scope):
        department = document.agency_kind is AgencyKind.DEPARTMENT
        return Reach.UNSURE if department else Reach.WHOLE
    name = document.agency.value.replace("人民政府", "政府") if document.agency else ""
    subject = _OFFICE.split(scope.replace("人民政府", "政府"))[0]
    if subject and subject in name and not (subject.endswith("政府") and name.endswith("政府")):
        return Reach.WHOLE
    return Reach.UNSURE if bodies.search(scope) else Reach.PART
