"""Whether a figure speaks of the whole of what the document reports on."""

from typing import Final

from govcheck.document.report import AgencyKind, Document
from govcheck.late_pattern import late_pattern

_OWN: Final = late_pattern(r"^[我本]{1,2}(?=[^0-9])")
_ALL: Final = late_pattern(
    r"^全(?:[省市州盟县区旗镇乡街局委办厅院]|街道|系统)(?:各级)?"
    r"(?:(?:人民)?政府|行政机关|机关|部门|各级|[、和及各])*"
)
_BODIES: Final = late_pattern(r"^(?:各级)?(?:[、和及各]|行政机关|机关|部门|单位)*$")
_OFFICE: Final = late_pattern(r"代[表为]?(?=[省市州县区镇乡]?(?:人民)?政府)")


def is_whole(document: Document, scope: str) -> bool:
    """Tell whether the words that limit a figure name no less than what the tables count.

    全市 of any body but a government may be more than its own; 市政府 may be the government
    or its office.
    """
    if not scope:
        return True
    every = _ALL.match(scope)
    if every:
        kind = document.agency_kind
        wide = every.group()[1:2] in "省市州盟县区旗"
        return (kind is AgencyKind.GOVERNMENT or not wide) and not scope[every.end() :]
    return _is_own_name(document, scope)


def _is_own_name(document: Document, scope: str) -> bool:
    name = document.agency.value.replace("人民政府", "政府") if document.agency else ""
    subject = _OFFICE.split(scope.replace("人民政府", "政府"))[0]
    both = subject.endswith("政府") and name.endswith("政府")
    return len(subject) > 1 and subject in name and not both
