"""One seed made into an input, by its kind."""

from collections.abc import Callable, Mapping
from random import Random

from fuzzing.changes.of_archives import changed_archive
from fuzzing.changes.of_bytes import encoded
from fuzzing.changes.of_markup import changed_page
from fuzzing.changes.of_mhtml import changed_mhtml
from fuzzing.changes.of_pdf import changed_pdf
from fuzzing.changes.of_text import changed
from fuzzing.changes.of_yaml import changed_yaml
from fuzzing.changes.words import MARKDOWN, REPORT, SIGNS
from fuzzing.inputs import Input, Kind

_TEXT_WORDS = (*REPORT, *REPORT, *SIGNS)


def mutated(rng: Random, seed: Input, other: Input) -> Input:
    """Change a seed; ``other``, of the same kind, is what it borrows from."""
    return Input(kind=seed.kind, content=_CHANGES[seed.kind](rng, seed.content, other.content))


def _page(rng: Random, content: bytes, other: bytes) -> bytes:
    return encoded(rng, changed_page(rng, _decoded(content), _decoded(other)))


def _text(rng: Random, content: bytes, other: bytes) -> bytes:
    return encoded(rng, changed(rng, _decoded(content), _decoded(other), _TEXT_WORDS))


def _markdown(rng: Random, content: bytes, other: bytes) -> bytes:
    words = (*MARKDOWN, *_TEXT_WORDS)
    return encoded(rng, changed(rng, _decoded(content), _decoded(other), words))


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-16", "replace")


_CHANGES: Mapping[Kind, Callable[[Random, bytes, bytes], bytes]] = {
    Kind.HTML: _page,
    Kind.TEXT: _text,
    Kind.MARKDOWN: _markdown,
    Kind.WORD: changed_archive,
    Kind.ZIP: changed_archive,
    Kind.MHTML: changed_mhtml,
    Kind.PDF: changed_pdf,
    Kind.RULE: changed_yaml,
    Kind.LEDGER: changed_yaml,
}
