"""Where the results of a check go: files in each format, or standard output."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct

from govcheck.commands.console import deliver
from govcheck.commands.faults import report
from govcheck.commands.names import shown
from govcheck.commands.own_results import is_result
from govcheck.commands.saving import make_folder, require_replaceable, save
from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.reports import FORMATS, render
from govcheck.rulebook.rule import Rulebook

_SEPARATORS: Final = tuple(sign for sign in (os.sep, os.altsep) if sign)


class Output(Struct, frozen=True, kw_only=True):
    """Where the results go, and in which formats."""

    formats: tuple[str, ...]
    path: str | None
    """A file or a folder; - for standard output, None for the folder at hand."""
    several: bool
    """Whether there are results of several reports or in several formats."""

    @property
    def to_stdout(self) -> bool:
        """Whether standard output is for the result alone."""
        return self.path == "-"

    @property
    def folder(self) -> Path | None:
        """The folder that the path means; None when it means a file.

        It is one that is there already, has a slash at its end, or holds several results.
        """
        if self.path is None:
            return Path()
        path = Path(self.path)
        named = self.path.endswith(_SEPARATORS)
        return path if named or self.several or _is_folder(path) else None

    def targets(self, name: str) -> dict[str, Path]:
        """Return the file of each format; ``name`` is that of one report's results."""
        if self.to_stdout:
            return {}
        if self.folder is None:
            return {self.formats[0]: Path(self.path or "")}
        return {
            fmt: self.folder / f"{name}.govcheck.{FORMATS[fmt].suffix}" for fmt in self.formats
        }

    def require_place(self, names: Iterable[str]) -> None:
        """Raise Unusable where a file must not be written."""
        folder = self.folder
        if folder is not None and os.path.lexists(folder) and not _is_folder(folder):
            raise Unusable(f"{shown(folder)} 已存在，且不是目录；请用 -o 另取目录名")
        if folder is None or _is_folder(folder):
            for target in (one for name in names for one in self.targets(name).values()):
                require_replaceable(target, is_result)

    def write(
        self, assessment: Assessment, rulebook: Rulebook, name: str
    ) -> tuple[int, tuple[Path, ...]]:
        """Write every format asked for; return the exit status, and the files.

        The status is 3 when a format could not be made, for a fault of govcheck's own, else
        0.  Raises Unusable where a result cannot be written.
        """
        source = assessment.document.source.name
        made, status = _rendered(self.formats, assessment, rulebook, source)
        if self.to_stdout:
            for content in made.values():
                deliver(content)
            return status, ()
        targets = {fmt: path for fmt, path in self.targets(name).items() if fmt in made}
        if self.folder is not None:
            make_folder(self.folder)
        for fmt, path in targets.items():
            save(path, made[fmt], is_result)
        return status, tuple(targets.values())


def _is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; under a name that no disk holds there is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _rendered(
    formats: Iterable[str], assessment: Assessment, rulebook: Rulebook, source: str
) -> tuple[dict[str, bytes], int]:
    """Make every format that can be made; return them, and the exit status."""
    made: dict[str, bytes] = {}
    status = 0
    for fmt in formats:
        try:
            made[fmt] = render(fmt, assessment, rulebook)
        except Unusable:
            raise
        except Exception as error:  # noqa: BLE001 - the other formats are still made
            status = report(f"{source}：govcheck 未能写出 {fmt} 格式的结果", error)
    return made, status
