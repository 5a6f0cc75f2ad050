"""The links around the place in a Word file that a reader has come to."""

from typing import Final

from govcheck.document.blocks import Link

_MOST: Final = 20
"""Links within links; what never ends is no link."""


class OpenLinks:
    """Gathers the text of links until they end."""

    def __init__(self, found: list[Link]) -> None:
        """Take the list to which those that have ended are added."""
        self._found = found
        self._open: list[tuple[str, list[str]]] = []

    def __bool__(self) -> bool:
        """Whether there is a link around the place."""
        return bool(self._open)

    def begin(self, address: str) -> None:
        """Enter a link."""
        if len(self._open) < _MOST:
            self._open.append((address, []))

    def write(self, text: str) -> None:
        """Add text to all links around it."""
        for _, texts in self._open:
            texts.append(text)

    def end(self) -> None:
        """Leave the innermost link, if there is one."""
        if self._open:
            address, texts = self._open.pop()
            self._found.append(Link(address=address, text="".join(texts).strip()))
