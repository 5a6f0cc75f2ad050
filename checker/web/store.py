"""The store: one SQLite file, one server at a time, nothing lost that was said to be saved."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Final

from govcheck.errors import Unusable
from govcheck.web.migrations import STEPS

_NAME: Final = "govcheck.sqlite3"
_PATIENCE: Final = 0.5
"""Seconds that another server is given to let go."""


class Store:
    """The file, open.  Threads take turns; what ``changing`` has written is on the disk."""

    def __init__(self, folder: Path) -> None:
        """Open or make the store in a folder.  Raises Unusable where that cannot be."""
        self._lock = RLock()
        path = folder / _NAME
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._file = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as error:
            raise Unusable(f"{folder}：不能用作资料目录（{error}）") from None
        try:
            self._prepare(path)
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._file.close()

    def rows(self, question: str, *values: object) -> list[sqlite3.Row]:
        """Return what a question finds."""
        with self._lock, closing(self._file.execute(question, values)) as found:
            return found.fetchall()

    def row(self, question: str, *values: object) -> sqlite3.Row | None:
        """Return the first of what a question finds."""
        return next(iter(self.rows(question, *values)), None)

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Give what writes; all of it is kept when this ends well, else nothing."""
        with self._lock:
            self._file.execute("BEGIN IMMEDIATE")
            try:
                yield self._file
            except BaseException:
                self._file.execute("ROLLBACK")
                raise
            self._file.execute("COMMIT")

    def secret(self, name: str) -> str:
        """Return a secret's lock; empty where there is none."""
        found = self.row("SELECT value FROM secrets WHERE name = ?", name)
        return str(found["value"]) if found else ""

    def keep_secret(self, name: str, value: str) -> None:
        """Keep a secret's lock in place of a former one."""
        with self.changing() as file:
            file.execute("INSERT OR REPLACE INTO secrets VALUES (?, ?)", (name, value))

    def _prepare(self, path: Path) -> None:
        """Take the file for this server alone, and bring it up to date.  Raises Unusable."""
        self._file.row_factory = sqlite3.Row
        try:
            self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = FULL")
            self._file.execute("PRAGMA secure_delete = ON")
            self._file.execute("BEGIN EXCLUSIVE")
            self._file.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise Unusable(f"{path}：另一个 govcheck serve 正在使用") from None
            raise Unusable(f"{path}：无法使用（{error}）") from None
        except sqlite3.DatabaseError:
            raise Unusable(f"{path}：不是 govcheck 的资料库，未作改动") from None
        self._migrate(path)

    def _migrate(self, path: Path) -> None:
        """Take the steps that the file has not taken; each is taken wholly or not at all."""
        version: int = self._file.execute("PRAGMA user_version").fetchone()[0]
        if version > len(STEPS):
            raise Unusable(f"{path}：由更新版本的 govcheck 写成，请先升级")
        for number, step in enumerate(STEPS[version:], version + 1):
            with self.changing() as file:
                for statement in statements(step):
                    file.execute(statement)
                file.execute(f"PRAGMA user_version = {number:d}")


def statements(step: str) -> Iterator[str]:
    """Yield a script's statements one by one: ``executescript`` would end a transaction."""
    begun = ""
    for piece in step.split(";"):
        begun += f"{piece};"
        if sqlite3.complete_statement(begun):
            if begun.strip(" \n;"):
                yield begun
            begun = ""
