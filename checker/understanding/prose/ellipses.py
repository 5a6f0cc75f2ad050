"""What a figure counts that leaves its noun to the figures before it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from govcheck.document.figure import JOINED
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.prose.concept_ids import DECISIONS

_MORE_DOCUMENTS: Final = ("issued", "repealed", "in_force")
_MORE: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("documents", "rules"), _MORE_DOCUMENTS),
    **dict.fromkeys(("decided", "dealt_with"), DECISIONS),
}
"""Of what is listed by name behind a first figure: 制定5件、废止2件."""
_OTHER_KIND: Final = {
    "documents": ("rules", "other_rules"),
    "rules": ("documents", "other_documents"),
}
_ADDED: Final = (
    {"applications.carried_in", "applications.new"},
    {"applications.carried_in", "applications.received"},
)
_CASES: Final = {"review.total", "litigation.total"}
_DONE: Final = ("applications.answered", "applications.dealt")
_TAKEN_IN: Final = ("applications.new", "applications.received")
_BOTH_GRANTED: Final = {"applications.granted", "applications.partial"}


def elided(
    before: str, named: Sequence[str], vocabulary: Vocabulary, *, tail: str, behind: str
) -> str | None:
    """Return the concept of a figure that leaves its noun to those before it.

    制定规章5件、废止2件; 新收648件，上年结转21件，合计669件: ``named`` are the concepts of the
    sentence so far, the last of them of the figure right before; a figure that is part of
    another has none.  Where it stands alone no noun is in its clause's ``tail``: 办理12件信访.
    What was repealed has none where lapsed ones are counted ``behind`` it.
    """
    alone = not tail or vocabulary.pattern("quantities.bracket").match(tail) is not None

    def said(name: str) -> bool:
        return vocabulary.pattern(f"quantities.{name}").fullmatch(before) is not None

    def followed_by(name: str) -> bool:
        return vocabulary.pattern(f"quantities.{name}").fullmatch(behind) is not None

    if JOINED in named[-1]:
        return None
    topic = named[-1].partition(".")[0]
    if topic == "applications":
        return _of_applications(named, said, alone=alone)
    if topic in _MORE:
        lapsed = followed_by("lapsed_next")
        return _of_more(topic, named, said, alone=alone, lapsed_next=lapsed)
    return _of_cases(named, said, alone=alone, pending_next=followed_by("pending_next"))


def _of_more(
    topic: str,
    named: Sequence[str],
    said: Callable[[str], bool],
    *,
    alone: bool,
    lapsed_next: bool,
) -> str | None:
    """Return what a list goes on with: 制发规章3件、规范性文件46件, 制定5件、废止2件."""
    (other, words), told = _OTHER_KIND.get(topic, ("", "")), named[-1].removeprefix(f"{topic}.")
    if other and told in _MORE_DOCUMENTS and said(words):
        return f"{other}.{told}"
    more = (f"{topic}.{name}" for name in _MORE[topic] if said(name))
    new = next((concept for concept in more if concept not in named), None)
    if lapsed_next and (new or "").endswith(".repealed"):
        return None
    return new if alone or not (new or "").endswith(".issued") else None


def _of_cases(
    named: Sequence[str], said: Callable[[str], bool], *, alone: bool, pending_next: bool
) -> str | None:
    """Return what is counted behind cases, or behind their results."""
    if set(named) == _CASES and said("sum"):
        return "cases.total"
    of, _, result = named[-1].rpartition(".")
    ended = {f"{of}.upheld", f"{of}.corrected"}.issubset(named)
    if ended and pending_next and said("other_cases"):
        return f"{of}.other"
    of_one = len({one.partition(".")[0] for one in named}) == 1
    concluded = alone and of_one and result == "total" and said("concluded")
    return f"{of}.concluded" if concluded else None


def _of_applications(
    named: Sequence[str], said: Callable[[str], bool], *, alone: bool
) -> str | None:
    """Return what is counted behind what came in: 新收86件，上年结转5件，办理88件，结转3件."""
    if set(named) in _ADDED and said("sum"):
        return "applications.handled"
    if set(named[-2:]) == _BOTH_GRANTED and said("sum_of_two"):
        return "applications.granted+partial"
    if alone and said("dealt"):
        return "applications.dealt"
    left = "applications.carried_in" in named or named[-1] in _DONE
    if alone and left and said("carried_on"):
        return "applications.carried_out"
    alike = len(named) > 1 and len(set(named)) == 1 and named[0] in _TAKEN_IN
    return named[0] if alike and said("whole") else None


def divides(
    before: str, named: Sequence[str], vocabulary: Vocabulary, *, goes_on: bool
) -> bool:
    """Whether a figure counts some of those before it by who asked: 其中自然人申请8件."""
    by_kind, among = (vocabulary.pattern(f"quantities.{n}") for n in ("by_kind", "among_kind"))
    told = bool(named) and by_kind.fullmatch(before) is not None
    return told or (goes_on and among.search(before) is not None)


def divided(named: Sequence[str]) -> str | None:
    """Return the concept of a figure that counts some of those before it, by who asked.

    办结219件，其中自然人申请186件: where several were counted, none tells which is divided.
    """
    concepts = {name for name in named if name}
    return concepts.pop() if len(concepts) == 1 else None
