"""Whether a pattern has the groups that its kind reads, and a number where it reads one."""

from typing import Final

from govcheck.parameters import Group, Holds
from govcheck.rulebook.pattern_shape import group_shapes
from govcheck.signs import sign

_DIGITS: Final = frozenset("0123456789")
_MARKS: Final = frozenset(".,，")
_LETTERS: Final = {
    Holds.DIGITS: _DIGITS,
    Holds.NUMBER: _DIGITS | _MARKS,
    Holds.NUMERAL: _DIGITS | set("〇零一二三四五六七八九十"),
    Holds.UNIT: frozenset(sign("money_in_groups")),
}
_MEANT: Final = {
    Holds.DIGITS: r"只能匹配数字，如 (\d{1,4})",
    Holds.NUMBER: r"只能匹配数字，如 (\d{1,9}(?:\.\d{1,4})?)",
    Holds.NUMERAL: r"只能匹配数字或一至十，如 ([一二三四五六七八九十]|\d{1,2})",
    Holds.UNIT: "只能匹配元或万元，如 (万?元)",
}


def group_fault(pattern: str, need: Group) -> str:
    """Say (Chinese) why a pattern lacks a group that its kind reads, or return ""."""
    try:
        groups = group_shapes(pattern)
    except RecursionError:
        return "括号嵌套过深"
    called = f"第 {need.name} 组" if need.name.isdigit() else f"名为 {need.name} 的组"
    shape = groups.get(need.name)
    if shape is None:
        example = "(……)" if need.name.isdigit() else f"(?P<{need.name}>……)"
        return f"缺少{called} {example}" if need.needed else ""
    if need.needed and not shape.certain:
        return f"{called}可能不参与匹配；不要放在“|”的一支里，后面不要有“?”“*”"
    if not shape.filled:
        return f"{called}可能为空；至少要匹配一个字"
    allowed = _LETTERS.get(need.holds)
    letters = shape.letters
    if allowed and (letters is None or not letters <= allowed or letters <= _MARKS):
        return f"{called}{_MEANT[need.holds]}"
    return ""
