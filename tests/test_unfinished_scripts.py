"""No browser runs a script that has no end, and what it would write is no text."""

import pytest

from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawParagraph

WRITES = "<p>来源：</p><script>document.write('云岭市水务局')"


def texts(markup: str) -> list[str]:
    return [one.text for one in read_html(markup).blocks if isinstance(one, RawParagraph)]


@pytest.mark.parametrize("end", ["", ";", "\n", ";\r\n\r\n"])
def test_an_unfinished_script_writes_nothing(end: str) -> None:
    assert texts(WRITES + end) == ["来源："]


@pytest.mark.parametrize("end", ["</script>", ";</SCRIPT >\n", "</script></body></html>"])
def test_a_script_writes_that_ends(end: str) -> None:
    assert texts(WRITES + end) == ["来源：", "云岭市水务局"]
