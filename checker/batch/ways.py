"""How lots go to the workers of a scheduler: as they are, or with the files that they name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack

from govcheck.batch.scheduled_worker import answered, returned
from govcheck.batch.sending import Sender, sent_terms
from govcheck.batch.task import BatchTerms

if TYPE_CHECKING:
    from distributed import Client, Future


class Way(Struct, frozen=True, kw_only=True):
    """How lots are handed out and answers taken in."""

    message_of: Callable[[bytes], bytes]
    submit: Callable[[bytes], "Future[bytes]"]
    taken_in: Callable[[bytes, bytes], tuple[bytes, bytes | None]]
    """Takes a message and what came of it; returns the answer, and what is left to be asked."""


def by_path(client: "Client", opening: bytes) -> Way:
    """Return the way to workers that see the files."""
    return Way(
        message_of=lambda lot: lot,
        submit=lambda lot: client.submit(answered, opening, lot, pure=False),
        taken_in=lambda _, result: (result, None),
    )


def by_parcel(client: "Client", opening: bytes) -> Way:
    """Return the way to workers that are sent them."""
    terms = msgpack.decode(opening, type=BatchTerms)
    sender = Sender(terms)
    held = client.scatter(sent_terms(terms), broadcast=True, hash=False)
    return Way(
        message_of=sender.parcel_of,
        submit=lambda parcel: client.submit(returned, held, parcel, pure=False),
        taken_in=sender.taken_in,
    )
