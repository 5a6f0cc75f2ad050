"""What the server asks of its workers, and what they answer."""

from datetime import date
from decimal import Decimal

from msgspec import Struct, msgpack

from govcheck.review.entry import LedgerEntry
from govcheck.review.matter import Matter


class Settings(Struct, frozen=True, kw_only=True):
    """What every order of a server has in common."""

    rules: tuple[str, ...] = ()
    """Paths of other rule sets."""
    memory: int
    """Bytes of addresses that a worker may have."""
    convert: bool = False
    """Whether LibreOffice may turn old office formats into Word files."""


class Submitted(Struct, frozen=True, kw_only=True):
    """A file as it was handed in."""

    name: str
    """Its own name, without a folder."""
    content: bytes


class Stated(Struct, frozen=True, kw_only=True):
    """What the user says of a report, and how it is to be read."""

    year: int | None = None
    agency_kind: str | None = None
    region: str | None = None
    draft: bool = False
    ocr: bool = False
    """Read pictures of tables as well."""


class CheckOrder(Struct, frozen=True, kw_only=True, tag=True):
    """Judge a report, and write what was found."""

    report: Submitted
    last_year: Submitted | None = None
    stated: Stated = Stated()
    today: date
    """For drafts, and for decisions that end."""
    decided: tuple[LedgerEntry, ...] = ()
    outputs: tuple[str, ...]
    """Formats of the reports; ``page`` and ``annotated`` besides."""


class ContrastOrder(Struct, frozen=True, kw_only=True, tag=True):
    """Say in what two copies of one report differ, and what has been mended."""

    earlier: Submitted
    later: Submitted
    stated: Stated = Stated()


class Rules(Struct, frozen=True, kw_only=True, tag=True):
    """Say by what rules is judged."""


class Item(Struct, frozen=True, kw_only=True):
    """One thing that a person must look at."""

    look_at: str
    reason: str
    rules: int
    """How many rules it leaves open."""
    points: Decimal
    """What they would cost; 0 where that is not known by itself."""


class ResultFacts(Struct, frozen=True, kw_only=True):
    """What the store keeps of a result, beside what was written."""

    report: str
    """Whose report it is, on which year; where that is unknown also which file."""
    judged: date
    """The day as of which it was judged."""
    title: str
    agency: str | None
    agency_kind: str | None
    region: str | None
    year: int | None
    format: str
    """As the file was read: docx, html and so on."""
    verdict: str
    place: int
    """0 of the best verdict, 2 of the worst."""
    confirmed: Decimal
    possible: Decimal
    verified: Decimal
    grade: str | None
    severities: dict[str, int]
    open: int
    items: tuple[Item, ...]
    matters: tuple[Matter, ...]
    """All that can be decided on the page."""
    ledger_name: str = ""
    """What a ledger of ``govcheck check`` calls the report."""
    faults: tuple[str, ...] = ()
    """Where govcheck itself failed, for its maintainers."""


class Mending(Struct, frozen=True, kw_only=True):
    """What has become of the findings of an earlier copy; each in a line (Chinese)."""

    mended: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    why: str = ""
    """Why nothing is compared; empty where it is."""


class Done(Struct, frozen=True, kw_only=True, tag=True):
    """What was asked for."""

    outputs: dict[str, bytes]
    facts: ResultFacts | None = None
    difference: Mending | None = None


class Refused(Struct, frozen=True, kw_only=True, tag=True):
    """The file, or what is said of it, cannot be used."""

    reason: str
    """For the user (Chinese)."""


class Broken(Struct, frozen=True, kw_only=True, tag=True):
    """A fault of govcheck's own."""

    record: str
    """For its maintainers."""


Order = CheckOrder | ContrastOrder | Rules
Answer = Done | Refused | Broken


def packed(thing: Order | Answer) -> bytes:
    """Write an order or an answer."""
    return msgpack.encode(thing)


def order_of(content: bytes) -> Order:
    """Read an order.  Raises msgspec.ValidationError."""
    order: Order = msgpack.decode(content, type=Order)
    return order


def answer_of(content: bytes) -> Answer:
    """Read an answer.  Raises msgspec.ValidationError."""
    answer: Answer = msgpack.decode(content, type=Answer)
    return answer
