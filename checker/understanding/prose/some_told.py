"""Words before a clause that tell of whom, when or of what its figures are."""

from collections.abc import Callable
from typing import Final

from govcheck.document.vocabulary import Vocabulary

_LEAST: Final = 3
"""A cause or an event of fewer unknown characters limits nothing."""
Left = Callable[[str], str]
"""Returns the words of a clause that are not accounted for."""


def subject_of(clause: str, vocabulary: Vocabulary) -> str:
    """Return the body whose work a clause tells of: 县住建局作为征收主管部门."""
    numbering = vocabulary.pattern("figures.numbering")
    found = vocabulary.pattern("figures.subject").match(numbering.sub("", clause))
    return found["subject"] if found else ""


def event_in(clause: str, left: Left, vocabulary: Vocabulary) -> str:
    """Return the cause or the event that a clause tells: 征收公告发布后."""
    rest = left(clause)
    told = vocabulary.pattern("figures.of_event").search(clause)
    return rest if told and len(rest) >= _LEAST else ""


def field_in(clause: str, left: Left, vocabulary: Vocabulary) -> str:
    """Return the field that a clause tells of: 征地拆迁领域矛盾突出."""
    found = vocabulary.pattern("figures.of_field").match(clause)
    return left(found["field"]) if found else ""


def kind_headed(title: str, left: Left, vocabulary: Vocabulary) -> str:
    """Return the kind of applications that a title heads: （1）征地类."""
    found = vocabulary.pattern("figures.kind_title").search(title)
    return left(found["kind"]) if found else ""


def body_led(before: str, left: Left, vocabulary: Vocabulary) -> str:
    """Return the body that leads words in: 所属不动产登记中心：收到."""
    lead, colon, _ = before.rpartition("：")
    last = vocabulary.pattern("figures.breaks").split(lead)[-1]
    led = colon and vocabulary.pattern("figures.lead_body").search(last)
    return left(last) if led else ""
