"""Pages saved as MHTML whose headers lie are read as far as can be, or refused in a line."""

from base64 import b64encode
from email.message import Message
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge import KNOWLEDGE
from refusals import refusal_of

from govcheck.checking import read
from govcheck.document.report import Document
from govcheck.errors import Unusable

PAGE = (Path(__file__).parents[1] / "examples" / "sound.html").read_text("utf-8")


def document(content: bytes) -> Document:
    return read(content, name="年报.mhtml", knowledge=KNOWLEDGE)


def saved(
    *headers: str, page: bytes = PAGE.encode(), kind: str = "text/html; charset=utf-8"
) -> bytes:
    """Save a page with these headers before it, the content as it is."""
    top = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    lines = "".join(f"{line}\r\n" for line in (f"Content-Type: {kind}", *headers))
    return f"{top}{lines}\r\n".encode("utf-8", "surrogateescape") + page + b"\r\n--b--\r\n"


@pytest.mark.parametrize(
    "charset",
    [
        *(
            "x-unknown",
            "rot13",
            "base64",
            "hex",
            "zlib",
            "idna",
            "punycode",
            "undefined",
            "utf-7",
        ),
        *(
            "unicode_escape",
            "mbcs",
            "utf-8\0",
            '"utf-8\0"',
            '""',
            "",
            "é",
            "a" * 300,
            "../utf-8",
        ),
        *("ascii", "utf-16", "utf-32", "big5", "gb2312", "cp037", "utf-8;charset=x"),
    ],
)
def test_an_encoding_that_the_page_is_not_in_is_passed_over(charset: str) -> None:
    for page in (PAGE, PAGE.replace("utf-8", "gbk")):
        content = page.encode("utf-8" if page == PAGE else "gb18030")
        assert document(saved(kind=f"text/html; charset={charset}", page=content)).year == 2024


@pytest.mark.parametrize(
    "parameter", ["charset*=x'y'utf-8", "charset*=\0'y'utf-8", "charset*0*=''"]
)
def test_encodings_in_parts_are_passed_over_as_well(parameter: str) -> None:
    assert document(saved(kind=f"text/html; {parameter}")).year == 2024


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://[",
            "http://[bad]/",
            "http://[::1",
            "//[x",
            "http://a:99999999/",
            "http://a:x/",
        ),
        *(
            "http://" + "a" * 100_000,
            "\0",
            "é中",
            "http://\u202e/",
            "http://℀.example/",
            "data:,x",
            "%zz",
        ),
    ],
)
def test_an_address_that_is_none_is_passed_over(address: str) -> None:
    shown = f"<img src='{address}' alt='图'><a href='{address}'>链接</a><base href='{address}'>"
    page = PAGE.replace("<h2>六、", f"{shown}<h2>六、")
    found = document(saved(f"Content-Location: {address}", page=page.encode()))
    assert found.year == 2024
    assert read(page.encode(), name="年报.html", knowledge=KNOWLEDGE).year == 2024


@pytest.mark.parametrize(
    "way",
    ["base64", "quoted-printable", "x-uuencode", "uue", "7bit", "binary", "rot13", "\0", ""],
)
@pytest.mark.parametrize(
    "body", [PAGE.encode(), b"begin 666 a\n#\n", b"=", b"=E", b"\xff" * 99]
)
def test_no_way_of_writing_breaks_the_reader(way: str, body: bytes) -> None:
    assert "\n" not in refusal_of(
        lambda: document(saved(f"Content-Transfer-Encoding: {way}", page=body))
    )


def test_content_that_the_parser_fails_on_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    read_payload = Message.get_payload

    def fail(self: Message, *, decode: bool = False) -> object:
        assert not decode
        return read_payload(self)

    monkeypatch.setattr(Message, "get_payload", fail)
    assert "空" in refusal_of(lambda: document(saved()))


def test_base64_is_read() -> None:
    content = saved("Content-Transfer-Encoding: base64", page=b64encode(PAGE.encode()))
    assert document(content).year == 2024


@pytest.mark.parametrize("word", ["boundary", "Boundary", "BOUNDARY*0", "boundary "])
def test_containers_in_containers_are_refused(word: str) -> None:
    nested = "".join(
        f"Content-Type: multipart/mixed; {word}=b{n}\r\n\r\n--b{n}\r\n" for n in range(500)
    )
    with pytest.raises(Unusable, match="结构异常"):
        document(saved(page=nested.encode(), kind="text/html\r\n\r\n--b"))


def test_letters_in_letters_are_refused() -> None:
    nested = (
        "--b\r\nContent-Type: message/rfc822\r\n\r\n"
        + "Content-type: message/rfc822\r\n\r\n" * 3000
    )
    with pytest.raises(Unusable, match="结构异常"):
        document(saved(page=nested.encode()))


def test_a_header_without_end_is_refused() -> None:
    with pytest.raises(Unusable, match="结构异常"):
        document(saved(kind='text/html; a="' + ";" * 1_000_000))
    assert document(saved("X-Long: " + "a;" * 200_000)).year == 2024
    assert document(saved(*(f"X-{n}: y" for n in range(20_000)))).year == 2024


def test_the_word_boundary_in_a_page_is_text() -> None:
    script = "<script>if (isBoundary=1) {}; content-type: message/x</script>" * 50
    assert document(saved(page=(PAGE + script).encode())).year == 2024


@pytest.mark.parametrize("boundary", ["", '""', "b b", "é", "x" * 5000, "\0", "b\t", "--b"])
def test_a_boundary_that_is_none_is_no_crash(boundary: str) -> None:
    content = saved().replace(b"boundary=b", f"boundary={boundary}".encode())
    assert "\n" not in refusal_of(lambda: document(content))


GOOD = saved(
    "Content-Location: http://a/b.html", "Content-ID: <x>", "Content-Transfer-Encoding: 8bit"
)
HEAD = GOOD[: GOOD.index(b"<!DOCTYPE")]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(HEAD)),
            st.integers(0, 30),
            st.one_of(
                st.binary(max_size=8),
                st.sampled_from(
                    (
                        b"\r\n",
                        b"\n",
                        b";",
                        b'"',
                        b"=?utf-8?b?",
                        b"*0*=",
                        b"--b",
                        b"\0",
                        b"[",
                        b"message/",
                    )
                ),
            ),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_damaged_headers_are_read_or_refused(hits: list[tuple[int, int, bytes]]) -> None:
    head = HEAD
    for at, length, piece in hits:
        head = head[:at] + piece + head[at + length :]
    assert "\n" not in refusal_of(lambda: document(head + GOOD[len(HEAD) :]))
