"""No shipped pattern can be made to hang: the documents that they search may be hostile."""

# ruff: noqa: ANN401 - the parse tree of a pattern has no public types

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from re import _constants as sre  # type: ignore[attr-defined] # no other way to a parse tree
from re import _parser as parser  # type: ignore[attr-defined] # the same
from typing import Any

import pytest
from compiled_patterns import Compiled, compiled_patterns
from msgspec import Struct

from govcheck.rulebook.loading import load_rulebook

MANY = 100
"""From so many repetitions on, a bounded repeat is as bad as one without bound."""


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _patterns(value: Any) -> Iterator[str]:
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _patterns(getattr(value, name))
    elif isinstance(value, re.Pattern):
        yield value.pattern
    elif isinstance(value, Mapping):
        yield from (pattern for item in value.values() for pattern in _patterns(item))
    elif isinstance(value, tuple):
        yield from (pattern for item in value for pattern in _patterns(item))


SHIPPED = [
    (rule.id, pattern)
    for rule in load_rulebook().rules
    for use in rule.checks
    for pattern in dict.fromkeys(_patterns(use.check))
]


def _nested(tree: Any, *, inside: bool = False) -> bool:
    """Whether a long repeat stands, at the end of the day, inside a long repeat."""
    for operation, argument in tree:
        if operation in _REPEATS:
            _, most, body = argument
            long = most >= MANY
            if (long and inside) or _nested(body, inside=inside or long):
                return True
        elif any(_nested(part, inside=inside) for part in _parts(operation, argument)):
            return True
    return False


def _parts(operation: Any, argument: Any) -> Iterator[Any]:
    if operation is sre.BRANCH:
        yield from argument[1]
    elif operation is sre.SUBPATTERN:
        yield argument[3]
    elif operation in (sre.ASSERT, sre.ASSERT_NOT):
        yield argument[1]
    elif operation is sre.ATOMIC_GROUP:
        yield argument


def _sample(tree: Any) -> str:
    """Return words that a pattern matches, or nearly: each repeat at least once."""
    words = ""
    for operation, argument in tree:
        if operation is sre.LITERAL:
            words += chr(argument)
        elif operation is sre.IN:
            words += _member(argument)
        elif operation in (sre.ANY, sre.NOT_LITERAL):
            words += "政"
        elif operation in _REPEATS:
            words += _sample(argument[2]) * max(argument[0], 1)
        elif operation in (sre.BRANCH, sre.SUBPATTERN):
            words += _sample(next(_parts(operation, argument)))
    return words


def _member(choices: Any) -> str:
    kind, value = choices[0]
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.RANGE:
        return chr(value[0])
    return "1" if kind is sre.CATEGORY and "DIGIT" in str(value) else "政"


def _members(tree: Any) -> Iterator[str]:
    """Yield a character of each place in a pattern: said again and again, it feeds a repeat."""
    for operation, argument in tree:
        if operation is sre.LITERAL:
            yield chr(argument)
        elif operation is sre.IN:
            yield _member(argument)
        elif operation in _REPEATS:
            yield from _members(argument[2])
        else:
            for part in _parts(operation, argument):
                yield from _members(part)


def _evil(pattern: str) -> list[str]:
    """Return what, said again and again, comes as near to a match as can be."""
    tree = parser.parse(pattern)
    sample = _sample(tree) or "政"
    first, half = sample[0], sample[: len(sample) // 2] or sample
    units = (
        sample,
        half,
        first,
        sample[:-1] or sample,
        "政府信息公开",
        "1",
        "A",
        "，",
        "《",
        " ",
        *sorted(set(_members(tree)))[:_MOST_MEMBERS],
    )
    return list(dict.fromkeys(units))


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [pytest.param(*pair, id=f"{pair[0]}-{n}") for n, pair in enumerate(SHIPPED)],
)
def test_long_repeats_are_not_nested(rule: str, pattern: str) -> None:
    assert not _nested(parser.parse(pattern)), f"{rule}: {pattern}"


_MOST_MEMBERS = 6
_HUNT = """
import json, re, signal, sys, time

def seconds(regex, unit, length, binary, anchored):
    words = (unit * (length // len(unit) + 1))[:length] + "\\x00" * 1000
    words = words.encode("utf-8") if binary else words
    begun = time.process_time()
    if anchored:
        regex.match(words), regex.fullmatch(words)
    else:
        sum(1 for _ in regex.finditer(words))
    return time.process_time() - begun

for where, pattern, flags, binary, anchored, units in json.load(sys.stdin):
    regex = re.compile(pattern.encode("latin-1") if binary else pattern, flags)
    for unit in units:
        print(where, ascii(pattern), ascii(unit), flush=True)
        signal.setitimer(signal.ITIMER_PROF, %d)
        short = seconds(regex, unit, 25_000, binary, anchored)
        if 4 ** 3 * short > 1:
            long = seconds(regex, unit, 100_000, binary, anchored)
            if long > 1 and long > 9 * short:
                sys.exit("grows faster than the text")
"""
_PATIENCE = 60
"""Seconds of processor time after which a search counts as one without end.

What is merely slow is no fault, a machine may be slow: a text of four times the length takes
four times as long in a linear search and sixteen times in a quadratic one.  The long text is
searched only where one that grows with the cube of its length would take it a second.
"""


@pytest.fixture(scope="module")
def everything() -> list[Compiled]:
    """Return the patterns of the package, its code's and its rules'."""
    rules = [
        Compiled(rule, pattern, re.UNICODE, binary=False, anchored=False)
        for rule, pattern in SHIPPED
    ]
    every = (*rules, *compiled_patterns())
    return list({(one.pattern, one.flags, one.binary): one for one in every}.values())


def test_patterns_of_the_code_are_seen(everything: list[Compiled]) -> None:
    wheres = {one.where.partition(":")[0] for one in everything}
    assert {
        "govcheck.readers.from_text",
        "govcheck.understanding.page.headings",
        "govcheck.understanding.prose.limits",
        "govcheck.statements.breakdowns",
        "govcheck.drafting.annotation.cuts",
    } <= wheres


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of a process's own time")
def test_no_pattern_hangs(everything: list[Compiled]) -> None:
    work = [(*one, _evil(one.pattern)) for one in everything]
    hunt = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _HUNT % _PATIENCE],
        input=json.dumps(work),
        capture_output=True,
        text=True,
        check=False,
    )
    last = next(iter(hunt.stdout.splitlines()[-1:]), hunt.stderr)
    assert hunt.returncode == 0, f"takes too long on a long text: {last} {hunt.stderr}"
