"""The documents under docs/ as what they tell the reader: files to write, commands to give."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from msgspec import Struct

ROOT: Final = Path(__file__).parent.parent
DOCS: Final = ROOT / "docs"


class File(Struct, frozen=True, kw_only=True):
    """A file that the reader is told to write."""

    name: str
    content: str


class Command(Struct, frozen=True, kw_only=True):
    """A command that the reader is told to give."""

    words: str
    said: str | None = None
    """What it answers, where that is shown."""
    line: int = 1


def steps_of(path: Path) -> Iterator[File | Command]:
    """Yield what a document tells the reader to do, in order.

    A line “文件 `name`” before a block is the name of a file that holds it; a block ``sh``
    has a command on each line, a block ``console`` commands after > and what they answer.
    """
    name = ""
    for token in MarkdownIt().parse(path.read_text("utf-8")):
        if token.type == "inline":
            _, found, rest = token.content.partition("文件 `")
            name = (
                rest.removesuffix("`") if found and token.content.startswith("文件 `") else ""
            )
        elif token.type == "fence":
            first = (token.map or [0])[0] + 2
            if name:
                yield File(name=name, content=token.content)
            elif token.info == "sh":
                lines = enumerate(token.content.splitlines(), first)
                yield from (Command(words=one, line=line) for line, one in lines if one)
            elif token.info == "console":
                yield from _spoken(token.content, first)
            name = ""


def _spoken(content: str, first: int) -> Iterator[Command]:
    words, said, line = "", "", first
    for number, text in enumerate(content.splitlines(keepends=True), first):
        if text.startswith("> "):
            if words:
                yield Command(words=words, said=said, line=line)
            words, said, line = text.removeprefix("> ").strip(), "", number
        else:
            said += text
    if words:
        yield Command(words=words, said=said, line=line)
