"""Kind ``outside``: a report on a year, or of a body, of which the rules do not speak."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import AgencyKind
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark


class Outside(Check, Struct, frozen=True, kw_only=True):
    """Open for reports on years before ``first_year``, or later on for bodies of these kinds.

    What the report does not tell raises no question.
    """

    KIND: ClassVar[str] = "outside"
    TITLE: ClassVar[str] = (
        "报告年度早于 first_year 的，或者此后机关属于所列种类（agencies）的，请人确认是否适用。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"year", "agency"})

    first_year: int
    agencies: tuple[AgencyKind, ...] = ()

    def examine(self, case: Case) -> Iterator[Remark]:
        """Ask once, at the title or at the body's name."""
        document = case.document
        early = document.year is not None and document.year < self.first_year
        shown = document.fiscal_year if early else document.agency
        named = document.agency_kind in self.agencies and not early
        if named if self.agencies else early:
            yield Doubt(
                evidence=(Evidence(quote=shown.quote, place=shown.place),) if shown else (),
                values={
                    "year": str(document.year or ""),
                    "agency": document.agency.value if document.agency else "编制单位",
                },
            )
