"""A run of ``govcheck collect``: from the column to the folder, one report after the other."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from time import sleep
from typing import Final

from msgspec import Struct, field

from govcheck import clock
from govcheck.checking import read
from govcheck.collecting.address import is_address
from govcheck.collecting.harvest import Harvest, Harvested
from govcheck.collecting.list_page import saved_list
from govcheck.collecting.manifest import HAD, REASON, STATE, row_of
from govcheck.collecting.manners import Manners
from govcheck.commands.collection import MANIFEST, Collection
from govcheck.commands.console import say
from govcheck.commands.lock import locked
from govcheck.commands.names import shown
from govcheck.commands.progress import steps
from govcheck.commands.saving import make_folder
from govcheck.document.knowledge import Knowledge
from govcheck.errors import Unusable
from govcheck.files import content_of
from govcheck.rulebook.loading import load_rulebook

_TAKEN: Final = "另一个 govcheck 正在往这个目录收集；请待其结束，或用 -o 另取目录"
_MOST_SAID: Final = 20
"""Lines on what was not had; the manifest has all of it."""
_MOST_IN_A_ROW: Final = 20
"""So many failures one after the other say that the site is gone."""


def _saved(column: str) -> tuple[bytes | None, str]:
    """Return a page of the user's, and where it is from.  Raises Unusable, with its name."""
    try:
        return saved_list(content_of(Path(column)))
    except Unusable as error:
        raise Unusable(f"{column}：{error}") from error


class Collecting(Struct, frozen=True, kw_only=True):
    """How a column is collected."""

    folder: Path
    pause: float
    """Seconds between two requests."""
    limit: int
    retry: bool
    """Ask again for what a former run could not have."""
    now: Callable[[], datetime] = clock.now
    wait: Callable[[float], None] = sleep

    def run(self, column: str, address: str | None) -> int:
        """Collect what a column lists, by its address or as it was saved; return the status.

        Raises Unusable where there is no column, or nothing in it.
        """
        content, noted = (None, column) if is_address(column) else _saved(column)
        start = address or noted
        if not start:
            raise Unusable(f"{shown(column)}：页内没有写明原来的网址，请用 --address 写明")
        manners = Manners(start, pause=self.pause, wait=self.wait)
        knowledge = load_rulebook().knowledge
        if os.path.lexists(self.folder) and not self.folder.is_dir():
            raise Unusable(f"{shown(self.folder)} 已存在，且不是目录；请用 -o 另取目录名")
        make_folder(self.folder)
        lock = locked(self.folder / MANIFEST, taken=_TAKEN)
        with lock, steps() as watch:
            collection = Collection(self.folder)
            harvest = Harvest(
                manners=manners,
                reading=partial(read, knowledge=knowledge),
                vocabulary=knowledge.vocabulary,
                watch=watch,
            )
            if content is None:
                harvest.begin(start)
            else:
                harvest.begin_saved(content, start)
            tally = self._collected(harvest, collection, knowledge)
        return tally.told(harvest.column.notes, collection.path)

    def _collected(
        self, harvest: Harvest, collection: Collection, knowledge: Knowledge
    ) -> "_Tally":
        tally = _Tally()

        def known(address: str) -> bool:
            row = collection.row(address)
            return row is not None and not (self.retry and row[STATE] != HAD)

        for outcome in harvest.outcomes(known):
            if outcome.known:
                tally.add_known(collection.row(outcome.entry.address) or {})
            else:
                tally.add(outcome, self._noted(outcome, collection, knowledge))
            if tally.new >= self.limit or tally.in_a_row >= _MOST_IN_A_ROW:
                tally.stopped = harvest.column.pending
                break
        return tally

    def _noted(
        self, outcome: Harvested, collection: Collection, knowledge: Knowledge
    ) -> Mapping[str, str]:
        """Keep what was had, and return its row, which is in the manifest by then."""
        file, reason = "", outcome.reason
        try:
            file = collection.keep(outcome)
        except Unusable as error:
            reason = str(error)
        report = outcome.report if file else None
        row = row_of(
            outcome.entry,
            report.document if report else None,
            file=file,
            reasons=report.notes if report else (reason,),
            now=self.now(),
            vocabulary=knowledge.vocabulary,
        )
        collection.note(row)
        return row


class _Tally(Struct, kw_only=True):
    """What came of a run, counted."""

    had: int = 0
    not_had: list[str] = field(default_factory=list[str])
    known: int = 0
    known_not_had: int = 0
    in_a_row: int = 0
    """Failures since something was had."""
    stopped: bool = False

    @property
    def new(self) -> int:
        """How many were asked for in this run."""
        return self.had + len(self.not_had)

    def add_known(self, row: Mapping[str, str]) -> None:
        """Count one of a former run."""
        had = row.get(STATE) == HAD
        self.known += had
        self.known_not_had += not had

    def add(self, outcome: Harvested, row: Mapping[str, str]) -> None:
        """Count one of this run."""
        if row[STATE] == HAD:
            self.had, self.in_a_row = self.had + 1, 0
        else:
            self.in_a_row += 1
            self.not_had.append(f"{outcome.entry.title}：{row[REASON]}")

    def told(self, notes: list[str], manifest: Path) -> int:
        """Say what came of it; return the exit status.  Raises Unusable for nothing at all."""
        said = [*notes, *self.not_had]
        for line in said[:_MOST_SAID]:
            say(f"govcheck: {shown(line)}", err=True)
        if len(said) > _MOST_SAID:
            say(f"govcheck: 另有 {len(said) - _MOST_SAID} 处", err=True)
        if not self.new + self.known + self.known_not_had:
            raise Unusable("栏目页上没有找到年报的链接；由脚本显示的栏目，请用浏览器打开后另存")
        parts = [f"收集 {self.had} 份", f"未收集 {len(self.not_had)} 份"]
        parts += [f"先前已有 {self.known} 份"] if self.known else []
        if self.known_not_had:
            parts.append(f"先前未收集 {self.known_not_had} 份（--retry 再试）")
        parts += ["尚未收完，再次运行即接着收集"] if self.stopped else []
        say(f"{'，'.join(parts)}；清单 {shown(manifest)}")
        return int(bool(self.not_had or self.known_not_had or self.stopped or notes))
