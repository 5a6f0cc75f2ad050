"""Keep what templates compile to from one run to the next, as Python keeps its modules.

What is kept is named by all that it comes from: a template's own text, Jinja's version, what
writes its code, and the very interpreter.  A template that has changed is another one.
"""

import marshal
from contextlib import suppress
from hashlib import sha256
from types import CodeType
from typing import Final

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from govcheck.pattern_codes import interpreter
from govcheck.rulebook.kept_files import keep, read_kept

_KEPT: Final = 64
"""Templates; the oldest make way."""


class KeptTemplates(BytecodeCache):
    """The user's cache folder, as Jinja asks for it."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what an earlier run has made of a template."""
        content = read_kept(_name(bucket))
        if content is None:
            return
        with suppress(EOFError, TypeError, ValueError):
            code = marshal.loads(content)  # noqa: S302 - sealed, in a folder that is the user's own
            bucket.code = code if isinstance(code, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what this run has made of it."""
        if bucket.code is not None:
            keep(_name(bucket), marshal.dumps(bucket.code), most=_KEPT)


def _name(bucket: Bucket) -> str:
    printing = bucket.environment.code_generator_class.__name__
    told = f"{bucket.key} {bucket.checksum} {jinja2.__version__} {printing} {interpreter()}"
    return f"{sha256(told.encode()).hexdigest()}.template"
