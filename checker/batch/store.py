"""The SQLite file of a batch: opened, or refused in words.

Only the process that leads the batch writes to it; what was committed outlives any kill.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from govcheck.errors import Unusable

_FORMAT: Final = 3
_MARK: Final = 0x676F7663
"""SQLite's application id: ``govc``."""
_SCHEMA: Final = """
create table if not exists task (
    at integer primary key, place blob unique not null, name text not null,
    task blob not null, level integer not null default 0, stem text, alike text);
create index if not exists task_alike on task (alike);
create index if not exists task_name on task (name);
create table if not exists result (
    place blob primary key, key text not null, final integer not null, judged integer not null,
    verdict integer, confirmed real, possible real,
    summary blob not null, line blob not null, body blob not null,
    companions blob not null);
create table if not exists page (
    path text primary key, sha256 text not null, place blob not null);
create index if not exists page_place on page (place);
create table if not exists earlier (
    place blob primary key, sha256 text not null, name text, body text, region text,
    year integer, current integer not null);
create index if not exists earlier_body on earlier (body);
create table if not exists output (name text, sha256 text, primary key (name, sha256));
create table if not exists remark (about text not null, content blob not null);
"""


def opened(path: Path) -> sqlite3.Connection:
    """Open a journal, or make one.  Raises Unusable for what is none."""
    with words_for(path):
        store = sqlite3.connect(path, isolation_level=None)
        try:
            _require_own(store)
            store.execute("pragma journal_mode = wal")
            store.execute("pragma synchronous = normal")
            store.executescript(_SCHEMA)
            store.execute(f"pragma application_id = {_MARK}")
            store.execute(f"pragma user_version = {_FORMAT}")
        except BaseException:
            store.close()
            raise
    return store


def opened_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to any more."""
    return sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)


@contextmanager
def transaction(store: sqlite3.Connection) -> Iterator[None]:
    """Commit all that is done within, or nothing."""
    store.execute("begin")
    try:
        yield
    except BaseException:
        if store.in_transaction:
            store.execute("rollback")
        raise
    store.execute("commit")


@contextmanager
def words_for(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into words for the user.  Raises Unusable."""
    try:
        yield
    except sqlite3.Error as error:
        reason = _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, f"{error}")
        raise Unusable(f"{path}：{reason}") from error


_REASONS: Final = {
    sqlite3.SQLITE_FULL: "磁盘已满，批次记录无法写入",
    sqlite3.SQLITE_IOERR: "磁盘已满或者出错，批次记录无法写入",
    sqlite3.SQLITE_NOTADB: "不是批次记录",
    sqlite3.SQLITE_CORRUPT: "批次记录已损坏；请用 -o 另取目录",
    sqlite3.SQLITE_READONLY: "批次记录是只读的",
    sqlite3.SQLITE_CANTOPEN: "批次记录无法打开",
    sqlite3.SQLITE_BUSY: "批次记录正被另一个程序使用",
}


def _require_own(store: sqlite3.Connection) -> None:
    """Raise Unusable for another program's file, or one of another version."""
    empty = not store.execute("select count(*) from sqlite_master").fetchone()[0]
    if not empty and _mark(store) != _MARK:
        raise sqlite3.DatabaseError("不是 govcheck 的批次记录")
    version = store.execute("pragma user_version").fetchone()[0]
    if not empty and version != _FORMAT:
        raise sqlite3.DatabaseError("是另一版本 govcheck 的批次记录；请用 -o 另取目录")


def _mark(store: sqlite3.Connection) -> int:
    mark: int = store.execute("pragma application_id").fetchone()[0]
    return mark
