"""What is said on the terminal of the reports of one call: of each, and of all together."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from os.path import commonpath, relpath
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from govcheck.commands.console import say
from govcheck.commands.faults import report
from govcheck.commands.names import shown
from govcheck.commands.terminal import columns, has_colors, rows
from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.reports import render
from govcheck.reports.rule_statistics import RuleCounts, rule_counts_of, statistics
from govcheck.reports.text_style import TextStyle
from govcheck.reports.totals import TotalsRow, row_of, totals
from govcheck.rulebook.rule import Rulebook


class Telling(Struct, frozen=True, kw_only=True):
    """How much is said."""

    verbose: bool = False
    """All of every report."""
    quiet: bool = False
    """The verdicts alone."""
    statistics: bool = False
    """How often each rule was broken, at the end."""

    def __post_init__(self) -> None:
        """Raise Unusable for all and nothing at once."""
        if self.verbose and self.quiet:
            raise Unusable("-v（全部）和 -q（只要结论）不能同时用")


class Summary:
    """Says what was found as the reports are done, and adds it up."""

    def __init__(self, telling: Telling, rulebook: Rulebook, *, several: bool) -> None:
        """Take how much is said, and whether there are several reports."""
        self._telling = telling
        self._rulebook = rulebook
        self._several = several
        self._rows: list[TotalsRow] = []
        self._refused: list[str] = []
        self._counts: list[RuleCounts] = []
        self._written: list[Path] = []

    def add(self, name: str, assessment: Assessment, written: Sequence[Path]) -> int:
        """Say what was found in a report; return exit status 3 for a fault of our own."""
        status = _safely(name, lambda: self._count(name, assessment))
        telling = self._telling
        if telling.quiet:
            say(f"{assessment.score.verdict}  {shown(name)}")
            return status
        self._written += written
        if telling.verbose or not self._several:
            status = max(status, _safely(name, lambda: self._say(assessment, len(written))))
            for path in written:
                say(f"已写入 {shown(path)}")
        return status

    def refuse(self, name: str) -> None:
        """Count a report that could not be checked."""
        self._refused.append(name)

    def close(self) -> int:
        """Say what all come to; return exit status 3 for a fault of our own."""
        status = 0
        if self._several and not self._telling.quiet:
            status = _safely("总表", self._say_totals)
        if self._counts:
            status = max(status, _safely("统计", self._say_statistics))
        return status

    def _count(self, name: str, assessment: Assessment) -> None:
        if self._several:
            self._rows.append(row_of(name, assessment))
        if self._telling.statistics:
            self._counts.append(rule_counts_of(assessment))

    def _say(self, assessment: Assessment, below: int) -> None:
        """Say all of a report, or what fits on a screen with so many lines ``below``."""
        color = has_colors()
        height = {} if self._telling.verbose else {"rows": rows() - below}
        options = {"color": color, "columns": columns(), **height}
        text = render("text", assessment, self._rulebook, **options)
        say(text.decode("utf-8").rstrip("\n") if height else text.decode("utf-8"), color=color)

    def _say_totals(self) -> None:
        short = _below_one_folder([row.name for row in self._rows] + self._refused)
        table = [replace(row, name=short[row.name]) for row in self._rows]
        refused = [short[name] for name in self._refused]
        say(totals(table, refused, self._rulebook.policy, _style()))
        folders = {path.parent for path in self._written}
        if len(folders) == 1 and not self._telling.verbose:
            folder = folders.pop()
            where = "当前目录" if folder == Path() else f"目录 {shown(folder)}"
            say(f"已写入 {len(self._written)} 个文件，在{where}")

    def _say_statistics(self) -> None:
        lead = "\n" if self._several and not self._telling.quiet else ""
        say(lead + statistics(self._counts, self._rulebook, _style()))


def _below_one_folder(names: Sequence[str]) -> Mapping[str, str]:
    """Return what each file is called from the folder that all of them are in."""
    files = [name for name in names if name != "-"]
    with suppress(ValueError):  # some from the root and some from here
        folder = commonpath([str(Path(name).parent) for name in files])
        return {name: relpath(name, folder) if folder else name for name in files} | {"-": "-"}
    return {name: name for name in names}


def _style() -> TextStyle:
    return TextStyle(columns=columns(), color=has_colors())


def _safely(name: str, speaking: Callable[[], None]) -> int:
    """Say something; a fault in it costs no result."""
    try:
        speaking()
    except Exception as error:  # noqa: BLE001 - the results are written all the same
        return report(f"{name}：govcheck 未能写出摘要", error)
    return 0
