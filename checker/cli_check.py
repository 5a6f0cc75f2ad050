"""``govcheck check``: read reports, judge them, write what was found."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from govcheck.assessment import Assessment, Outcome, Severity
from govcheck.cli import refuse
from govcheck.document import AgencyKind, Document
from govcheck.engine import assess
from govcheck.errors import Unusable
from govcheck.readers import read
from govcheck.readers.hints import Hints
from govcheck.record import record
from govcheck.reports import FORMATS, render
from govcheck.rule import Rulebook
from govcheck.rulebook import load_rulebook

_MAX_BYTES: Final = 64 * 1024 * 1024
"""The largest file that is read; a report of ten megabytes is already out of the ordinary."""


@record
class _Output:
    """Where the results go, and in which formats."""

    formats: tuple[str, ...]
    path: str | None

    @property
    def to_stdout(self) -> bool:
        return self.path == "-"

    def target(self, stem: str, fmt: str, *, several: bool) -> Path:
        """Return the file for one format of one report."""
        name = f"{stem}.govcheck.{FORMATS[fmt].suffix}"
        if self.path is None:
            return Path(name)
        folder = Path(self.path)
        return folder / name if several or folder.is_dir() else folder


@click.command(help="检查一份或多份年度报告。REPORT 为文件名，- 表示标准输入。")
@click.argument("report", nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="输出格式，可多次给出；默认 html。",
)
@click.option("-o", "--output", help="输出到文件或目录；- 表示标准输出。")
@click.option("--last-year", help="上一年度的报告，用于前后年度比较。")
@click.option("--year", type=click.IntRange(2000, 2100), help="报告年度；默认由报告识别。")
@click.option(
    "--agency-kind",
    type=click.Choice([kind.value for kind in AgencyKind]),
    help="机关类别；默认由报告识别。",
)
@click.option("--region", help="所在地区，如 云南 或 云南/昆明；默认由报告识别。")
@click.option("--rules", "rule_sets", multiple=True, help="另加的规则文件或目录。")
@click.option("--review", help="审查台账（由 govcheck review 生成），其中的豁免不扣分。")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.MAJOR.value,
    show_default=True,
    help="有这一等级及以上的问题时，退出状态为 1。",
)
@click.option("--draft", is_flag=True, help="尚未公布的稿件：暂不检查公布方面的要求。")
def check(
    report: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    last_year: str | None,
    year: int | None,
    agency_kind: str | None,
    region: str | None,
    rule_sets: tuple[str, ...],
    review: str | None,
    fail_on: str,
    draft: bool,  # noqa: FBT001 - click hands options over by name
) -> int:
    """Check every report; the worst exit status of all is the command's."""
    out = _Output(formats=formats or ("html",), path=output)
    if out.to_stdout and len(report) * len(out.formats) > 1:
        raise Unusable("标准输出只能写一份报告的一种格式")
    stems = [_stem(name) for name in report]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if twice is not None:
        raise Unusable(f"有几份报告都名为 {twice}，结果会互相覆盖；请分别检查")
    if review and len(report) > 1:
        raise Unusable("一份审查台账只能用于一份报告")
    hints = Hints(
        fiscal_year=year,
        agency_kind=AgencyKind(agency_kind) if agency_kind else None,
        region=region,
        draft=draft,
    )
    rulebook = load_rulebook(extra=[Path(path) for path in rule_sets])
    previous = _read(last_year, rulebook, Hints()) if last_year else None
    status = 0
    for name in report:
        try:
            document = replace(_read(name, rulebook, hints), previous=previous)
            assessment = _reviewed(assess(document, rulebook), rulebook, review)
            _write(assessment, rulebook, _stem(name), out, several=len(report) > 1)
            status = max(status, _status(assessment, Severity(fail_on)))
        except Unusable as error:
            status = refuse(f"{name}：{error}")
    return status


def _read(name: str, rulebook: Rulebook, hints: Hints) -> Document:
    if name == "-":
        return read(sys.stdin.buffer.read(), name="-", forms=rulebook.forms, hints=hints)
    return read(_content(Path(name)), name=Path(name).name, forms=rulebook.forms, hints=hints)


def _reviewed(assessment: Assessment, rulebook: Rulebook, review: str | None) -> Assessment:
    """Let the decisions of the ledger stand, as of today."""
    if review is None:
        return assessment
    from govcheck.ledger import apply_ledger, read_ledger  # noqa: PLC0415 - YAML

    path = Path(review)
    if not path.is_file():
        raise Unusable(f"没有审查台账 {review}")
    entries = read_ledger(path, path.name)
    today = datetime.now(tz=UTC).astimezone().date()
    return apply_ledger(assessment, entries, rulebook, today=today)


def _content(path: Path) -> bytes:
    """Return a file's bytes.  Raises Unusable, in words, for what cannot be read."""
    try:
        if path.is_dir():
            raise Unusable("这是一个目录，不是报告文件")
        if path.stat().st_size > _MAX_BYTES:
            raise Unusable(f"文件超过 {_MAX_BYTES // 1024 // 1024} MB，不予读取")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unusable("文件不存在") from None
    except PermissionError:
        raise Unusable("没有读取权限") from None
    except OSError as error:
        raise Unusable(f"无法读取（{error.strerror}）") from error


def _write(
    assessment: Assessment, rulebook: Rulebook, stem: str, out: _Output, *, several: bool
) -> None:
    """Write every format asked for, and the summary to the terminal."""
    rendered = {fmt: render(fmt, assessment, rulebook) for fmt in out.formats}
    if out.to_stdout:
        sys.stdout.buffer.write(rendered[out.formats[0]])
        sys.stdout.buffer.flush()
        return
    written = _save(rendered, stem, out, several=several or len(out.formats) > 1)
    color = sys.stdout.isatty()
    click.echo(render("text", assessment, rulebook, color=color).decode("utf-8"), color=color)
    for path in written:
        click.echo(f"已写入 {path}")


def _save(
    rendered: Mapping[str, bytes], stem: str, out: _Output, *, several: bool
) -> Sequence[Path]:
    targets = [out.target(stem, fmt, several=several) for fmt in rendered]
    try:
        for path, content in zip(targets, rendered.values(), strict=True):
            if several and out.path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise Unusable(f"无法写入 {error.filename}（{error.strerror}）") from error
    return targets


def _stem(name: str) -> str:
    return "stdin" if name == "-" else Path(name).stem


def _status(assessment: Assessment, fail_on: Severity) -> int:
    return int(
        any(
            finding.outcome == Outcome.FAIL
            and not finding.lifted
            and finding.severity.rank <= fail_on.rank
            for finding in assessment.findings
        )
    )
