"""What was uploaded, and what was found in it, in the store."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from sqlite3 import Row
from typing import Final
from zlib import compress, decompress

from msgspec import json

from govcheck.version import __version__
from govcheck.web.orders import Mending, ResultFacts, Stated, Submitted
from govcheck.web.secrets import new_key
from govcheck.web.store import Store
from govcheck.web.upload import AMONG_MANY, Upload

_UNSTATED: Final = Stated()
_SHOWN: Final = (
    "id, number, at, name, stated, follows, report, facts, decided, judged, version, difference"
)

_MENDED: Final = """
    SELECT mended FROM (
        SELECT follows, lag(number) OVER (PARTITION BY report ORDER BY number) AS mended
        FROM uploads WHERE report IS NOT NULL
    ) WHERE follows IS NULL AND mended IS NOT NULL
    UNION SELECT former.number FROM uploads AS later JOIN uploads AS former
        ON former.id = later.follows WHERE later.report IS NOT NULL
"""
"""Numbers of the uploads in whose place another was handed in."""


class Uploads:
    """The uploads of a store."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store = store

    def add(
        self,
        report: Submitted,
        last_year: Submitted | None = None,
        stated: Stated = _UNSTATED,
        follows: str | None = None,
    ) -> str:
        """Keep what was handed in; return its id."""
        id_ = new_key()
        last = (last_year.name, last_year.content) if last_year else (None, None)
        with self._store.changing() as file:
            file.execute(
                "INSERT INTO uploads (id, at, name, sha256, content, last_name, last_content,"
                " stated, follows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(id_, _now(), report.name, sha256(report.content).hexdigest()),
                    *(report.content, *last, json.encode(stated), follows),
                ),
            )
        return id_

    def holds(self, content: bytes) -> bool:
        """Whether a file of this content was handed in."""
        known = sha256(content).hexdigest()
        return bool(self._store.row("SELECT 1 FROM uploads WHERE sha256 = ?", known))

    def found(
        self, id_: str, facts: ResultFacts, outputs: dict[str, bytes], decided: int
    ) -> None:
        """Keep what was found in an upload."""
        made = (compress(outputs["page"]), compress(outputs["json"]))
        with self._store.changing() as file:
            file.execute(
                "UPDATE uploads SET report = ?, facts = ?, page = ?, json = ?, decided = ?,"
                " judged = ?, version = ? WHERE id = ?",
                (
                    *(facts.report, json.encode(facts), *made, decided),
                    *(facts.judged.isoformat(), __version__, id_),
                ),
            )

    def state(self, id_: str, stated: Stated) -> None:
        """Keep what is said of an upload in place of what was; it is to be judged anew."""
        with self._store.changing() as file:
            file.execute(
                "UPDATE uploads SET stated = ?, page = NULL, difference = NULL WHERE id = ?",
                (json.encode(stated), id_),
            )

    def differs(self, id_: str, difference: Mending, contrast: bytes) -> None:
        """Keep in what an upload differs from the one before it."""
        with self._store.changing() as file:
            file.execute(
                "UPDATE uploads SET difference = ?, contrast = ? WHERE id = ?",
                (json.encode(difference), compress(contrast), id_),
            )

    def remove(self, id_: str) -> None:
        """Remove an upload, with all that was found in it."""
        with self._store.changing() as file:
            file.execute("DELETE FROM uploads WHERE id = ?", (id_,))

    def forget(self, days: int) -> None:
        """Remove what was uploaded longer ago; decisions stay."""
        before = datetime.now(tz=UTC) - timedelta(days=days)
        with self._store.changing() as file:
            file.execute("DELETE FROM uploads WHERE at < ?", (before.isoformat(),))

    def get(self, id_: str) -> Upload | None:
        """Return an upload."""
        row = self._store.row(f"SELECT {_SHOWN} FROM uploads WHERE id = ?", id_)  # noqa: S608 - ours
        return _upload(row) if row else None

    def files(self, id_: str) -> tuple[Submitted, Submitted | None] | None:
        """Return what was handed in."""
        row = self._store.row(
            "SELECT name, content, last_name, last_content FROM uploads WHERE id = ?", id_
        )
        if row is None:
            return None
        last = row["last_name"] and Submitted(
            name=row["last_name"], content=row["last_content"]
        )
        return Submitted(name=row["name"], content=row["content"]), last or None

    def output(self, id_: str, name: str) -> bytes | None:
        """Return the page, the JSON or the contrast of an upload, once it is known."""
        row = self._store.row("SELECT page, json, contrast FROM uploads WHERE id = ?", id_)
        return decompress(row[name]) if row and row[name] else None

    def before(self, upload: Upload) -> Upload | None:
        """Return the upload that one is compared with: the one it mends, else its last."""
        named = self.get(upload.follows) if upload.follows else None
        if named or upload.facts is None:
            return named
        row = self._store.row(
            f"SELECT {_SHOWN} FROM uploads WHERE report = ? AND number < ?"  # noqa: S608 - ours
            " AND (name = ? OR ?) ORDER BY number DESC LIMIT 1",
            *(upload.facts.report, upload.number, upload.name),
            upload.follows != AMONG_MANY,
        )
        return _upload(row) if row else None

    def latest(self) -> Iterator[Upload]:
        """Yield the last upload of every report, and of its files that none has mended."""
        rows = self._store.rows(
            f"SELECT {_SHOWN} FROM uploads WHERE number IN"  # noqa: S608 - ours
            " (SELECT max(number) FROM uploads WHERE report IS NOT NULL GROUP BY report, name)"
            f" AND number NOT IN ({_MENDED}) ORDER BY number DESC"
        )
        yield from map(_upload, rows)

    def unjudged(self) -> list[Upload]:
        """Return what was handed in and not judged before the server ended."""
        rows = self._store.rows(
            f"SELECT {_SHOWN} FROM uploads WHERE facts IS NULL ORDER BY number"  # noqa: S608 - ours
        )
        return [*map(_upload, rows)]


def _upload(row: Row) -> Upload:
    facts, difference = row["facts"], row["difference"]
    return Upload(
        id=row["id"],
        number=row["number"],
        at=datetime.fromisoformat(row["at"]),
        name=row["name"],
        stated=json.decode(row["stated"], type=Stated),
        follows=row["follows"],
        facts=json.decode(facts, type=ResultFacts) if facts else None,
        decided=row["decided"],
        judged=row["judged"] or "",
        version=row["version"] or "",
        difference=json.decode(difference, type=Mending) if difference else None,
    )


def _now() -> str:
    return datetime.now(tz=UTC).isoformat()
