"""``govcheck template``: an empty report in the edition of the form that its year asks for."""

import os
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from govcheck.commands.console import deliver, say
from govcheck.commands.names import shown
from govcheck.commands.saving import save
from govcheck.commands.shared_options import rule_sets_option
from govcheck.commands.usage import Command
from govcheck.document.form import form_in_force
from govcheck.drafting.template.blank_report import BlankReport, blank_report
from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.rulebook.loading import load_rulebook
from govcheck.understanding.hints import YEARS

_NAME: Final = late_pattern(r"[一-鿿A-Za-z0-9（）()·、—-]{2,60}")


@click.command(
    cls=Command, help="写出一份空白年报：规定的标题、导语、各部分和统计表，待填处为 ＿＿＿＿。"
)
@click.option(
    "--year",
    required=True,
    metavar="年度",
    type=click.IntRange(YEARS[0], YEARS[-1]),
    help="报告年度。",
)
@click.option("--agency", required=True, metavar="名称", help="机关全称，如 云岭市水务局。")
@click.option(
    "-o",
    "--output",
    metavar="路径",
    type=click.Path(),
    help="输出文件；- 表示标准输出。默认以报告标题为文件名。",
)
@click.option(
    "--format",
    "fmt",
    metavar="格式",
    type=click.Choice(["docx", "html"]),
    help="docx 或 html；默认由输出文件的后缀决定，没有后缀时为 docx。",
)
@rule_sets_option()
@click.option(
    "--fill",
    metavar="0",
    type=click.Choice(["0"]),
    help="各表逐格填 0，只改有数的格；默认留空。",
)
def template(
    *,
    year: int,
    agency: str,
    output: str | None,
    fmt: str | None,
    fill: str | None,
    rule_sets: tuple[str, ...],
) -> None:
    """Write the report; a file that is there already is not written over."""
    if not _NAME.fullmatch(agency):
        raise Unusable("--agency 应为机关全称，2 至 60 字，不含标点和空格")
    knowledge = load_rulebook(extra=[Path(path) for path in rule_sets]).knowledge
    forms = knowledge.forms
    form = form_in_force(forms, year)
    if form is None:
        first = min(one.first_year for one in forms.values())
        raise Unusable(f"{year} 年度还没有全国统一的年报格式（自 {first} 年度起）")
    blank = blank_report(form, knowledge.vocabulary, year=year, agency=agency, fill=fill or "")
    html = (fmt or Path(output or "").suffix.lstrip(".").lower()) in {"html", "htm"}
    content = _written(blank, "html" if html else "docx")
    if output == "-":
        deliver(content)
        return
    path = Path(output or f"{blank.page.title}.{'html' if html else 'docx'}")
    if os.path.lexists(path):
        raise Unusable(f"{shown(path)} 已存在，不予覆盖；请用 -o 另取文件名")
    save(path, content, lambda _: False)
    say(f"已写入 {shown(path)}")


def _written(blank: BlankReport, fmt: str) -> bytes:
    """Write the report in a format.  Raises Unusable when the library for it is missing."""
    try:
        module = import_module(f"govcheck.drafting.template.to_{fmt}")
    except ModuleNotFoundError as error:
        raise Unusable(f'输出 {fmt} 需要另装组件：pip install "govcheck[{fmt}]"') from error
    content: str | bytes = getattr(module, f"to_{fmt}")(blank)
    return content.encode() if isinstance(content, str) else content
