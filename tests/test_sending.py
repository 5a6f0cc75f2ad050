"""Reports sent to a machine that does not see them come to what they do where they lie."""

import os
from pathlib import Path

import pytest
from batches import FLAWED
from msgspec import msgpack
from msgspec.structs import replace

from govcheck.batch import sending
from govcheck.batch.desk import Disk
from govcheck.batch.judging_room import Room
from govcheck.batch.scheduled_worker import returned
from govcheck.batch.sending import Sender, sent_terms
from govcheck.batch.task import Answer, BatchTerms, Task, orders_bytes
from govcheck.reports.batch.report_summary import Placing
from govcheck.rulebook.loading import load_rulebook


@pytest.fixture
def terms(tmp_path: Path) -> BatchTerms:
    (tmp_path / "pages").mkdir()
    return BatchTerms(rules=load_rulebook().digest, folder=os.fsencode(tmp_path))


@pytest.fixture
def task(tmp_path: Path) -> Task:
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "inner.html").write_bytes(FLAWED.read_bytes())
    page = tmp_path / "a.html"
    page.write_text('<iframe src="a_files/inner.html"></iframe>', "utf-8")
    return Task(at=0, path=os.fsencode(page), placing=Placing(name="a", page="pages/a.html"))


def plain(answer: object) -> Answer:
    """Return an answer whose page waits under no name in particular."""
    assert isinstance(answer, Answer)
    return replace(answer, pages=tuple(replace(one, finished="") for one in answer.pages))


def test_what_lies_beside_a_page_is_sent_when_it_is_wanted(
    terms: BatchTerms, task: Task
) -> None:
    sender, opening = Sender(terms), sent_terms(terms)
    parcel: bytes | None = sender.parcel_of(orders_bytes([task]))
    rounds, answers = 0, list[Answer]()
    while parcel is not None:
        written, parcel = sender.taken_in(parcel, returned(opening, parcel))
        answers += msgpack.decode(written, type=list[Answer])
        rounds += 1
    here = Room(terms).judged(task, Disk(terms))
    assert rounds > 1
    assert [plain(one) for one in answers] == [plain(here)]
    assert here.summary.verdict


def test_what_is_too_large_to_be_sent_is_judged_where_it_lies(
    terms: BatchTerms, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MOST_SENT", 10)
    sender = Sender(terms)
    parcel = sender.parcel_of(orders_bytes([task]))
    written, more = sender.taken_in(parcel, returned(sent_terms(terms), parcel))
    (answer,) = msgpack.decode(written, type=list[Answer])
    assert more is None
    assert plain(answer) == plain(Room(terms).judged(task, Disk(terms)))


def test_a_file_that_is_gone_is_refused_in_the_same_words(
    terms: BatchTerms, task: Task
) -> None:
    gone = replace(task, path=task.path + b".gone")
    sender = Sender(terms)
    parcel = sender.parcel_of(orders_bytes([gone]))
    written, _ = sender.taken_in(parcel, returned(sent_terms(terms), parcel))
    assert msgpack.decode(written, type=list[Answer]) == [Room(terms).judged(gone, Disk(terms))]
