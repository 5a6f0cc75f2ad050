"""Kind ``named-body``: where the document must name its own body, it names no other."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Annotated, ClassVar, Final, Literal

from msgspec import Struct, field

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.search import matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation
from govcheck.parameters import Group, PassageName

_PLACE: Final = 3
"""A body of another kind is of the same place where so many signs are the same: 云岭市."""


class NamedBody(Check, Struct, frozen=True, kw_only=True):
    """Names of bodies, and levels of bodies (省, 市, 县 …), are those of this one.

    A name that shares the place with this body's, and nothing else but its kind, is another's.
    A short form (卫健局 for 卫生健康局) shares something, and a name of another place may be a
    higher body's: neither is accused, and of one that shares nothing it may be asked.  The
    level is that of the smallest place in the body's own name.
    """

    KIND: ClassVar[str] = "named-body"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "应写本机关之处，名称（names）和层级（levels）都是本机关的。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"words", "agency"})

    names: (
        Annotated[
            re.Pattern[str],
            Group(name="name"),
            Group(name="proper", needed=False),
            Group(name="place", needed=False),
        ]
        | None
    ) = None
    """Group ``name`` is the name of the body whose report it is; ``proper``, where there is
    one, what stands between place and kind, which is compared alone, and asked about: 林业 of
    市林业局; so is ``place``, where ``elsewhere`` says how: 青石县."""
    elsewhere: Literal["beside", "anywhere"] | None = None
    """Which other place is another body's: one of a level of this one's own, or any."""
    levels: Annotated[re.Pattern[str], Group(name="level")] | None = None
    """Group ``level`` is the level that the words name."""
    own_level: re.Pattern[str] | None = None
    """A level in the body's own name; the last one is its own."""
    side: Literal["above", "below"] | None = None
    """Levels on this side of the body's own are another's; without it all but its own are."""
    ranks: Mapping[str, int] = field(default_factory=dict[str, int])
    """Words for levels of government, where ``side`` or ``elsewhere`` asks: a province is 0,
    a township 3."""
    asked: str = ""
    """What a person is asked where the words prove nothing."""
    any_kind: bool = False
    """A body of another kind at the same place is another too: a bureau, a committee."""
    passages: tuple[PassageName, ...] = (PassageName("body"),)

    def __post_init__(self) -> None:
        """Raise ValueError for a check that looks for nothing."""
        if self.names is None and self.levels is None:
            raise ValueError("应写明 names（机关名称）或 levels（机关层级）的正则表达式")

    def examine(self, case: Case) -> Iterator[Remark]:
        """Compare every name, then every level, as far as the body's own is known."""
        document = case.document
        own = document.agency.value if document.agency else ""
        levels = self.own_level.findall(own) if self.own_level else []
        if not own or (self.names is None and not levels):
            yield Inapplicable(reason="机关名称不明")
            return
        if self.names:
            yield from self._other_names(document, self.names, own)
        if self.levels and levels:
            yield from self._other_levels(document, self.levels, own, levels[-1])

    def _other_names(
        self, document: Document, names: re.Pattern[str], own: str
    ) -> Iterator[Remark]:
        for match in matches(document, names, self.passages):
            name, proper = match.group("name"), match.group("proper")
            shown = (Evidence(quote=name, place=match.group_place("name")),)
            where = own + "".join(document.region)
            if self.elsewhere and self._is_elsewhere(match.group("place"), own, where):
                yield Doubt(reason=f"“{name}”{self.asked}", evidence=(match.sentence_evidence,))
            elif proper or self.elsewhere:
                if proper and _is_apart(name, proper, own):
                    shown = (match.sentence_evidence,)
                    yield Doubt(reason=f"“{name}”{self.asked}", evidence=shown)
            elif _is_another(name, own, any_kind=self.any_kind):
                yield Violation(evidence=shown, values={"words": name, "agency": own})
            elif self.asked and _is_foreign(name, own):
                yield Doubt(reason=f"“{name}”{self.asked}", evidence=shown)

    def _other_levels(
        self, document: Document, levels: re.Pattern[str], own: str, level: str
    ) -> Iterator[Remark]:
        for match in matches(document, levels, self.passages):
            if match.quoted or not self._is_another(match.group("level"), level):
                continue
            shown = (match.sentence_evidence,)
            if self.asked:
                yield Doubt(reason=f"“{match.text}”{self.asked}", evidence=shown)
            else:
                values = {"words": match.evidence.quote, "agency": own}
                yield Violation(values=values, evidence=shown)

    def _is_elsewhere(self, place: str, own: str, where: str) -> bool:
        """Whether a place, by the smallest that it names, is none ``where`` this body is.

        青禾县 is 青禾苗族自治县, shortened: all its signs are those of this body's name.  The
        州 of 池州市 is no level.
        """
        level = next((word for word in self.ranks if place.endswith(word)), "")
        before = place.removesuffix(level)
        ends = (before.rfind(word) + len(word) for word in self.ranks if word in before)
        proper = before[max((end for end in ends if end < len(before)), default=0) :]
        levels = [level] if self.elsewhere == "beside" else self.ranks
        known = any(own.find(word) > 0 for word in levels)
        return len(proper) > 0 and known and not set(proper) <= set(where)

    def _is_another(self, level: str, own: str) -> bool:
        if self.side is None or level not in self.ranks or own not in self.ranks:
            return self.side is None and level not in ("", own)
        further = self.ranks[level] - self.ranks[own]
        return further > 0 if self.side == "below" else further < 0


def _is_another(name: str, own: str, *, any_kind: bool) -> bool:
    place, kind = _alike(name, own), _alike(name[::-1], own[::-1])
    between, ours = name[place : len(name) - kind], own[place : len(own) - kind]
    apart = bool(between and ours) and not set(between) & set(ours)
    return apart and (place > 0 if kind else any_kind and place >= _PLACE)


def _is_foreign(name: str, own: str) -> bool:
    """Whether two names share nothing but their kind."""
    kind = max(1, _alike(name[::-1], own[::-1]))
    return bool(name[:-kind]) and not set(name[:-kind]) & set(own[:-kind])


def _is_apart(name: str, proper: str, own: str) -> bool:
    """Whether a name of the same kind shares nothing else with this body's."""
    return own.endswith(name[-1]) and not set(proper) & set(own)


def _alike(name: str, own: str) -> int:
    """Return how many characters both begin with."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, own, strict=False))
    )
