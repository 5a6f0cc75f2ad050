"""Who looked at a report, and when, in words."""

from govcheck.document.naming import day_words
from govcheck.judging.assessment import Assessment


def inspection_words(assessment: Assessment) -> str:
    """Say who inspected a report and when; nothing where that was not said."""
    return "　".join(f"{label}：{value}" for label, value in inspection_facts(assessment))


def inspection_facts(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """Return what was said of the inspection, label and value."""
    given = assessment.inspection
    if given is None:
        return ()
    facts = [("检查人", given.inspector)] if given.inspector else []
    facts += [("检查日期", day_words(given.inspected_on))] if given.inspected_on else []
    return tuple(facts)
