"""The console: any encoding, and streams that are closed, full or broken.

What accompanies a result (the summary, what was written) is lost with a broken stream and
changes nothing; what is the result itself is refused when it cannot be written.
"""

import codecs
import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import IO, Any, Final

import click

from govcheck.errors import Unusable

_HANDLER: Final = "govcheck-console"
_PLAIN: Final = "govcheck-ascii"
_STANDARD: Final = (0, 1, 2)
_STREAM_FAILURES: Final = (errno.ENOSPC, errno.EPIPE, errno.EBADF, errno.EIO)
_SIGNS: Final = "█░└─│×−–—·“”‘’‹›：；，、。（）〔〕％　"
_ALIKE: Final = "#.--|x----\"\"''<>:;,,.()[]% "
_LIKE: Final = {**dict(zip(_SIGNS, _ALIKE, strict=True)), "…": "...", "≠": "!="}
"""What stands for a sign on a console that has none of it; ? for all others."""


def adapt() -> None:
    """Prepare the process's own streams, once: all open, and none that fails on a sign."""
    _open_all()
    codecs.register_error(_HANDLER, _replaced)
    codecs.register(_plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # By its own name click would take ASCII for a mistake and write UTF-8.
            plain = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=_PLAIN if plain else None, errors=_HANDLER)


def say(words: str, *, err: bool = False, color: bool | None = None) -> None:
    """Write a line that accompanies the result, as well as the stream can take it."""
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        return
    try:
        click.echo(words, file=stream, color=color)
    except (OSError, ValueError):
        _silence(stream)


def show(words: str) -> None:
    """Write on standard error what is to be overwritten soon, without a line of its own."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(words)
        sys.stderr.flush()
    except (OSError, ValueError):
        _silence(sys.stderr)


def deliver(result: str | bytes) -> None:
    """Write what the command was called for; text goes out in the console's encoding.

    Raises Unusable when standard output does not take it all.
    """
    if sys.stdout is None:
        raise Unusable("标准输出已关闭，结果没有写出")
    try:
        if isinstance(result, str):
            sys.stdout.write(result)
        else:
            sys.stdout.buffer.write(result)
        sys.stdout.flush()
    except (OSError, ValueError):
        _silence(sys.stdout)
        raise undelivered() from None


def undelivered() -> Unusable:
    """Return the refusal of a result that standard output does not take."""
    return Unusable("标准输出无法写入（已满、已关闭或对方不再读取），结果没有写完")


def is_stream_failure(error: OSError) -> bool:
    """Tell whether it was a stream that failed, as when click writes help, and no file."""
    return error.filename is None and error.errno in _STREAM_FAILURES


def settle() -> None:
    """Let the streams go at the end of the process; one that fails says nothing more."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                _silence(stream)


def _silence(stream: IO[Any]) -> None:
    """Lead a broken stream nowhere, so that what it still holds cannot fail once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _open_all() -> None:
    """Open what the caller has closed: else the next file opened would be standard output."""
    opened = os.open(os.devnull, os.O_RDWR)
    while opened in _STANDARD:
        opened = os.open(os.devnull, os.O_RDWR)
    os.close(opened)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """Return what a console can show for what it cannot."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_LIKE.get(sign, "?") for sign in missing), error.end


def _plain(name: str) -> codecs.CodecInfo | None:
    """Find the encoding ASCII under our own name for it."""
    if name.replace("_", "-") != _PLAIN:
        return None
    known = codecs.lookup("ascii")
    return codecs.CodecInfo(
        known.encode,
        known.decode,
        known.streamreader,
        known.streamwriter,
        known.incrementalencoder,
        known.incrementaldecoder,
        name=_PLAIN,
    )
