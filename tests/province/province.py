"""A whole province: two years' figures and texts of its bodies, and what is planted in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from province.figures import (
    Values,
    carried_out,
    leaf,
    summed,
    with_more,
    with_more_left,
)
from province.reports import Words, words_of
from province.roster import Unit, roster
from province.wording import Wording, with_words_changed

YEAR: Final = 2021
"""The second of two years, which follow two editions of the form."""
_CHANGED: Final = 0.15
_EDITIONS: Final = ("form-2019", "form-2021")


@dataclass(frozen=True, kw_only=True)
class Planted:
    """The exceptions; all else is consistent.  Bodies are named."""

    copies: tuple[tuple[str, str, str], ...]
    """The body published first, the other, and how: exact, words or names."""
    missing: tuple[str, ...]
    unpublished: tuple[str, ...]
    """Missing as well, and the roster says that there is none."""
    sums: tuple[str, ...]
    """Governments whose applications are not the sum of their bodies'."""
    carried: tuple[str, ...]
    """Bodies whose report of last year carries over what this year's does not take in."""


@dataclass(frozen=True, kw_only=True)
class Province:
    """All reports, by name of the body."""

    units: tuple[Unit, ...]
    figures: dict[str, tuple[Values, Values]]
    """Last year's and this year's."""
    words: dict[str, tuple[Words, Words]]
    planted: Planted
    days: dict[str, str] = field(default_factory=dict)

    def in_hand(self) -> Iterator[Unit]:
        """Yield the bodies of which there is a report."""
        absent = {*self.planted.missing, *self.planted.unpublished}
        return (unit for unit in self.units if unit.name not in absent)


def province(size: int, seed: int = 1) -> Province:
    """Make a province of so many bodies; the same for the same seed."""
    units = roster(size)
    planted = _planted(units, Random(seed))
    words = {unit.name: (words_of(unit, YEAR - 1), words_of(unit, YEAR)) for unit in units}
    _copy(words, planted, Random(seed))
    return Province(
        units=tuple(units),
        figures=_figures(units, planted),
        words=words,
        planted=planted,
        days=_days(units, planted),
    )


def _planted(units: list[Unit], dice: Random) -> Planted:
    """Choose who has which exception: nobody has two, and no sum has one among its bodies."""
    governments = [one.name for one in units if one.kind == "government"]
    below: dict[str, list[str]] = {}
    for unit in units:
        if unit.superior and unit.kind != "government":
            below.setdefault(unit.superior, []).append(unit.name)
    several = max(1, len(governments) // 6)
    wrong = dice.sample([one for one in governments if one in below], several)
    whole = {name for one in wrong for name in below[one]}
    free = [
        one.name
        for one in units
        if one.kind in ("department", "township") and one.name not in whole
    ]
    dice.shuffle(free)
    number = max(3, len(units) // 100)
    chosen = iter(free)
    departments = (one for one in list(free) if one.endswith(("局", "厅")))
    unpublished = tuple(next(departments) for _ in range(max(1, number // 3)))
    others = [one for one in chosen if one not in unpublished]
    missing, others = tuple(others[:number]), others[number:]
    carried, others = tuple(others[:number]), others[number:]
    manners = ("exact", "words", "names")
    copies = tuple(
        (others[2 * at], others[2 * at + 1], manners[at % 3]) for at in range(number)
    )
    return Planted(
        copies=copies,
        missing=missing,
        unpublished=unpublished,
        sums=tuple(wrong),
        carried=carried,
    )


def _copy(words: dict[str, tuple[Words, Words]], planted: Planted, dice: Random) -> None:
    for source, target, manner in planted.copies:
        whole = words[source][1]
        if manner == "words":
            whole = Words(
                overview=tuple(
                    with_words_changed(one, _CHANGED, dice) for one in whole.overview
                ),
                problems=with_words_changed(whole.problems, _CHANGED, dice),
            )
        if manner == "names":
            whole = _renamed(whole, source, target)
        words[target] = (words[target][0], whole)


def _renamed(words: Words, source: str, target: str) -> Words:
    """Return a text with the other body's names in place of one's own."""
    names = [Wording(f"{name}/{YEAR}").local for name in (source, target)]
    pairs = [*zip(*names, strict=True)]

    def renamed(text: str) -> str:
        for one, other in pairs:
            text = text.replace(one, other)
        return text

    return Words(overview=tuple(map(renamed, words.overview)), problems=renamed(words.problems))


def _figures(units: list[Unit], planted: Planted) -> dict[str, tuple[Values, Values]]:
    """Return each body's figures of both years; those below are made before those above."""
    made: dict[str, tuple[Values, Values]] = {}
    parts: dict[str, list[str]] = {}
    for unit in reversed(units):
        if unit.kind == "government":
            below = [made[name] for name in parts.get(unit.name, ())]
            past, now = (summed(one[at] for one in below) for at in (0, 1))
            if not below:
                past, now = _two_years(unit)
            if unit.name in planted.sums:
                now = with_more(now, 3)
        else:
            past, now = _two_years(unit)
        made[unit.name] = past, now
        if unit.superior:
            parts.setdefault(unit.superior, []).append(unit.name)
    for name in planted.carried:
        past, now = made[name]
        made[name] = with_more_left(past, 5), now
    return made


def _two_years(unit: Unit) -> tuple[Values, Values]:
    dice = Random(f"{unit.name}/figures")
    past = leaf(dice, _EDITIONS[0], unit.kind, {})
    return past, leaf(dice, _EDITIONS[1], unit.kind, carried_out(past))


def _days(units: list[Unit], planted: Planted) -> dict[str, str]:
    """Return when each report of this year was published; of copies the source's is earlier."""
    later = {target for _, target, _ in planted.copies}
    days: dict[str, str] = {}
    for unit in units:
        ten = 2 if unit.name in later else 1
        days[unit.name] = f"{YEAR + 1}-01-{ten}{sum(map(ord, unit.name)) % 9}"
    return days
