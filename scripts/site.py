"""Make a small site of the documents, to be read without a network.

    pip install markdown-it-py
    python scripts/site.py site/

Open ``site/index.html``, or put the folder on a web server.  What a document links and the
site does not hold (sources, examples) stays as words.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT: Final = Path(__file__).resolve().parent.parent
INDEX: Final = ROOT / "README.md"
PAGES: Final = (INDEX, *sorted((ROOT / "docs").glob("*.md")), ROOT / "SECURITY.md")
PICTURES: Final = ROOT / "docs" / "screenshots"
_NO_ANCHOR: Final = re.compile(r"[^\w\s-]")
_PAGE: Final = """\
<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.7 sans-serif }}
nav {{ border-bottom: 1px solid #ccc; padding-bottom: .5rem }}
nav a {{ margin-right: 1rem }}
pre {{ background: #f5f5f5; padding: .7rem; overflow-x: auto }}
table {{ border-collapse: collapse }}
td, th {{ border: 1px solid #ccc; padding: .2rem .6rem; text-align: left }}
img {{ max-width: 100% }}
</style>
<nav>{nav}</nav>
<main>{body}</main>
</html>
"""


def main(target: Path) -> None:
    """Write all pages and their pictures."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(PICTURES, target / PICTURES.name, dirs_exist_ok=True)
    nav = "".join(
        f'<a href="{_name(path)}">{escape(_title(path.read_text("utf-8")))}</a>'
        for path in PAGES
    )
    for path in PAGES:
        text = path.read_text("utf-8")
        page = _PAGE.format(title=escape(_title(text)), nav=nav, body=_body(text, path))
        (target / _name(path)).write_text(page, "utf-8")
    print(f"{target / _name(INDEX)}: {len(PAGES)} pages")


def _name(path: Path) -> str:
    return "index.html" if path == INDEX else f"{path.stem}.html"


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")


def _body(text: str, path: Path) -> str:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", _anchor(words.content))
    for one in tokens:
        one.children = [*_led(one.children or [], path)]
    rendered: str = markdown.renderer.render(tokens, markdown.options, {})
    return rendered


def _anchor(heading: str) -> str:
    """Return what a link calls a heading by."""
    return _NO_ANCHOR.sub("", heading).strip().lower().replace(" ", "-")


def _led(tokens: list[Token], path: Path) -> Iterator[Token]:
    """Yield what is in a paragraph, with links and pictures as they lie in the site."""
    linked = True
    for one in tokens:
        if one.type == "image":
            one.attrSet("src", f"{PICTURES.name}/{Path(str(one.attrGet('src'))).name}")
        if one.type == "link_open":
            address = _address(str(one.attrGet("href")), path)
            linked = address is not None
            one.attrSet("href", address or "")
        if linked or one.type not in ("link_open", "link_close"):
            yield one


def _address(written: str, path: Path) -> str | None:
    """Return where a link leads in the site; None for a file that is not in it."""
    if "://" in written or written.startswith("#"):
        return written
    file, mark, anchor = MarkdownIt().normalizeLinkText(written).partition("#")
    found = (path.parent / file).resolve()
    return f"{_name(found)}{mark}{anchor}" if found in PAGES else None


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
