"""What a result depends on, in a hash: the same key, the same result."""

from hashlib import sha256
from typing import Final

from msgspec import msgpack

from govcheck.batch.task import BatchTerms, Task
from govcheck.version import __version__

_FORMAT: Final = 1
"""Of what the journal keeps of a result."""


def key_of(terms: BatchTerms, task: Task, content: str, last_year: str, copy: str) -> str:
    """Return the key of a task, by the hashes of what it and those beside it hold.

    Where files lie and what they are called from here makes no difference; the name of the
    file itself stands in its page.
    """
    told = (
        _FORMAT,
        __version__,
        terms.rules,
        (terms.year, terms.ocr, terms.convert, terms.draft),
        (terms.ledger_name, sha256(terms.ledger).hexdigest(), terms.ledger_day),
        (task.agency_kind or terms.agency_kind, task.region or terms.region),
        (task.placing.page, content, last_year if task.last_year else terms.earlier, copy),
    )
    return sha256(msgpack.encode(told)).hexdigest()
