"""Patterns compiled by an earlier run: what Python's own compiler makes of them is kept.

Compiling some 300 patterns of Chinese characters would take half of a short run: ``re``
looks through all 65,536 characters of a plane at every class.  What it comes to are
numbers for the interpreter's own engine, and they can be kept like any module's bytecode.

No public interface gives them out or takes them in.  So nothing depends on it: what is kept
is bound to the very interpreter that made it, the engine checks it before it is used, and
whatever does not fit, here or there, is compiled as ever.
"""

import re
import sys
from array import array
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from types import ModuleType
from typing import Any, Final, NamedTuple
from zlib import compress, decompress

from govcheck.version import __version__

MOST_KEPT: Final = 4000
"""Patterns that are kept; a run needs some 300."""
_NO_HEAD: Final = 4
"""Numbers after the first at the head of a code that does not say what a match begins with."""
_BEGINS_WITH: Final = 4
"""Says that it does (``SRE_INFO_CHARSET``)."""
Needs = tuple[tuple[str, ...], ...]
"""Of each group of words, one at least stands in whatever text a pattern is found in."""


class Code(NamedTuple):
    """What a pattern compiles to."""

    flags: int
    packed: bytes
    """The numbers, in deflated form: most are the few of a class, over and over."""
    groups: int
    names: tuple[tuple[str, int], ...]
    """Of its groups, with their numbers."""
    needs: Needs


Codes = dict[tuple[str, int], Code]
_kept: Codes = {}
_made: Codes = {}
_keeping = False


def interpreter() -> str:
    """Return a name for the engine that codes are for, and for what made them."""
    engine = (
        f"{sys.implementation.cache_tag} {sys.version} {sys.byteorder} {array('I').itemsize}"
    )
    told = f"{engine} {__version__} {Code._fields}"
    return sha256(told.encode()).hexdigest()


def use(codes: Mapping[tuple[str, int], Code]) -> None:
    """Take codes that an earlier run has made, and note those that this one makes."""
    global _keeping  # noqa: PLW0603 - one process, one store
    _kept.update(codes)
    _keeping = True


def made() -> Codes | None:
    """Return all codes known, if this run has made any; None if not."""
    if not _keeping or not _made.keys() - _kept.keys() or len(_kept) + len(_made) > MOST_KEPT:
        return None
    return _kept | _made


def needed(pattern: str, flags: int = 0) -> Needs:
    """Return the words without which a pattern is not found; nothing where none are known."""
    code = _code_of(pattern, flags)
    return code.needs if code else ()


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern, or make it from the code that is kept of it."""
    code = _code_of(pattern, flags)
    if code:
        with suppress(Exception):
            return _from_code(pattern, code)
    return re.compile(pattern, flags)


def _code_of(pattern: str, flags: int) -> Code | None:
    """Return what a pattern compiles to; None for what Python's compiler alone can tell."""
    at = pattern, flags
    code = _kept.get(at) or _made.get(at)
    if code is None and len(_made) <= MOST_KEPT:
        with suppress(Exception):
            code = _made[at] = _compile(pattern, flags)
    return code


def _from_code(pattern: str, kept: Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found] # noqa: PLC0415 - of CPython alone

    names = dict(kept.names)
    numbered: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names:
        numbered[number] = name
    code = array("I", decompress(kept.packed)).tolist()
    found: re.Pattern[str] = _sre.compile(
        pattern, kept.flags, code, kept.groups, names, tuple(numbered)
    )
    return found


def _compile(pattern: str, flags: int) -> Code:
    from re import _compiler, _parser  # type: ignore[attr-defined] # noqa: PLC0415 - not public

    from govcheck.pattern_needs import needs  # noqa: PLC0415 - for what is not yet kept

    pattern.encode()  # what cannot be written is not kept
    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    told = needs(parsed)
    code = _compiler._code(parsed, flags)  # noqa: SLF001
    if code[1] == _NO_HEAD and parsed.getwidth()[0]:
        code[: _NO_HEAD + 1] = _head(_compiler, parsed, code)
    packed = compress(array("I", code).tobytes())
    return Code(state.flags, packed, state.groups - 1, tuple(state.groupdict.items()), told)


def _head(compiler: ModuleType, parsed: Any, code: list[int]) -> list[int]:  # noqa: ANN401
    """Return the head of a code, with what a match begins with if that can be told."""
    from govcheck.pattern_starts import starts  # noqa: PLC0415 - for what is not yet kept

    head = code[: _NO_HEAD + 1]
    begins = [_class_item(compiler, sign) for sign in starts(parsed)]
    if begins:
        signs, _ = compiler._optimize_charset(begins)  # noqa: SLF001
        compiler._compile_charset(signs, re.UNICODE, head)  # noqa: SLF001
        head[1:3] = [len(head) - 1, _BEGINS_WITH]
    return head


def _class_item(compiler: ModuleType, sign: str) -> tuple[Any, Any]:
    """Return a character, or a sort of them by its name, as a class of a pattern has it."""
    if len(sign) == 1:
        return compiler.LITERAL, ord(sign)
    return compiler.CATEGORY, vars(compiler)[sign]
