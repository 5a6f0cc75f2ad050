"""The pictures that are at hand beside a page's text, each read when it is asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from govcheck.errors import Unusable
from govcheck.readers.raw import RawGrid

Watch = Callable[[str], None]
"""Is told (Chinese) what work is at hand that takes seconds."""


def unwatched(_: str) -> None:
    """Tell nobody."""


class Pictures(Protocol):
    """Contents of pictures by their address on the page."""

    def __contains__(self, source: object, /) -> bool:
        """Tell whether a picture is at hand, without reading it."""

    def __getitem__(self, source: str, /) -> bytes:
        """Return a picture's content.  Raises KeyError when it is not at hand."""


class PictureReading(NamedTuple):
    """What was recognised in a picture."""

    grids: Sequence[RawGrid]
    whole: bool
    """There is nothing else in it to be read: no text outside its tables but their titles."""


class TooSmall(Unusable):
    """A picture is too small to hold a table: a sign, or what is shown until one is there."""


class PackedPictures(Mapping[str, bytes]):
    """The pictures within a file."""

    def __init__(self, names: Collection[str], content: Callable[[str], bytes]) -> None:
        """Take the addresses, and what gives the content of one of them."""
        self._names, self._content = names, content

    def __getitem__(self, source: str) -> bytes:
        """Return a picture's content.  Raises what reading it raises."""
        if source not in self._names:
            raise KeyError(source)
        return self._content(source)

    def __iter__(self) -> Iterator[str]:
        """Yield the addresses."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._names)

    def __contains__(self, source: object) -> bool:
        """Tell whether a picture is there, without reading it."""
        return source in self._names
