"""Changes below the text: encodings and damaged bytes."""

from random import Random

_ENCODINGS = ("gb18030", "gbk", "big5", "utf-16", "utf-16-be", "utf-8-sig", "utf-32")


def encoded(rng: Random, text: str) -> bytes:
    """Encode a text, mostly in UTF-8; what an encoding lacks becomes an entity or damage."""
    if rng.random() < 0.85:
        content = text.encode("utf-8", rng.choice(("surrogatepass", "replace")))
    else:
        content = text.encode(
            rng.choice(_ENCODINGS), rng.choice(("replace", "ignore", "xmlcharrefreplace"))
        )
    return damaged(rng, content) if rng.random() < 0.06 else content


def damaged(rng: Random, content: bytes) -> bytes:
    """Flip, cut, double or insert a few bytes."""
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at = rng.randrange(len(content) + 1)
        length = rng.choice((0, 1, 1, 2, 8, 300))
        piece = rng.choice(
            (
                b"",
                bytes([rng.randrange(256)]),
                content[at : at + length] * 2,
                rng.choice((b"\0", b"\xff\xfe", b"\x81", b"\x1b$B", b"\r")),
            )
        )
        content = content[:at] + piece + content[at + length :]
    return content
