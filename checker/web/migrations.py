"""The shape of the store, as steps from nothing to now; a step that is out is never changed."""

from typing import Final

STEPS: Final = (
    """
    CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE uploads (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content BLOB NOT NULL,
        last_name TEXT,
        last_content BLOB,
        stated BLOB NOT NULL,
        follows TEXT,
        report TEXT,
        facts BLOB,
        page BLOB,
        json BLOB,
        decided INTEGER NOT NULL DEFAULT 0,
        judged TEXT,
        version TEXT,
        difference BLOB,
        contrast BLOB
    ) STRICT;
    CREATE INDEX uploads_by_content ON uploads (sha256);
    CREATE INDEX uploads_by_report ON uploads (report, number);
    CREATE TABLE decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        session TEXT NOT NULL,
        report TEXT NOT NULL,
        key TEXT NOT NULL,
        place TEXT NOT NULL,
        message TEXT NOT NULL,
        severity TEXT NOT NULL,
        rule TEXT NOT NULL,
        decision TEXT NOT NULL,
        person TEXT NOT NULL,
        day TEXT NOT NULL,
        reason TEXT NOT NULL,
        until TEXT NOT NULL
    ) STRICT;
    CREATE INDEX decisions_by_report ON decisions (report, key, number);
    CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
    CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;
    """,
)
