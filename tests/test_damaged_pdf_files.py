"""Whatever happens to a PDF file or its process says, nothing breaks but the process."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import pages, prose, table, text
from refusals import refusal_of

from govcheck.errors import Unusable
from govcheck.processes.starting import Failed
from govcheck.readers.from_pdf import read_pdf
from govcheck.readers.pdf import isolation

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

WHOLE = pages(
    prose("一、总体情况", "全年公开三十五条。") + table(72, 200, [["规章", "0"]]),
    text(72, 72, "完"),
)
PIECES = (
    b"0 0 R",
    b"1e99",
    b"-1",
    b"<<",
    b">>",
    b"[",
    b"stream",
    b"/Kids",
    b"\xff\xff",
    b"nan",
    b"3 0 R",
)


@settings(deadline=None, max_examples=15)
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from([0, 1, 5, 60]), st.sampled_from(PIECES)),
        min_size=1,
        max_size=5,
    )
)
def test_a_damaged_file_is_read_or_refused(hits: list[tuple[float, int, bytes]]) -> None:
    content = WHOLE
    for place, length, piece in hits:
        at = 9 + int(place * len(content))
        content = content[:at] + piece + content[at + length :]
    assert "\n" not in refusal_of(lambda: read_pdf(content))


SAID = (
    *(b"{", b"[]", b"null", b"1", b"\xff", b"{}", b'{"number":1}', b"[" * 100_000, b'"\xff"'),
    b'{"number":1,"width":1e999,"height":1,"glyphs":[],"drawing":{}}',
    b'{"number":1,"width":null,"height":1,"glyphs":[],"drawing":{}}',
    b'{"number":1,"width":1,"height":1,"glyphs":[["a",1,2]],"drawing":{}}',
    b'{"number":1,"width":1,"height":1,"glyphs":"x","drawing":{}}',
    b'{"number":1,"width":1,"height":1,"glyphs":[],"drawing":{}}\n{"number":',
)


@pytest.mark.parametrize("said", SAID)
def test_what_the_process_says_is_not_trusted(
    monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(isolation, "answer", lambda *_, **__: said)
    with pytest.raises(Unusable, match="可能已损坏"):
        isolation.read_folios(WHOLE)


@pytest.mark.parametrize("error", [Failed(), OSError("fork"), BlockingIOError()])
def test_a_process_that_fails_or_cannot_start_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise error

    monkeypatch.setattr(isolation, "answer", fail)
    with pytest.raises(Unusable, match="可能已损坏"):
        isolation.read_folios(WHOLE)
