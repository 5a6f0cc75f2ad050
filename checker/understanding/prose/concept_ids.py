"""The concepts that figures in prose may have, by id; rules name them."""

from typing import Final

_APPLICATIONS: Final = (
    "carried_in",
    "with_last",
    "new",
    "received",
    "by_request",
    "handled",
    "dealt",
    "answered",
    "granted",
    "partial",
    "granted+partial",
    "denied",
    "withheld",
    "not_held",
    "unavailable",
    "not_processed",
    "other",
    "carried_out",
)
_CASES: Final = ("total", "concluded", "upheld", "corrected", "other", "pending")
DOCUMENTS: Final = ("issued", "repealed", "in_force", "public")
"""What documents are counted for, the last that they were but made known."""
DECISIONS: Final = ("license", "penalty", "coercion")
"""What an office decides: 行政许可, 行政处罚, 行政强制."""

CASE_RESULTS: Final = {
    "upheld": "upheld",
    "corrected": "corrected",
    "other_result": "other",
    "pending": "pending",
}
CASES_BEHIND: Final = {
    "upheld_behind": "upheld",
    "corrected_behind": "corrected",
    "other_result_behind": "other_result",
    "pending_behind": "pending",
}
"""Words behind the number of cases with a result, and the words before one."""
_RESULTS: Final = {
    "granted_partial": "granted+partial",
    **{name: name for name in ("partial", "denied", "withheld", "not_held", "unavailable")},
    **{name: name for name in ("not_processed", "other", "granted")},
}
_OPEN: Final = {"not_yet": "carried_out", "answered": "answered"}
BEFORE: Final = {
    "carried_on": "carried_out",
    "without_last": "received",
    "with_last": "with_last",
    "carried_in": "carried_in",
    **_RESULTS,
    "new": "new",
    "handled": "handled",
    **_OPEN,
    "taken_in": "received",
    "by_request": "by_request",
    "received": "received",
}
"""What stands before a number, and the concept of applications that it means; the first that
fits is meant."""
BEHIND: Final = {**_RESULTS, **_OPEN}
"""What stands behind one, likewise."""
CONCEPTS: Final = (
    *(f"applications.{name}" for name in _APPLICATIONS),
    *(
        f"{kind}.{name}"
        for kind in ("review", "litigation", "litigation.direct", "litigation.after", "cases")
        for name in _CASES
    ),
    *(f"{kind}.{name}" for kind in ("documents", "rules") for name in DOCUMENTS),
    *(f"{kind}.{name}" for kind in ("decided", "dealt_with") for name in DECISIONS),
    "charges.collected",
    "fee.received",
)
"""``applications.new``: what it is about, and what of it is counted."""


def concept_groups() -> frozenset[str]:
    """Return what concepts are about: the words that they begin with, and they themselves."""
    words = [concept.split(".") for concept in CONCEPTS]
    return frozenset(
        ".".join(each[:count]) for each in words for count in range(1, len(each) + 1)
    )
