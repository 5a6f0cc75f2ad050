"""Take a document's title apart."""

import re


def agency_in_title(title: str, *, year: re.Pattern[str], name: re.Pattern[str]) -> str:
    """Return the words of a title that are neither its year nor the name of the document.

    What stands after the name (the site in a page title) is left out.
    """
    words = "".join(title.split())
    found = name.search(words)
    before = words[: found.start()] if found else words
    return re.sub(r"[（()）〔〕《》“”、，:：\-—_|]|年度|^关于|关于$", "", year.sub("", before))
