"""Names of bodies: which kind they tell of, what is no part of them, which says more."""

from typing import Final

from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary

_KINDS: Final = (
    (AgencyKind.INSTITUTION, "bodies.public_service"),
    (AgencyKind.OTHER, "bodies.outpost"),
    (AgencyKind.TOWNSHIP, "bodies.township"),
    (AgencyKind.SUB_DISTRICT, "bodies.sub_district"),
    (AgencyKind.GOVERNMENT, "bodies.government"),
    (AgencyKind.NOT_ADMINISTRATIVE, "bodies.not_administrative"),
    (AgencyKind.AUTHORISED, "bodies.board"),
    (AgencyKind.NOT_ADMINISTRATIVE, "bodies.community"),
    (AgencyKind.AUTHORISED, "bodies.zone"),
    (AgencyKind.GOVERNMENT, "bodies.place"),
    (AgencyKind.AUTHORISED, "bodies.authorised"),
    (AgencyKind.DEPARTMENT, "bodies.department"),
    (AgencyKind.OTHER, "bodies.institution"),
)
"""Patterns that tell a kind by its name; the first that fits decides."""
_LONGEST: Final = 120
_MOST_MORE: Final = 24
"""By so many characters at most is a full name longer than a short one."""


def kind_of(name: str, vocabulary: Vocabulary) -> AgencyKind | None:
    """Return the kind of body that a name tells of, or None."""
    return next((kind for kind, end in _KINDS if vocabulary.pattern(end).search(name)), None)


def bare_name(words: str, vocabulary: Vocabulary) -> str:
    """Return a name without verbs, years and hosts that stand glued to its ends, or nothing."""
    if len(words) > _LONGEST:
        return ""
    name = vocabulary.pattern("bodies.glued").sub("", words.strip())
    name = vocabulary.pattern("bodies.lead").sub("", name)
    return "" if vocabulary.pattern("bodies.not_a_name").search(name) else name


def without_unit(name: str, vocabulary: Vocabulary) -> str:
    """Return the body of which a name tells an inner unit: 教育局, of 教育局办公室."""
    unit = vocabulary.pattern("bodies.unit").match(name)
    return unit["body"] if unit else name


def is_office(name: str, vocabulary: Vocabulary) -> bool:
    """Whether it is the office of a government, which may report for that or for itself."""
    return vocabulary.pattern("bodies.office").search(name) is not None


def without_office(name: str, vocabulary: Vocabulary) -> str:
    """Return the government whose office this is."""
    office = vocabulary.pattern("bodies.office").search(name)
    if office is None:
        return name
    return name[: office.start()] + vocabulary.labels["bodies.whole_government"]


def says_more(full: str, short: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is a short one in full: of the same body, with more words."""
    if not len(short) < len(full) <= len(short) + _MOST_MORE:
        return False
    kind = kind_of(short, vocabulary)
    if kind not in {None, kind_of(full, vocabulary)}:
        return False
    if full.endswith(short):
        return True
    if kind is AgencyKind.DEPARTMENT and _end(full, vocabulary) != _end(short, vocabulary):
        return False
    rest = iter(full)
    return all(character in rest for character in short)


def _end(name: str, vocabulary: Vocabulary) -> str:
    """Return what a department is: 局, 委 of 委员会, 办 of 办公室."""
    return vocabulary.pattern("bodies.long_end").sub("", name)[-1:]
