"""What YAML's parser says of a file that is no YAML, in Chinese."""

from typing import Final

_MEANING: Final = (
    ("mapping values are not allowed", "这里不应再有“键: 值”：值中有冒号的，整个值加引号"),
    ("could not find expected ':'", "缺少冒号，或者上一行的引号、括号没有收尾"),
    ("did not find expected ',' or", "括号 [] {} 没有收尾，或者其中缺少逗号"),
    ("did not find expected key", "缩进不齐，或者引号之后还有文字"),
    ("did not find expected '-'", "缩进不齐，列表各项的“- ”应上下对齐"),
    ("did not find expected", "内容没有写完：检查括号、引号和缩进"),
    ("cannot start any token", "以特殊符号开头的值要加引号"),
    ("found a tab", "缩进不能用制表符（Tab），请用空格"),
    ("unexpected end of stream", "引号没有收尾"),
    ("found unexpected document", "一个文件只写一条，不能有 --- 分隔"),
    ("expected a single document", "一个文件只写一条，不能有 --- 分隔"),
    ("unknown escape", "双引号里的反斜杠不可用，请改用单引号"),
    ("block sequence entries are not allowed", "“- ”应另起一行"),
    ("undefined alias", "值以 * 开头的要加引号"),
    ("found undefined alias", "值以 * 开头的要加引号"),
    ("expected alphabetic or numeric", "以 & 或 * 开头的值要加引号"),
)
"""What libyaml and PyYAML say, and what a clerk has to look for."""
_ELSE: Final = "检查缩进、冒号后的空格和引号"


def yaml_problem(problem: str) -> str:
    """Return what is wrong and what to look for, whichever parser says so."""
    return next((meant for words, meant in _MEANING if words in problem), _ELSE)
