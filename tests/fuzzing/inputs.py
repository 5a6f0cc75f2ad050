"""What is given to govcheck in one execution."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an input is mutated as, and what it is read as."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    WORD = "word"
    MHTML = "mhtml"
    ZIP = "zip"
    PDF = "pdf"
    RULE = "rule"
    LEDGER = "ledger"


SUFFIXES = {
    Kind.HTML: ".html",
    Kind.TEXT: ".txt",
    Kind.MARKDOWN: ".md",
    Kind.WORD: ".docx",
    Kind.MHTML: ".mhtml",
    Kind.ZIP: ".zip",
    Kind.PDF: ".pdf",
    Kind.RULE: ".yaml",
    Kind.LEDGER: ".yaml",
}


@dataclass(frozen=True, kw_only=True)
class Input:
    """A file's content, and what kind of file it is meant to be."""

    kind: Kind
    content: bytes

    @property
    def name(self) -> str:
        """The name that the file is read under."""
        return f"年报{SUFFIXES[self.kind]}"
