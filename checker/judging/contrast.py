"""Two reports of one body judged side by side: of two years, or two copies of one."""

from msgspec import Struct
from msgspec.structs import replace

from govcheck.comparison.versions import Change, changes, copies_unlike
from govcheck.document.case import Case, case_of
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment, Finding, Judgement
from govcheck.judging.engine import assess
from govcheck.judging.recurrence import Recurrences, recurrences
from govcheck.kinds.remark import Outcome
from govcheck.rulebook.rule import Rulebook


class Contrast(Struct, frozen=True, kw_only=True):
    """What the comparison of two reports comes to."""

    earlier: Assessment
    """Last year's report, or the first copy, judged by itself."""
    later: Assessment
    """This year's report, judged with last year's at hand; or the second copy."""
    copies: bool
    """The two are given as copies of one report, and not as two years'."""
    why: str
    """Why nothing is compared (Chinese), without a full stop; empty where it is."""
    judgements: tuple[Judgement, ...] = ()
    """What last year's report tells of this year's, rule by rule."""
    said: tuple[Finding, ...] = ()
    """What is found with it alone."""
    recurrences: Recurrences | None = None
    """What is found in either by itself, and is not settled by last year's report; None where
    nothing is compared."""
    changes: tuple[Change, ...] = ()
    """Of two copies, the sentences that differ."""


def contrast_years(last: Document, this: Document, rulebook: Rulebook) -> Contrast:
    """Judge this year's report with last year's at hand, and each of them by itself."""
    case = case_of(this, earlier=last)
    earlier, alone = (
        assess(Case(document=last), rulebook),
        assess(Case(document=this), rulebook),
    )
    later = assess(case, rulebook)
    known, told = set(map(_bare, alone.findings)), set(alone.judgements)
    lasting = known.intersection(map(_bare, later.findings))
    return Contrast(
        earlier=earlier,
        later=later,
        copies=False,
        why=case.unlike.why if case.unlike else "",
        judgements=tuple(
            one
            for one in later.judgements
            if one not in told and one.outcome is not Outcome.NOT_APPLICABLE
        ),
        said=tuple(one for one in later.findings if _bare(one) not in known),
        recurrences=None if case.unlike else recurrences(earlier, _only(alone, lasting)),
    )


def _only(assessment: Assessment, lasting: set[Finding]) -> Assessment:
    """Leave out of this year's findings what last year's report has settled."""
    return replace(
        assessment,
        findings=tuple(one for one in assessment.findings if _bare(one) in lasting),
    )


def _bare(finding: Finding) -> Finding:
    """Return a finding without what depends on the others beside it."""
    return replace(finding, root=None, cause=None)


def contrast_copies(one: Document, other: Document, rulebook: Rulebook) -> Contrast:
    """Judge two copies of one report by themselves, and say in what they differ."""
    earlier, later = (
        assess(Case(document=one), rulebook),
        assess(Case(document=other), rulebook),
    )
    why = copies_unlike(one, other)
    return Contrast(
        earlier=earlier,
        later=later,
        copies=True,
        why=why,
        recurrences=None if why else recurrences(earlier, later),
        changes=() if why else changes(one, other),
    )
