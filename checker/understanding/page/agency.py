"""The body that publishes: its name and its kind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from govcheck.document.report import AgencyKind, Found, Origin
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.publication import Locate

_KINDS: Final = (
    (AgencyKind.INSTITUTION, "bodies.public_service"),
    (AgencyKind.OTHER, "bodies.outpost"),
    (AgencyKind.TOWNSHIP, "bodies.township"),
    (AgencyKind.SUB_DISTRICT, "bodies.sub_district"),
    (AgencyKind.GOVERNMENT, "bodies.government"),
    (AgencyKind.NOT_ADMINISTRATIVE, "bodies.not_administrative"),
    (AgencyKind.AUTHORISED, "bodies.board"),
    (AgencyKind.OTHER, "bodies.community"),
    (AgencyKind.AUTHORISED, "bodies.zone"),
    (AgencyKind.GOVERNMENT, "bodies.place"),
    (AgencyKind.AUTHORISED, "bodies.authorised"),
    (AgencyKind.DEPARTMENT, "bodies.department"),
    (AgencyKind.OTHER, "bodies.institution"),
)
"""Patterns that tell a kind by its name; the first that fits decides."""
_OWN_WORDS: Final = (
    (AgencyKind.DEPARTMENT, "bodies.own_department"),
    (AgencyKind.TOWNSHIP, "bodies.own_township"),
    (AgencyKind.SUB_DISTRICT, "bodies.own_sub_district"),
)
_PRESENTED: Final = ("bodies.by_whom", "bodies.whose_report", "bodies.whose_year")
"""Sentences in which a body presents itself, the surest first."""
_ASKED: Final = ("bodies.asked",)
_OPENING: Final = 1500
_MOST_MORE: Final = 24
"""By so many characters at most is a full name longer than a short one."""


def kind_of(name: str, vocabulary: Vocabulary) -> AgencyKind | None:
    """Return the kind of body that a name tells of, or None."""
    return next((kind for kind, end in _KINDS if vocabulary.pattern(end).search(name)), None)


def kind_by_own_words(text: str, vocabulary: Vocabulary) -> AgencyKind | None:
    """Return the kind that a body without a name lets on: 我局, 我镇; in a zone, none.

    What it says first decides.
    """
    said = [(kind, vocabulary.pattern(words).search(text)) for kind, words in _OWN_WORDS]
    found = [(words.start(), kind) for kind, words in said if words]
    if not found or vocabulary.pattern("bodies.own_board").search(text):
        return None
    return min(found)[1]


def find_agency(
    vocabulary: Vocabulary,
    *,
    titled: Found[str] | None,
    issuer: Found[str] | None,
    signed: Found[str] | None,
    sites: Iterable[Found[str]],
    openings: Sequence[Passage],
    locate: Locate,
) -> tuple[Found[str] | None, AgencyKind | None]:
    """Return the body's name and kind: the title's, in full where the page spells it out.

    ``titled`` is the title without its year and its own name; ``openings`` the texts in
    which a body presents itself.  Where only a government's office is named, as the one to ask,
    the report may be either's and the kind stays unknown.
    """
    names = _Names(vocabulary, locate)
    presented = list(names.named(_PRESENTED, openings))
    asked = list(names.named(_ASKED, openings))
    others = [found for found in (signed, issuer, *presented, *asked, *sites) if found]
    known = [
        found for found in (signed, *presented, issuer) if found and names.kind(found.value)
    ]
    if titled and len(titled.value) > 1:
        known = [titled]
    if known:
        name = names.in_full(known[0], others)
        return name, names.kind(name.value)
    if asked:
        office = vocabulary.pattern("bodies.office").search(asked[0].value)
        return asked[0], None if office else names.kind(asked[0].value)
    return None, None


class _Names:
    """Finds the names of bodies by a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, locate: Locate) -> None:
        self._vocabulary = vocabulary
        self._locate = locate

    def kind(self, name: str) -> AgencyKind | None:
        """Return the kind of body that a name tells of, or None."""
        return kind_of(name, self._vocabulary)

    def named(
        self, patterns: Sequence[str], openings: Sequence[Passage]
    ) -> Iterator[Found[str]]:
        """Yield the names that stand in group 1 of these patterns."""
        no_name = self._vocabulary.pattern("bodies.not_a_name")
        for opening in openings:
            for words in patterns:
                found = self._vocabulary.pattern(words).finditer(opening.text, 0, _OPENING)
                for match in found:
                    name = match[1]
                    if not no_name.search(name) and self.kind(name):
                        place = self._locate(opening, *match.span(1))
                        yield Found(value=name, origin=Origin.BODY, quote=name, place=place)

    def in_full(self, name: Found[str], others: Sequence[Found[str]]) -> Found[str]:
        """Return the longest of the other names that says the same with more words."""
        kind = self.kind(name.value)
        best = name
        for other in others:
            full = other.value
            if kind is AgencyKind.GOVERNMENT:
                full = self._without_office(full)
            longer = len(best.value) < len(full) <= len(name.value) + _MOST_MORE
            if longer and _spells_out(name.value, full) and kind in {None, self.kind(full)}:
                best = replace(other, value=full)
        return best

    def _without_office(self, name: str) -> str:
        """Return the government whose office this is."""
        office = self._vocabulary.pattern("bodies.office").search(name)
        if office is None:
            return name
        return name[: office.start()] + self._vocabulary.labels["bodies.whole_government"]


def _spells_out(short: str, full: str) -> bool:
    """Whether a fuller name ends with a short one, or holds its characters in that order."""
    if full.endswith(short):
        return True
    rest = iter(full)
    return all(character in rest for character in short)
