"""Every pattern that the package compiles, and a hunt for texts on which one of them is slow.

Run as a program it prints the patterns that are compiled while all modules are imported and the
examples checked and written in every format: those of constants, of functions and of rules.
"""

# ruff: noqa: ANN401 - neither the parse tree nor the compiler of patterns has public types

import ast
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined] # no other way to see each
from typing import Any, Final, NamedTuple

from govcheck.late_pattern import LatePattern

EXAMPLES: Final = Path(__file__).parent.parent / "examples"
_ANCHORED: Final = frozenset(("match", "fullmatch"))
_BETWEEN: Final = frozenset(("re", "govcheck.late_pattern", "govcheck.pattern_codes"))
"""Modules between who asks for a pattern and what compiles it."""


class Compiled(NamedTuple):
    """A pattern of the package's code."""

    where: str
    """Module and line."""
    pattern: str
    """Of bytes, one character each."""
    flags: int
    binary: bool
    anchored: bool
    """It is only ever matched at one place, never searched for."""


def compiled_patterns() -> list[Compiled]:
    """Return the patterns that the package's code compiles."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, __file__], capture_output=True, text=True, check=True, timeout=300
    )
    return [Compiled(*one) for one in json.loads(done.stdout)]


def _watch(found: dict[tuple[str | bytes, int], Compiled]) -> None:
    """Note from now on what is compiled, or will be, at the package's own demand."""
    compile_pattern, begin = compiler.compile, LatePattern.__init__

    def compiled(pattern: Any, flags: int = 0) -> Any:
        made = compile_pattern(pattern, flags)
        _note(found, pattern, made.flags)
        return made

    def begun(late: LatePattern, pattern: str, flags: int = 0) -> None:
        begin(late, pattern, flags)
        _note(found, pattern, int(flags) | re.UNICODE)

    compiler.compile = compiled
    LatePattern.__init__ = begun  # type: ignore[assignment,method-assign]


def _note(found: dict[tuple[str | bytes, int], Compiled], pattern: Any, flags: int) -> None:
    frame = sys._getframe(2)  # noqa: SLF001 - who asks is what is wanted
    while frame.f_back and frame.f_globals.get("__name__") in _BETWEEN:
        frame = frame.f_back
    module = frame.f_globals.get("__name__", "")
    if module.startswith("govcheck") and isinstance(pattern, str | bytes):
        binary = isinstance(pattern, bytes)
        words = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        anchored = _is_anchored(frame.f_globals["__file__"], frame.f_lineno)
        where = f"{module}:{frame.f_lineno}"
        found[pattern, flags] = Compiled(where, words, flags, binary, anchored)


def _is_anchored(file: str, line: int) -> bool:
    """Whether the private constant defined on a line is only asked to match at one place."""
    tree = _tree(file)
    names = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.lineno <= line <= (node.end_lineno or 0)
        and isinstance(node.value, ast.Call)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id.startswith("_")
    ]
    return bool(names) and all(_only_matched(tree, name) for name in names)


def _only_matched(tree: ast.Module, name: str) -> bool:
    loads = sum(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
        for node in ast.walk(tree)
    )
    matched = sum(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
        and node.attr in _ANCHORED
        for node in ast.walk(tree)
    )
    return loads == matched


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse(Path(file).read_text("utf-8"))


def _constants() -> Iterator[tuple[str, str]]:
    """Import all modules, and yield the patterns that their functions spell out."""
    package = import_module("govcheck")
    for module in pkgutil.walk_packages(package.__path__, "govcheck."):
        try:
            file = str(import_module(module.name).__file__)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("govcheck"):
                raise
            continue  # of an extra that is not installed
        for node in ast.walk(_tree(file)):
            if (
                isinstance(node, ast.Call)
                and _compiles(node.func)
                and isinstance(first := next(iter(node.args), None), ast.Constant)
                and isinstance(first.value, str)
            ):
                yield f"{module.name}:{node.lineno}", first.value


def _compiles(asked: ast.expr) -> bool:
    if isinstance(asked, ast.Name):
        return asked.id == "late_pattern"
    return (
        isinstance(asked, ast.Attribute)
        and isinstance(asked.value, ast.Name)
        and asked.value.id == "re"
    )


def _use() -> None:
    """Check both examples and write what was found in every format."""
    from govcheck.checking import read  # noqa: PLC0415
    from govcheck.document.case import Case  # noqa: PLC0415
    from govcheck.judging.engine import assess  # noqa: PLC0415 - only once compiling is watched
    from govcheck.reports import FORMATS, render  # noqa: PLC0415
    from govcheck.rulebook.loading import load_rulebook  # noqa: PLC0415

    book = load_rulebook()
    for name in ("sound.html", "flawed.html"):
        content = (EXAMPLES / name).read_bytes()
        assessment = assess(
            Case(document=read(content, name=name, knowledge=book.knowledge)), book
        )
        for form in FORMATS:
            render(form, assessment, book)


def main() -> None:
    """Print the patterns as JSON."""
    found: dict[tuple[str | bytes, int], Compiled] = {}
    _watch(found)
    spelled = list(_constants())
    _use()
    known = {pattern for pattern, _ in found}
    more = [
        Compiled(where, pattern, int(re.UNICODE), binary=False, anchored=False)
        for where, pattern in spelled
        if pattern not in known
    ]
    sys.stdout.write(json.dumps([*found.values(), *more]))


if __name__ == "__main__":
    main()
