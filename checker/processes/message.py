"""A message between two processes: how many bytes it has, and the bytes."""

from typing import IO, Final

LENGTH_BYTES: Final = 8
"""Of the number, in network order, that says how long a message is."""


def send(pipe: IO[bytes], content: bytes) -> None:
    """Write a message.  Raises OSError where nobody reads it any more."""
    pipe.write(len(content).to_bytes(LENGTH_BYTES))
    pipe.write(content)
    pipe.flush()


def received(pipe: IO[bytes], most: int | None = None) -> bytes | None:
    """Return the next message of a pipe; None at its end, and for one of more bytes."""
    head = pipe.read(LENGTH_BYTES)
    length = int.from_bytes(head)
    if len(head) < LENGTH_BYTES or (most is not None and length > most):
        return None
    content = pipe.read(length)
    return content if len(content) == length else None
