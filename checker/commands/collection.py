"""The folder of a collection: a folder for each report, and the manifest of them all.

A folder is filled under a name that hides and then renamed, and the manifest is written whole
after each report: wherever a run is stopped, the next one goes on and nothing is lost.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Final

from govcheck.collecting.harvest import Harvested
from govcheck.collecting.manifest import ADDRESS, FILE, Manifest, cell_of, read_manifest
from govcheck.commands.names import shown
from govcheck.commands.saving import require_replaceable, save_again, unwritable
from govcheck.errors import Unusable
from govcheck.readers.limits import MEGABYTE
from govcheck.regular_file import bounded_bytes

MANIFEST: Final = "manifest.csv"
_MOST_BYTES: Final = 64 * MEGABYTE


class Collection:
    """The reports that were had, on a disk."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, with what is in it.  Raises Unusable where it cannot be used."""
        self._folder = folder
        self.path = folder / MANIFEST
        self._written = b""
        self._clear()
        self._take(Manifest())
        self._take_what_is_there()

    def _clear(self) -> None:
        """Take away what a run that was killed has left half-written."""
        for path in self._folder.glob(".govcheck-*.tmp"):
            if path.is_dir() and not path.is_symlink():
                rmtree(path, ignore_errors=True)

    def row(self, address: str) -> Mapping[str, str] | None:
        """Return what the manifest says of an address."""
        return self._rows.get(cell_of(address))

    def keep(self, outcome: Harvested) -> str:
        """Write the files of a report; return the path of its main file, with slashes.

        A name that is taken is made another by the report's address.  Raises Unusable.
        """
        if outcome.report is None:
            return ""
        digest = sha256(outcome.entry.address.encode()).hexdigest()[:8]
        for name in (outcome.name, f"{outcome.name}-{digest}"):
            target = self._folder / name
            if name.casefold() in self._taken or not _placed(target, outcome.report.files):
                continue
            return f"{name}/{outcome.report.main}"
        raise Unusable(f"{shown(target)} 已存在，且不是这次收集的，不予覆盖")

    def note(self, row: Mapping[str, str]) -> None:
        """Put a row into the manifest, and the manifest onto the disk.  Raises Unusable.

        What a person has written into it meanwhile stays.
        """
        self._take_what_is_there()
        self._rows[row[ADDRESS]] = row
        self._taken.add(_folder_of(row))
        manifest = Manifest(headings=self._headings, rows=tuple(self._rows.values()))
        written = manifest.written()
        save_again(self.path, written, _is_manifest)
        self._written = written

    def _take_what_is_there(self) -> None:
        """Read the manifest on the disk, unless it is as it was written last."""
        status = require_replaceable(self.path, _is_manifest)
        content = bounded_bytes(self.path, _MOST_BYTES) if status else b""
        if content and content != self._written:
            self._take(read_manifest(content))
            self._written = content

    def _take(self, manifest: Manifest) -> None:
        self._headings = manifest.headings
        self._rows = {row[ADDRESS] or f"#{at}": row for at, row in enumerate(manifest.rows)}
        self._taken = {_folder_of(row) for row in manifest.rows}


def _folder_of(row: Mapping[str, str]) -> str:
    """Return what tells the folder of a row's report from others, on any disk."""
    return row[FILE].partition("/")[0].casefold()


def _is_manifest(path: Path) -> bool:
    with suppress(Unusable):
        read_manifest(bounded_bytes(path, _MOST_BYTES))
        return True
    return False


def _placed(target: Path, files: Mapping[str, bytes]) -> bool:
    """Write a folder; tell whether it stands there now, be it from a run that was stopped."""
    if os.path.lexists(target):
        return _holds(target, files)
    hidden = target.with_name(f".govcheck-{os.urandom(8).hex()}.tmp")
    try:
        for name, content in files.items():
            path = hidden / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        hidden.rename(target)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        rmtree(hidden, ignore_errors=True)
    return True


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Tell whether a folder holds these files, as they are, and no links elsewhere."""
    with suppress(OSError, Unusable):
        return not folder.is_symlink() and all(_same(folder / n, c) for n, c in files.items())
    return False


def _same(path: Path, content: bytes) -> bool:
    return not path.is_symlink() and bounded_bytes(path, len(content)) == content
