"""Kind ``absent-report``: of a body on the roster no report is in hand."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.report import AgencyKind
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation


class AbsentReport(Check, Struct, frozen=True, kw_only=True):
    """That none is in hand proves nothing; only the roster can say that there is none."""

    KIND: ClassVar[str] = "absent-report"
    TITLE: ClassVar[str] = (
        "清单所列机关都有报告；清单写明未公布、依法应当公布的，指出应报未报，其余请人核实。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"agency", "year"})

    agencies: tuple[AgencyKind, ...]
    """Kinds of body that the law tells to publish by a day."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Say of an absent body whether it is known to have published nothing."""
        document, peers = case.document, case.peers
        if peers is None or not peers.listed:
            yield Inapplicable(reason="没有机关清单，或者清单没有列入本机关")
        if peers is None or peers.absence is None:
            return
        name, absence = document.agency.value if document.agency else "", peers.absence
        noted = "（清单注明未公布）" if absence.unpublished else ""
        if absence.year is None:
            yield Doubt(reason=f"清单没有写明年度，未见{name}任何年度的报告{noted}")
        elif absence.unpublished and document.agency_kind in self.agencies:
            yield Violation(values={"agency": name, "year": str(absence.year)})
        else:
            yield Doubt(reason=f"清单内未见{name}{absence.year}年度报告{noted}")
