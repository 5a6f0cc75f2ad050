"""The store: one server at a time; no other file, and none of a later version, is touched."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

pytest.importorskip("starlette")

from govcheck.errors import Unusable
from govcheck.judging.assessment import Ruling
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import Matter
from govcheck.web.decided import Choice, DecisionLog, fault_of, ledger_text
from govcheck.web.store import Store

CHOICE = Choice(key="0123456789abcdef", decision="豁免", reason="上级已同意")
MATTER = Matter(
    key=CHOICE.key,
    report="青禾县（2025年度）",
    place="全文",
    message="没有。",
    severity="重大",
    rule="a/b",
)
WORDS = st.text(max_size=30)
TODAY = date(2026, 1, 10)


def test_two_servers_on_one_store_the_second_says_so(tmp_path: Path) -> None:
    first = Store(tmp_path)
    with pytest.raises(Unusable, match="另一个 govcheck serve 正在使用"):
        Store(tmp_path)
    first.close()
    Store(tmp_path).close()


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "govcheck.sqlite3"
    path.write_bytes(b"my own notes, " * 99)
    with pytest.raises(Unusable, match="不是 govcheck 的资料库"):
        Store(tmp_path)
    assert path.read_bytes() == b"my own notes, " * 99


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    Store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "govcheck.sqlite3")) as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(Unusable, match="更新版本"):
        Store(tmp_path)


@settings(max_examples=60, deadline=None)
@given(person=WORDS, reason=WORDS, message=WORDS, place=WORDS, ruling=st.sampled_from(Ruling))
def test_any_decision_that_is_taken_is_exported_as_it_was(
    person: str, reason: str, message: str, place: str, ruling: Ruling
) -> None:
    choice = replace(CHOICE, decision=ruling, reason=reason)
    assume(not fault_of(choice, person, TODAY))
    matter = replace(MATTER, place=place, message=message)
    with TemporaryDirectory() as folder, closing(Store(Path(folder))) as store:
        log = DecisionLog(store)
        log.add([(matter, choice)], person, TODAY, "session")
        content = ledger_text(log.standing(matter.report)).encode("utf-8")
        read = read_ledger(content, "x", today=TODAY)
        assert not read.faults
        assert [one.entry() for one in log.standing(matter.report)] == [*read.entries]


def test_decisions_are_never_changed(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store:
        DecisionLog(store).add([(MATTER, CHOICE)], "张三", TODAY, "session")
        for change in ("UPDATE decisions SET person = 'x'", "DELETE FROM decisions"):
            with pytest.raises(sqlite3.IntegrityError), store.changing() as file:
                file.execute(change)
        assert [one.person for one in DecisionLog(store).log(9)] == ["张三"]
