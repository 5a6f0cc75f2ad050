"""The pictures that are at hand beside a page's text, each read when it is asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Protocol


class Pictures(Protocol):
    """Contents of pictures by their address on the page."""

    def __contains__(self, source: object, /) -> bool:
        """Tell whether a picture is at hand, without reading it."""

    def __getitem__(self, source: str, /) -> bytes:
        """Return a picture's content.  Raises KeyError when it is not at hand."""


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
