"""What is said of a file that cannot be read."""

from collections.abc import Callable

from govcheck.errors import Unusable


def refusal_of(reading: Callable[[], object]) -> str:
    """Return why a reading was refused; nothing when it was not."""
    try:
        reading()
    except Unusable as error:
        return str(error)
    return ""
