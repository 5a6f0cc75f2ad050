"""What decides a judgement is data: no Chinese word in code is compared, looked up or matched.

A literal may be what is *said*: in a message, a help, an echo.  Signs of the script itself are
no words: numerals, the signs of a date, 丶 for 、, ranges of characters.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent
ROOMS: Final = ("checker", "reports")
_SCRIPT: Final = re.compile(r"[㐀一]-[龥鿿]|[〇零一二三四五六七八九十百千万亿两年月日第丶]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_MATCHING: Final = {
    *("compile", "late_pattern", "search", "match", "fullmatch", "finditer", "split", "sub"),
    *("startswith", "endswith", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip"),
    *("partition", "rpartition", "rsplit", "replace", "find", "rfind", "index", "count"),
    *("get", "translate", "maketrans", "frozenset"),
}

EXCEPTIONS: Final = {
    "checker/review/ledger.py": "the keys of a ledger are a file format of our own",
    "checker/review/entry_faults.py": "likewise",
    "checker/review/remains.py": "likewise",
    "checker/commands/own_results.py": "how our own results begin, told from a user's files",
    "checker/batch/manifest.py": "the headings of a manifest are a file format of our own",
    "checker/trials/specimen.py": "examples of rules are written in words of our own",
    "checker/readers/beginnings.py": "the element that a UOF file begins with",
}
"""Modules, and why what they compare is no word of a report."""


def words_that_decide(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each literal that a judgement may hang on."""
    tree = ast.parse(source)
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            word = _SCRIPT.sub("", node.value)
            if _HAN.search(word) and _decides(node, above):
                yield node.lineno, node.value


def _decides(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    while node in above:
        inner, node = node, above[node]
        if isinstance(node, ast.Compare | ast.MatchValue | ast.Set):
            return True
        if isinstance(node, ast.Call) and _only_says(node, inner):
            continue
        if isinstance(node, ast.Call) and _name(node.func) in _MATCHING:
            return not isinstance(node.func, ast.Attribute) or inner is not node.func
        if isinstance(node, ast.Dict) and inner in node.keys:
            return True
        if isinstance(node, ast.Subscript) and inner is node.slice:
            return True
        if isinstance(node, ast.Raise | ast.stmt) and not isinstance(node, ast.Expr):
            return False
    return False


def _only_says(call: ast.Call, inner: ast.AST) -> bool:
    """Whether a call says this where nothing is found, or in the place of what is found."""
    if not isinstance(call.func, ast.Attribute):
        return _name(call.func) == "replace"  # a field of a struct
    named = isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
    said = {"get": call.args[1:], "sub": [] if named else call.args[:1]}
    return inner in said.get(call.func.attr, ())


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _found() -> dict[str, list[tuple[int, str]]]:
    files = (file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))
    every = {file: list(words_that_decide(file.read_text("utf-8"))) for file in files}
    return {file.relative_to(ROOT).as_posix(): words for file, words in every.items() if words}


def test_no_word_in_code_decides() -> None:
    found = {name: words for name, words in _found().items() if name not in EXCEPTIONS}
    assert not found, "write these words in rules/vocabulary or as a parameter of the rule"


def test_what_is_allowed_is_there() -> None:
    assert set(EXCEPTIONS) <= set(_found())
    assert len(EXCEPTIONS) <= 10


@pytest.mark.parametrize(
    ("line", "decides"),
    [
        ('if word == "省": pass', True),
        ('x = "市" in name', True),
        ('x = {"区": 1}', True),
        ('x = table["区"]', True),
        ('X = late_pattern(r"公开[0-9]")', True),
        ('x = name.removesuffix("局")', True),
        ('X = {"余", "多"}', True),
        ('match word:\n    case "局": pass', True),
        ('X = late_pattern(r"[一二三]年|[一-鿿]")', False),
        ('x = re.sub("其它", "", name)', True),
        ('x = OTHER.sub("", "其它")', True),
        ('x = name.replace("其它", OTHER)', True),
        ('x = OTHER.sub("其他", name)', False),
        ('x = replace(loss, reason="没有文件")', False),
        ('x = names.get(kind, "其他")', False),
        ('raise Unusable("没有文件")', False),
        ('x = f"{name}的文件"', False),
        ('"""说明。"""', False),
        ('say("已完成")', False),
    ],
)
def test_deciding_is_told_from_saying(line: str, decides: bool) -> None:  # noqa: FBT001
    assert bool(list(words_that_decide(line))) is decides
