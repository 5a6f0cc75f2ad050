"""Wordings of ``tests/wordings``, put into the reports of their worlds and judged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from bodies import Body, Page, report_in
from plain_yaml import plain

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.judging.assessment import Finding
from govcheck.judging.engine import assess
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
ROOM = Path(__file__).with_name("wordings")
WORLDS = tuple(path.stem for path in sorted((ROOM / "worlds").glob("*.txt")))
_SLOT = re.compile(r"\[([a-z-]+)\](.*)")
JUDGED = (
    "consistency/",
    "fee-2020/",
    "prose/date",
    "prose/placeholder",
    "prose/wording",
    "substance/missing-figure",
)
"""Rules that a wording of figures may touch; the others look at the rest of the report."""
OF_LISTS = {"lists-from-one": "prose/numbering"}
"""Rules asked of one class alone: the wordings of the others may be torn from longer lists."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One way to say figures: ``place`` is a world, or a world and a part."""

    group: str
    number: int
    place: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.group}-{self.place.replace('/', '-')}-{self.number}"


@dataclass(frozen=True, kw_only=True)
class Defect:
    """A wording with one figure that no lawful reading excuses."""

    wording: Wording
    rules: tuple[str, ...]
    """Any of them may raise it."""
    figure: str
    for_a_person: bool


def listed(name: str) -> Iterator[Wording]:
    """Yield the wordings of ``correct`` or ``open``."""
    for group, places in _of_file(name).items():
        for place, texts in places.items():
            for number, text in enumerate(texts, 1):
                yield Wording(group=group, number=number, place=place, text=text)


def planted() -> Iterator[Defect]:
    """Yield the wordings with a defect."""
    for group, defects in _of_file("planted").items():
        for number, one in enumerate(defects, 1):
            yield Defect(
                wording=Wording(
                    group=group, number=number, place=one["world"], text=one["text"]
                ),
                rules=tuple(one["rules"]),
                figure=one["figure"],
                for_a_person=one.get("open", False),
            )


def findings(wording: Wording) -> list[Finding]:
    """Judge a wording in its world, by the rules that may speak of it."""
    world, _, part = wording.place.partition("/")
    also = OF_LISTS.get(wording.group, JUDGED[0])
    return _judged(_put(_world(world), part or "overview", wording.text), also)


def findings_without_wording(world: str) -> list[Finding]:
    """Judge a world as it is."""
    return _judged(_put(_world(world), "", ""))


def _put(body: Body, part: str, text: str) -> Body:
    """Put a text, a paragraph a line, at its slot; other slots keep what stands after them."""
    lines = []
    slots = set()
    for line in body.paragraphs:
        slot = _SLOT.match(line)
        if not slot:
            lines.append(line)
            continue
        slots.add(slot[1])
        said = text if slot[1] == part else slot[2]
        lines += [one for one in said.splitlines() if one]
    assert not part or part in slots, part
    return replace(body, paragraphs=tuple(lines))


def _judged(body: Body, also: str = JUDGED[0]) -> list[Finding]:
    document = read(Page().of(body), name="报告.html", knowledge=BOOK.knowledge)
    found = assess(Case(document=document), BOOK).findings
    return [one for one in found if one.rule.startswith((*JUDGED, also))]


@cache
def _world(name: str) -> Body:
    return report_in(ROOM / "worlds" / f"{name}.txt")


def _of_file(name: str) -> dict[str, Any]:
    said = plain((ROOM / f"{name}.yaml").read_text("utf-8"))
    assert isinstance(said, dict)
    return said
