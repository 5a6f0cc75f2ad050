"""Where the results of a check go: files in each format, the terminal, standard output."""

import sys
from pathlib import Path

import click
from msgspec import Struct

from govcheck.assessment import Assessment
from govcheck.commands.files import save
from govcheck.errors import Unusable
from govcheck.reports import FORMATS, render
from govcheck.rule import Rulebook


class Output(Struct, frozen=True, kw_only=True):
    """Where the results go, and in which formats."""

    formats: tuple[str, ...]
    path: str | None
    """A file or a folder; - for standard output, None for the folder at hand."""

    @property
    def to_stdout(self) -> bool:
        """Whether standard output is for the result alone."""
        return self.path == "-"

    def write(
        self, assessment: Assessment, rulebook: Rulebook, stem: str, *, several: bool
    ) -> None:
        """Write every format asked for, and the summary to the terminal.

        ``stem`` names the report, ``several`` says that others share the folder.  Raises
        Unusable where a file cannot be written.
        """
        rendered = {fmt: render(fmt, assessment, rulebook) for fmt in self.formats}
        if self.to_stdout:
            sys.stdout.buffer.write(rendered[self.formats[0]])
            sys.stdout.buffer.flush()
            return
        several = several or len(self.formats) > 1
        targets = [self._target(stem, fmt, several=several) for fmt in rendered]
        if several and self.path is not None:
            _make_folder(Path(self.path))
        for path, content in zip(targets, rendered.values(), strict=True):
            save(path, content)
        color = sys.stdout.isatty()
        summary = render("text", assessment, rulebook, color=color).decode("utf-8")
        click.echo(summary, color=color)
        for path in targets:
            click.echo(f"已写入 {path}")

    def _target(self, stem: str, fmt: str, *, several: bool) -> Path:
        """Return the file for one format of one report."""
        name = f"{stem}.govcheck.{FORMATS[fmt].suffix}"
        if self.path is None:
            return Path(name)
        folder = Path(self.path)
        return folder / name if several or folder.is_dir() else folder


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(f"无法写入 {path}（{error.strerror}）") from error
