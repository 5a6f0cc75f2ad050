"""Numbers of cases that those of each kind divide: 五华区40件，其中复议28件、诉讼12件."""

from decimal import Decimal

from msgspec import Struct

from govcheck.understanding.prose.limits import Limits

_REVIEW = "review"
_KINDS = (_REVIEW, "litigation")


class HeadsOfCases(Struct, kw_only=True):
    """What the last number is limited to, which by itself counts nothing of ours."""

    limits: Limits
    head: str = ""
    most: Decimal = Decimal(0)
    """As many as parts may have that follow behind a comma alone."""

    def note(self, before: str, value: Decimal) -> None:
        """Take note of a number that may be the head of a list of cases.

        The clause before limits it that names what it counts: 五华区案件最多，为40件.
        """
        *told, last = self.limits.clauses(before)
        if told and not self.limits.says("quantities.names_cases", last):
            last = told.pop() + last
        own = self.limits.of_last_year(last) or self.limits.of_figure(last, "", "", _REVIEW)
        of_result = last if self.limits.says("concepts.outcomes", last) else ""
        self.head = own or self.limits.of_clauses(told, _REVIEW) or of_result
        ours = self.limits.says("quantities.names_cases", last)
        ours = ours or bool(of_result) or self.limits.says("figures.body", own)
        self.most = value if ours else Decimal(0)

    def leave(self) -> None:
        """Take note of a number that is no such head."""
        self.head = ""

    def limit(self, before: str, topic: str, value: Decimal) -> str:
        """Return what limits a number of cases that divides the head."""
        within = self.limits.says("quantities.divides_cases", before)
        beside = value <= self.most and self.limits.says("quantities.cases_next", before)
        return self.head if topic in _KINDS and (within or beside) else ""
