"""What people have decided, in the store: written once, never changed; the last word counts."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from sqlite3 import Row
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from govcheck.judging.assessment import Decision, Ruling
from govcheck.review.entry import BLANKS, LedgerEntry
from govcheck.review.entry_faults import faults
from govcheck.review.matter import Matter
from govcheck.review.quoting import quoted
from govcheck.review.skeleton import HEAD, blank_entry
from govcheck.web.store import Store


class Choice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person chooses on one matter; an empty decision takes the last one back."""

    key: str
    decision: str
    reason: str = ""
    until: str = ""


class Choices(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person saves at once."""

    person: str
    choices: tuple[Choice, ...]


class Decided(Struct, frozen=True, kw_only=True):
    """One line of the log: who decided what, when."""

    number: int
    at: datetime
    matter: Matter
    choice: Choice
    person: str
    day: str

    def under(self, report: str) -> Self:
        """Return it as taken on a report of this name."""
        return replace(self, matter=replace(self.matter, report=report))

    def entry(self) -> LedgerEntry:
        """Return it as the ledger holds it."""
        choice, made = self.choice, None
        if choice.decision:
            made = Decision(
                decision=Ruling(choice.decision),
                person=self.person,
                date=self.day,
                reason=choice.reason,
                until=choice.until or None,
            )
        return LedgerEntry(
            key=self.matter.key,
            report=self.matter.report,
            message=self.matter.message,
            decision=made,
        )


class DecisionLog:
    """The decisions of a store."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store = store

    def add(
        self, matters: Iterable[tuple[Matter, Choice]], person: str, day: date, session: str
    ) -> None:
        """Keep what a person has decided; it is on the disk when this returns."""
        now = datetime.now(tz=UTC).isoformat()
        rows = [
            (
                *(now, session, matter.report, matter.key, matter.place, matter.message),
                *(matter.severity, matter.rule, choice.decision, person, day.isoformat()),
                *(choice.reason, choice.until),
            )
            for matter, choice in matters
        ]
        with self._store.changing() as file:
            file.executemany(
                "INSERT INTO decisions (at, session, report, key, place, message, severity,"
                " rule, decision, person, day, reason, until)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def standing(self, report: str) -> list[Decided]:
        """Return the last word on each matter of a report that has one."""
        rows = self._store.rows(
            "SELECT * FROM decisions WHERE report = ? AND number IN"
            " (SELECT max(number) FROM decisions WHERE report = ? GROUP BY key)"
            " ORDER BY number",
            report,
            report,
        )
        return [*map(_decided, rows)]

    def all_standing(self) -> list[Decided]:
        """Return the last word on every matter that has one, report by report."""
        rows = self._store.rows(
            "SELECT * FROM decisions WHERE number IN"
            " (SELECT max(number) FROM decisions GROUP BY report, key)"
            " ORDER BY report, number"
        )
        return [*map(_decided, rows)]

    def log(self, most: int) -> list[Decided]:
        """Return the last lines of the log, the newest first."""
        rows = self._store.rows("SELECT * FROM decisions ORDER BY number DESC LIMIT ?", most)
        return [*map(_decided, rows)]


def fault_of(choice: Choice, person: str, today: date) -> str:
    """Return what is wrong with a choice (Chinese); empty where nothing is."""
    if not choice.decision:
        return "" if person.strip() else "请填写核验人"
    values = (choice.decision, person, today.isoformat(), choice.reason, choice.until)
    written = {name: value or None for name, value in zip(BLANKS, values, strict=True)}
    return next((reason for _, reason in faults(written, today)), "")


def ledger_text(decided: Iterable[Decided]) -> str:
    """Write decisions as a ledger that ``govcheck check --review`` reads."""
    return HEAD + "".join(f"\n{_written(one)}" for one in decided if one.choice.decision)


def _written(one: Decided) -> str:
    values = (
        one.choice.decision,
        quoted(one.person),
        one.day,
        quoted(one.choice.reason) if one.choice.reason else "",
        one.choice.until,
    )
    text = blank_entry(one.matter)
    for name, value in zip(BLANKS, values, strict=True):
        text = text.replace(f"\n  {name}:\n", f"\n  {name}: {value}\n") if value else text
    return text


def _decided(row: Row) -> Decided:
    return Decided(
        number=row["number"],
        at=datetime.fromisoformat(row["at"]),
        matter=Matter(
            key=row["key"],
            report=row["report"],
            place=row["place"],
            message=row["message"],
            severity=row["severity"],
            rule=row["rule"],
        ),
        choice=Choice(
            key=row["key"],
            decision=row["decision"],
            reason=row["reason"],
            until=row["until"],
        ),
        person=row["person"],
        day=row["day"],
    )
