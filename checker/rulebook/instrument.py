"""An instrument: a law, a notice, a standard, or practice; its clauses and how each is known.

An instrument's file lists its smallest clauses; what stands above them is put together:
``第五十条第一款`` is its own opening words and all its items.  Texts are kept with full-width
punctuation; a quotation is compared without regard to the width of its punctuation, in which
copies of one text differ.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from govcheck.late_pattern import late_pattern
from govcheck.rulebook.force import Force
from govcheck.rulebook.rule import Status
from govcheck.signs import sign


class Judged(StrEnum):
    """What a clause leaves to a person; whether rules judge it, the rules say."""

    MACHINE = "machine"
    """Nothing: the whole of it can be judged by rules."""
    PART = "part"
    """What ``why`` says; rules judge the rest."""
    PERSON = "person"
    """All of it."""
    NONE = "none"
    """It asks nothing of an annual report."""


class Clause(Struct, frozen=True, kw_only=True):
    """A clause, and how it is known; ``text`` is empty where it has not been seen."""

    name: str
    text: str
    status: Status
    judged: Judged
    why: str
    force: Force = field(default_factory=Force)
    """When and for whom it is in force, the instrument's own limits with it."""


class Unseen(Struct, frozen=True, kw_only=True):
    """What of an instrument has not been seen, and what to do when it is."""

    what: str
    way_out: str


class Instrument(Struct, frozen=True, kw_only=True):
    """A law, a regulation, a notice, a standard, or plain practice."""

    id: str
    title: str
    number: str
    issued: str
    in_force: tuple[str, str]
    """From and to: days as far as known, ``unknown``, or empty for an end not yet come."""
    superseded_by: str
    pattern: str
    """How a clause is cited: 《…》{clause}."""
    source: str
    """How its text is known."""
    clauses: Mapping[str, Clause]
    unseen: tuple[Unseen, ...]
    rank: int = 9
    """In what order coverage goes through the instruments, the first first."""
    coverage: tuple[str, ...] = ("",)
    """What the clauses begin with that coverage goes through one by one."""

    def clause(self, name: str) -> Clause | None:
        """Return a clause; what has clauses below it has their words as well."""
        own = self.clauses.get(name)
        if own is None and not _stands_above(name, self.clauses):
            return None
        parts = self._parts(name)
        return Clause(
            name=name,
            text="".join(part.text for part in parts),
            status=weakest(part.status for part in parts),
            judged=own.judged if own else Judged.PART,
            why=own.why if own else "",
            force=_together(part.force for part in parts),
        )

    def whole(self, name: str) -> str:
        """Return the text of a clause with what it cannot stand without.

        That is of a half (``前段``) the other half, and of an item the words before the list.
        """
        item = _HALF.sub("", name)
        found = self.clause(item)
        text = found.text if found else ""
        above = (one for one in self.clauses.values() if item.startswith(one.name))
        lead = next(
            (one for one in above if one.text.endswith(_LEADS) and one.name != item), None
        )
        if lead is None or not (number := _NUMBER.search(item, len(lead.name))):
            return text
        between = "" if number[0] == _FIRST else "……"
        return f"{lead.text}{between}{number[0]}{text}"

    def leaves(self, name: str) -> tuple[Clause, ...]:
        """Return the listed clauses that a rule speaks of when it cites this one."""
        if name in self.clauses:
            return (self.clauses[name],)
        return tuple(clause for key, clause in self.clauses.items() if key.startswith(name))

    def citation(self, clause: str) -> str:
        """Return how a finding cites a clause."""
        return self.pattern.replace("{clause}", clause)

    def holds(self, clause: Clause, quote: str) -> bool:
        """Whether the words are whole sentences of a clause that is known word for word.

        A half of an item (``前段``) is quoted with its whole item, for it is no sentence.
        """
        whole = self.clause(_HALF.sub("", clause.name)) or clause
        if whole.status != Status.VERBATIM:
            return False
        wanted, sentences = folded(quote), list(self._sentences(whole.name))
        return any(
            wanted == "".join(sentences[start:end])
            for start in range(len(sentences))
            for end in range(start + 1, len(sentences) + 1)
        )

    def _sentences(self, name: str) -> Iterator[str]:
        """Yield the sentences of a clause; an item that ends with ； or ： is one as well."""
        rest = ""
        for part in self._parts(name):
            rest += folded(part.text)
            *whole, rest = _SENTENCE_END.split(rest)
            yield from whole
            if rest and not rest.endswith(_UNFINISHED):
                yield rest
                rest = ""

    def _parts(self, name: str) -> list[Clause]:
        """Return a clause and those below it, as far as they are known as well as it is."""
        own = self.clauses.get(name)
        below = [clause for key, clause in self.clauses.items() if key.startswith(name)]
        return [part for part in below if own is None or part.status == own.status]


def weakest(statuses: Iterable[Status]) -> Status:
    """Return the status that is known least well."""
    return max(statuses, key=list(Status).index)


_HALF: Final = late_pattern(f"{sign('half')}$")
_BELOW: Final = late_pattern(f"第|（|{sign('half')}")
_NUMBER: Final = late_pattern("（.{1,3}）")
_FIRST: Final = "（一）"
_LEADS: Final = "："
_SENTENCE_END: Final = late_pattern("(?<=[。！？])(?![”’）》])|(?<=[。！？][”’）》])")
_UNFINISHED: Final = ("，", "、")
_WIDTHS: Final = str.maketrans(",;:?!()", "，；：？！（）")


def folded(text: str) -> str:
    """Return a text without white space, its punctuation in full width."""
    return "".join(text.split()).translate(_WIDTHS)


def _together(forces: Iterable[Force]) -> Force:
    """Return when all of the clauses are in force; they bind whom any of them binds."""
    first, *others = forces
    for other in others:
        both = first.narrowed(other)
        first = replace(both, agencies=first.agencies | other.agencies)
    return first


def _stands_above(name: str, clauses: Iterable[str]) -> bool:
    """Whether clauses below it are listed: 第五十条 stands above 第五十条第一款."""
    below = (key[len(name) :] for key in clauses if key.startswith(name) and key != name)
    return name != "" and any(map(_BELOW.match, below))
