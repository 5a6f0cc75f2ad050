"""``govcheck rules new``: begin a rule file that only wants filling in."""

import os
from pathlib import Path
from typing import Final

import click

from govcheck.commands.console import say
from govcheck.commands.names import shown
from govcheck.commands.saving import save
from govcheck.commands.usage import Command
from govcheck.drafting.rule_skeleton import TYPES, Wanted, skeletons
from govcheck.errors import Unusable
from govcheck.late_pattern import late_pattern
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.suggestion import unknown
from govcheck.rulebook.unfilled import MARK

_NAME: Final = late_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNSAID: Final = f"{MARK}省/市/县，如 云南/昆明/官渡】"


@click.command(
    "new",
    cls=Command,
    help="写出一个规则文件的样子，由人填写：每处【填写：……】填好后用 rules test 检验。\n\n"
    "PATH 是规则集的目录和规则的名称，如 songxi/supervision-phone。",
)
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option(
    "-t",
    "--type",
    "type_",
    required=True,
    metavar="种类",
    type=click.Choice(TYPES),
    help="required 必须写到、forbidden 不得出现、deadline 提前的期限、waiver 本地豁免。",
)
@click.option("--place", metavar="地区", help="适用的地方，如 云南/昆明/官渡；可以以后再填。")
@click.option("--rule", "rule_id", metavar="ID", help="要豁免的规则（waiver）。")
def new(*, path: Path, type_: str, place: str | None, rule_id: str | None) -> None:
    """Write the file, and the file of its notice where there is none; never over another."""
    wanted = _wanted(path, type_, place, rule_id)
    for name, content in skeletons(wanted):
        target = path.parent / name
        if os.path.lexists(target):
            if name.startswith("instruments/"):
                continue
            raise Unusable(f"{shown(target)} 已存在，不予覆盖；请另取名称")
        _make_folder(target.parent)
        save(target, content.encode(), lambda _: False)
        left = sum(MARK in line.partition("#")[0] for line in content.splitlines())
        say(f"已写入 {shown(target)}，有 {left} 行待填。")
    say(f"填好后运行：govcheck rules test {shown(path.parent)}")


def _wanted(path: Path, type_: str, place: str | None, rule_id: str | None) -> Wanted:
    """Return what is wanted.  Raises Unusable for names that no rule may have."""
    folder, name = path.parent.resolve().name, path.name.removesuffix(".yaml")
    if not (_NAME.fullmatch(folder) and _NAME.fullmatch(name)):
        raise Unusable(
            f"{path}：目录和文件名只用小写字母、数字和连字符，如 songxi/supervision-phone"
        )
    if type_ == "waiver":
        _require_rule(rule_id)
    elif rule_id:
        raise Unusable("--rule 只用于 --type waiver")
    return Wanted(type=type_, set=folder, name=name, place=place or _UNSAID, rule=rule_id or "")


def _require_rule(rule_id: str | None) -> None:
    known = [rule.id for rule in load_rulebook().every_rule]
    if rule_id is None:
        raise Unusable("请用 --rule 写明要豁免哪一条规则；govcheck rules list 列出全部")
    if rule_id not in known:
        raise Unusable(f"规则：{unknown(rule_id, known)}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(f"{folder}：无法建立目录（{error.strerror}）") from error
