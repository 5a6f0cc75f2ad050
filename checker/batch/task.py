"""What passes between a batch and the processes that judge its reports, as MessagePack."""

from datetime import date

from msgspec import Struct, msgpack
from msgspec.structs import replace

from govcheck.batch.consulted import Companion
from govcheck.reports.batch.report_summary import Placing, ReportSummary


class BatchTerms(Struct, frozen=True, kw_only=True):
    """How all reports of a batch are judged."""

    rule_sets: tuple[bytes, ...] = ()
    """Whole paths of what ``--rules`` adds."""
    rules: str = ""
    """Digest of the rules; a process that finds others stops."""
    year: int | None = None
    agency_kind: str | None = None
    region: str | None = None
    ocr: bool = False
    convert: bool = True
    draft: date | None = None
    """The day on which drafts are checked; None for reports that are out."""
    ledger: bytes = b""
    ledger_name: str = ""
    ledger_day: date | None = None
    folder: bytes = b""
    """Whole path of the folder of the batch."""
    earlier: str | None = None
    """Hash of the list of last year's reports; None where there is none."""
    earlier_list: bytes = b""
    """Whole path of that list."""


class Task(Struct, frozen=True, kw_only=True, tag=True):
    """One report that is to be judged."""

    at: int
    """Its number in the batch, from 0."""
    path: bytes
    """Whole path of the file, as the system has it."""
    placing: Placing
    paged: bool = True
    """Whether a page is written of it."""
    agency_kind: str | None = None
    """What the manifest says goes before what is said of all reports."""
    region: str | None = None
    last_year: bytes | None = None
    """Whole path of last year's report, as the manifest has it …"""
    copy: bytes | None = None
    """… and of another copy of this one."""


class EarlierTask(Struct, frozen=True, kw_only=True, tag=True):
    """A report of last year's folder, of which body and year are to be told."""

    path: bytes


class WrittenPage(Struct, frozen=True, kw_only=True):
    """A page that is written, and waits for the journal beside its place."""

    path: str
    """From the batch's folder, with /."""
    finished: str
    """Name, in the folder of the page, of the file that is to be moved to its place."""
    sha256: str


class Answer(Struct, frozen=True, kw_only=True, tag=True):
    """What came of a task."""

    at: int
    path: bytes
    sha256: str = ""
    """Of the content that was read; empty where there is none."""
    last_year: str = ""
    """Of the content of last year's report that the manifest names …"""
    copy: str = ""
    """… and of the other copy."""
    companions: tuple[Companion, ...] = ()
    """What lies beside these files, as far as it was asked for; each page's together."""
    summary: ReportSummary
    line: bytes = b""
    """JSON by the contract ``govcheck/1``, packed (``packing``); empty for one refused."""
    body: bytes = b""
    """What of the report is held against those of other bodies, packed."""
    pages: tuple[WrittenPage, ...] = ()
    """Its own, and that of the comparison with another copy."""
    faults: tuple[str, ...] = ()
    """What to report, where govcheck itself failed."""
    final: bool = True
    """Whether it would come to the same again; else the next run tries."""
    stop: int = 0
    """Number of the error (errno) by which no page can be written any more."""


class EarlierAnswer(Struct, frozen=True, kw_only=True, tag=True):
    """Whose report of which year it is; both are unknown of what cannot be read."""

    path: bytes
    sha256: str = ""
    body: str | None = None
    region: tuple[str, ...] = ()
    year: int | None = None


Order = Task | EarlierTask
Reply = Answer | EarlierAnswer


def refused(answer: Answer, reason: str) -> Answer:
    """Return the answer for a report that could not be judged."""
    placing = replace(answer.summary.placing, page=None)
    summary = ReportSummary(placing=placing, refused=reason, sha256=answer.sha256)
    return replace(answer, summary=summary, line=b"", body=b"", pages=())


def orders_bytes(orders: list[Order]) -> bytes:
    """Write a lot of orders."""
    return msgpack.encode(orders)


def replies_bytes(replies: list[Reply]) -> bytes:
    """Write what came of them, in their order."""
    return msgpack.encode(replies)
