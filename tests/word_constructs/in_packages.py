"""Constructs of the package: encodings, names, places of parts, documents within it."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Final

from word_files import STRICT, W, repacked, word_file
from word_renderings import html_table, mail_of, page_of, text_of

from word_constructs import TABLE, Construct

_MAIN: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_CHUNK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
Parts = dict[str, bytes]


def _changed(change: Callable[[Parts], object]) -> Construct:
    return lambda body: repacked(word_file(body), change)


def _encoded(encoding: str, declared: str = "", mark: bytes = b"") -> Construct:
    def change(parts: Parts) -> None:
        head = f'<?xml version="1.0" encoding="{declared or encoding}" standalone="yes"?>'
        parts[_MAIN] = mark + (head + parts[_MAIN].decode()).encode(encoding)

    return _changed(change)


def _main(change: Callable[[str], str]) -> Construct:
    def change_main(parts: Parts) -> None:
        parts[_MAIN] = change(parts[_MAIN].decode()).encode()

    return _changed(change_main)


def _renamed(rename: Callable[[str], str]) -> Construct:
    return lambda body: repacked(
        word_file(body),
        lambda parts: [parts.update({rename(name): parts.pop(name)}) for name in list(parts)],
    )


def _elsewhere(parts: Parts) -> None:
    parts["正文/main.xml"] = parts.pop(_MAIN)
    parts["正文/_rels/main.xml.rels"] = parts.pop(_RELATIONS)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"word/document.xml", "/正文/main.xml".encode()
    )


def _without_prefix(text: str) -> str:
    return re.sub("<(/?)w:", r"<\1", text).replace(
        f'xmlns:w="{W}"', f'xmlns="{W}" xmlns:w="{W}"'
    )


def with_chunk(body: str, name: str, content: bytes | None) -> bytes:
    """Write a body that takes in another document."""

    def change(parts: Parts) -> None:
        relation = f'<Relationship Id="c" Type="{_CHUNK}" Target="{name}"/></Relationships>'
        parts[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", relation.encode())
        if content is not None:
            parts[f"word/{name}"] = content

    return repacked(word_file(body), change)


def _chunk(name: str, write: Callable[[str], bytes | None]) -> Construct:
    return lambda body: with_chunk('<w:altChunk r:id="c"/>', name, write(body))


def flat(content: bytes, around: str = "") -> bytes:
    """Write the parts of a file one after the other in one XML file."""
    parts: list[str] = []

    def write(held: dict[str, bytes]) -> None:
        for name, data in held.items():
            if data.lstrip().startswith(b"<"):
                inside = f"<pkg:xmlData>{data.decode()}</pkg:xmlData>"
            else:
                inside = f"<pkg:binaryData>{b64encode(data).decode()}</pkg:binaryData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{inside}</pkg:part>')

    repacked(content, write)
    space = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f"{head}<pkg:package {space}{around}>{''.join(parts)}</pkg:package>".encode()


def nested(depth: int, inner: bytes | None = None) -> bytes:
    """Write a file within a file, so many deep."""
    content = inner or word_file("<w:p><w:r><w:t>里</w:t></w:r></w:p>")
    for _ in range(depth):
        content = with_chunk('<w:altChunk r:id="c"/>', "c.docx", content)
    return content


def _spaces_above(body: str) -> bytes:
    """Let the text take the names of its elements from what stands around its part."""
    content = flat(word_file(body), f' xmlns:w="{W}"').decode()
    at = content.index("<w:document")
    return (content[:at] + content[at:].replace(f' xmlns:w="{W}"', "", 1)).encode()


def _tables_in_chunks(body: str) -> bytes:
    """Write each table as a document of its own."""
    tables = TABLE.findall(body)
    numbers = iter(range(len(tables)))
    content = word_file(TABLE.sub(lambda _: f'<w:altChunk r:id="c{next(numbers)}"/>', body))

    def change(parts: Parts) -> None:
        relations = "".join(
            f'<Relationship Id="c{at}" Type="{_CHUNK}" Target="/word/c{at}.htm"/>'
            for at in range(len(tables))
        )
        parts[_RELATIONS] = parts[_RELATIONS].replace(
            b"</Relationships>", relations.encode() + b"</Relationships>"
        )
        for at, table in enumerate(tables):
            parts[f"word/c{at}.htm"] = f"<html><body>{html_table(table)}</body></html>".encode()

    return repacked(content, change)


CONSTRUCTS: Mapping[str, Construct] = {
    "strict": _main(lambda text: text.replace(W, STRICT)),
    "another prefix": _main(
        lambda text: re.sub(r"(</?|[ ])w:", r"\1ns0:", text).replace("xmlns:w=", "xmlns:ns0=")
    ),
    "no prefix": _main(_without_prefix),
    "UTF-8 with a mark": _encoded("utf-8", mark=b"\xef\xbb\xbf"),
    "UTF-16": _encoded("utf-16"),
    "UTF-16 without a mark": _encoded("utf-16-le", "UTF-16"),
    "UTF-16 big-endian": _encoded("utf-16-be", "UTF-16BE", b"\xfe\xff"),
    "UTF-32": _encoded("utf-32"),
    "GB18030": _encoded("gb18030", "GB18030"),
    "GBK": _encoded("gbk"),
    "GB2312": _encoded("gb18030", "gb2312"),
    "declared as GB18030 and UTF-8": _encoded("utf-8", "GB18030"),
    "declared as UTF-16 and UTF-8": _encoded("utf-8", "UTF-16"),
    "a declaration in quotes of one": _main(
        lambda text: f"<?xml version='1.0' encoding='UTF-8'?>\n{text}"
    ),
    "names in capitals": _renamed(str.upper),
    "names in other capitals": _renamed(lambda name: name.replace("document", "Document")),
    "names with backslashes": _renamed(lambda name: name.replace("/", "\\")),
    "main part elsewhere": _changed(_elsewhere),
    "absolute targets": _changed(
        lambda parts: parts.update(
            {"_rels/.rels": parts["_rels/.rels"].replace(b'"word/', b'"/word/')}
        )
    ),
    "targets with backslashes": _changed(
        lambda parts: parts.update(
            {"_rels/.rels": parts["_rels/.rels"].replace(b'"word/', b'"word\\')}
        )
    ),
    "with macros": _changed(
        lambda parts: parts.update(
            {
                "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    b"application/vnd.ms-word.document.macroEnabled",
                ),
                "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            }
        )
    ),
    "no relations of the text": _changed(lambda parts: parts.pop(_RELATIONS)),
    "to be ignored": _main(
        lambda text: text.replace(
            "<w:document ", '<w:document mc:Ignorable="w14 zz" xmlns:zz="urn:zz" '
        ).replace("<w:p>", '<w:p w14:paraId="1" zz:a="b">')
    ),
    "all within, as Word": _chunk("c.docx", word_file),
    "all within, as a page": _chunk("c.htm", lambda body: page_of(body).encode()),
    "all within, as a page in GBK": _chunk(
        "c.html", lambda body: page_of(body).encode("gb18030")
    ),
    "all within, as XHTML": _chunk("c.xhtml", lambda body: page_of(body).encode()),
    "all within, as MHT": _chunk("c.mht", lambda body: mail_of(page_of(body))),
    "all within, as MHT of another name": _chunk(
        "c.dat", lambda body: mail_of(page_of(body), "utf-8")
    ),
    "tables within, as pages": _tables_in_chunks,
    "all in one XML file": lambda body: flat(word_file(body)),
    "all in one XML file, spaces above": _spaces_above,
    "all within, in one XML file": _chunk("c.xml", lambda body: flat(word_file(body))),
    "all within what is within": lambda body: nested(3, word_file(body)),
}
OPEN: Mapping[str, Construct] = {
    "all within, as text": _chunk("c.txt", lambda body: text_of(body).encode()),
    "tables within, missing": lambda body: with_chunk(
        TABLE.sub('<w:altChunk r:id="c"/>', body), "c.htm", None
    ),
    "tables within, damaged": lambda body: with_chunk(
        TABLE.sub('<w:altChunk r:id="c"/>', body), "c.docx", b"PK\3\4"
    ),
    "tables within, empty": lambda body: with_chunk(
        TABLE.sub('<w:altChunk r:id="c"/>', body), "c.htm", b"<table/>"
    ),
    "tables within, of another format": lambda body: with_chunk(
        TABLE.sub('<w:altChunk r:id="c"/>', body), "c.rtf", b"{\\rtf1 }"
    ),
    "parts of a larger file": lambda body: word_file(TABLE.sub('<w:subDoc r:id="c"/>', body)),
}
"""What cannot be read, or not in full."""
