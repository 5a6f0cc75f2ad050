"""The body that publishes: its name and its kind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.found import Found, Origin
from govcheck.document.report import AgencyKind
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.understanding.page.body_names import (
    bare_name,
    is_office,
    kind_of,
    says_more,
    without_office,
    without_unit,
)
from govcheck.understanding.page.publication import Locate

_OWN_WORDS: Final = (
    (AgencyKind.DEPARTMENT, "bodies.own_department"),
    (AgencyKind.TOWNSHIP, "bodies.own_township"),
    (AgencyKind.SUB_DISTRICT, "bodies.own_sub_district"),
    (AgencyKind.GOVERNMENT, "bodies.own_government"),
)
BELOW_THE_COUNTY: Final = frozenset({AgencyKind.TOWNSHIP, AgencyKind.SUB_DISTRICT})
_BY_UNITS: Final = frozenset({"bodies.by_whom", "bodies.asked"})
"""Where not the body itself but a unit of it may be named."""
_OPENING: Final = 1500


class Agency(Struct, frozen=True, kw_only=True):
    """Whose report it is, as far as it says so."""

    name: Found[str] | None = None
    kind: AgencyKind | None = None
    asked: tuple[str, ...] = ()
    """Whom to ask, by name: a unit of the body, or one that it is under."""


def kind_by_own_words(text: str, vocabulary: Vocabulary) -> AgencyKind | None:
    """Return the kind that a body lets on: 我局, 我镇, or a government's 全县; in a zone, none.

    What it says first decides, 全县 last; one that says 我办 or 本单位 is no government.
    """
    said = [(kind, vocabulary.pattern(words).search(text)) for kind, words in _OWN_WORDS]
    found = [(words.start(), kind) for kind, words in said if words]
    if not found or vocabulary.pattern("bodies.own_board").search(text):
        return None
    surely = [said for said in found if said[1] is not AgencyKind.GOVERNMENT]
    if not surely and vocabulary.pattern("bodies.own_other").search(text):
        return None
    return min(surely or found)[1]


def find_agency(
    vocabulary: Vocabulary,
    *,
    titled: Found[str] | None,
    issuer: Found[str] | None,
    signed: Sequence[Found[str]],
    sites: Iterable[Found[str]],
    openings: Sequence[Passage],
    words: str,
    locate: Locate,
) -> Agency:
    """Return the body's name and kind: the title's, in full where the page spells it out.

    ``titled`` is the title without its year and its own name; ``openings`` the texts in
    which a body presents itself; ``signed`` names that stand alone; ``words`` all that the
    document says.  Whom to ask, and a government's office that compiled the report, may spell
    a name out but do not give one: of a township it may be the county's.
    """
    names = _Names(vocabulary, locate, openings)
    own = kind_by_own_words(words, vocabulary)
    presented = [*names.announced(), *names.compiled(words), *names.subjects()]
    asked = tuple(names.named("bodies.asked"))
    told = (*presented, *names.named("bodies.by_whom"), *names.named("bodies.placed"))
    spelled_out = (*signed, issuer, *told, *asked, *sites)
    others = [found for found in spelled_out if found]
    whom = tuple(found.value for found in asked)
    if titled and (name := bare_name(titled.value, vocabulary)) and len(name) > 1:
        found = names.in_full(replace(titled, value=name), others)
        return Agency(name=found, kind=kind_of(found.value, vocabulary) or own, asked=whom)
    for found in filter(None, (*map(names.alone, signed), *presented, names.alone(issuer))):
        kind = kind_of(found.value, vocabulary)
        if kind and own in {None, kind}:
            full = names.in_full(found, others)
            return Agency(name=full, kind=kind_of(full.value, vocabulary), asked=whom)
    kinds = {kind_of(name, vocabulary) for name in whom} & BELOW_THE_COUNTY
    return Agency(kind=own or (kinds.pop() if len(kinds) == 1 else None), asked=whom)


class _Names:
    """Finds the names of bodies in the openings by a vocabulary."""

    def __init__(
        self, vocabulary: Vocabulary, locate: Locate, openings: Sequence[Passage]
    ) -> None:
        self._vocabulary = vocabulary
        self._locate = locate
        self._openings = openings

    def announced(self) -> Iterator[Found[str]]:
        """Yield the names of those whose report is announced."""
        yield from self.named("bodies.whose_report")
        yield from self.named("bodies.compiled_from")

    def compiled(self, words: str) -> Iterator[Found[str]]:
        """Yield who compiled the report; a government's office only where it says 我办."""
        own_office = self._vocabulary.pattern("bodies.own_office").search(words)
        for found in self.named("bodies.by_whom"):
            if own_office or not is_office(found.value, self._vocabulary):
                yield found

    def subjects(self) -> Iterator[Found[str]]:
        """Yield the names of which a sentence tells what they did in the year.

        Of a government's office it may be the government's report, of a party's any body's.
        """
        for words in ("bodies.subject", "bodies.whose_year", "bodies.before_year"):
            for found in self.named(words):
                kind = kind_of(found.value, self._vocabulary)
                of_party = kind is AgencyKind.NOT_ADMINISTRATIVE
                if not of_party and not is_office(found.value, self._vocabulary):
                    yield found

    def alone(self, found: Found[str] | None) -> Found[str] | None:
        """Return a name that stands alone, unless it may be that of the body's office."""
        name = bare_name(found.value, self._vocabulary) if found else ""
        if found is None or not name or is_office(name, self._vocabulary):
            return None
        return replace(found, value=name)

    def named(self, words: str) -> Iterator[Found[str]]:
        """Yield the names in group 1 of a pattern, a body's where its unit may be named."""
        pattern = self._vocabulary.pattern(words)
        no_name = self._vocabulary.pattern("bodies.no_presented")
        for opening in self._openings:
            for match in pattern.finditer(opening.text, 0, _OPENING):
                name = bare_name(match[1], self._vocabulary)
                if words in _BY_UNITS:
                    name = without_unit(name, self._vocabulary)
                if not name or no_name.search(name) or not kind_of(name, self._vocabulary):
                    continue
                start = match.start(1) + match[1].find(name)
                place = self._locate(opening, start, start + len(name))
                yield Found(value=name, origin=Origin.BODY, quote=name, place=place)

    def in_full(self, name: Found[str], others: Sequence[Found[str]]) -> Found[str]:
        """Return the longest of the other names that says the same with more words."""
        kind = kind_of(name.value, self._vocabulary)
        best = name
        for other in others:
            full = bare_name(other.value, self._vocabulary)
            if kind is AgencyKind.GOVERNMENT:
                full = without_office(full, self._vocabulary)
            elif kind not in BELOW_THE_COUNTY and full.startswith(name.value):
                continue  # an office of the body's own
            if len(best.value) < len(full) and says_more(full, name.value, self._vocabulary):
                best = replace(other, value=full)
        return best
