"""What govcheck writes into a ledger is what it reads there, whatever a report says."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from govcheck.review.ledger import read_ledger
from govcheck.review.matter import Matter
from govcheck.review.quoting import quoted
from govcheck.review.skeleton import skeleton

TODAY = date(2025, 6, 1)
HOSTILE = (
    '"}\n- &a: *b !!python/object {{7*7}} \u202e\x07 # x\t\r\x85\u2028\u2029\ufeff\ufffe😀\0'
)


def survivor(text: str) -> str:
    """Return a text as UTF-8 can hold it."""
    return "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in text)


TEXTS = st.text(st.characters(exclude_categories=())).filter(lambda text: len(text) < 200)


def matter(key: str, report: str, message: str) -> Matter:
    return Matter(
        key=key, report=report, place=message, message=message, severity="重大", rule="a/b"
    )


@settings(deadline=None)
@given(message=TEXTS, key=TEXTS, report=TEXTS)
@example(message=HOSTILE, key=HOSTILE, report=HOSTILE)
@example(message="- a", key="? b", report="#c")
@example(message="\ud83d\ude00", key="null", report="1/2")
def test_every_text_reads_back(message: str, key: str, report: str) -> None:
    text = skeleton([matter(key, report, message), matter("其后的一项", report, "其后")])
    ledger = read_ledger(text.encode(), "review.yaml", today=TODAY)
    if survivor(key) != "其后的一项":
        assert ledger.held == (survivor(key), "其后的一项")
        assert ledger.entries[0].message == survivor(message)
        assert ledger.entries[0].report == "".join(survivor(report).split())
        assert ledger.entries[1].message == "其后"
    assert ledger.readable == len(text.encode())


@settings(deadline=None)
@given(TEXTS)
def test_every_text_stands_on_one_line_that_shows_it(text: str) -> None:
    written = quoted(text)
    assert len(written.splitlines()) == 1
    assert not set(written) & {"\u202e", "\u2066", "\u200f", "\ufeff", "\x1b"}


def test_readable_text_stands_as_it_is() -> None:
    text = "正文“全县”称 98＋5＝103 件，㐂𠮷😀　#：-？"
    assert quoted(text) == f'"{text}"'
