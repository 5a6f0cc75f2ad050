"""Take a document's title apart."""

import re

from govcheck.document.vocabulary import Vocabulary


def agency_in_title(
    title: str, vocabulary: Vocabulary, *, year: re.Pattern[str], name: re.Pattern[str]
) -> str:
    """Return the words of a title that are neither its year nor the name of the document.

    What stands after the name (the site in a page title) is left out.
    """
    words = "".join(title.split())
    found = name.search(words)
    before = words[: found.start()] if found else words
    return vocabulary.pattern("titles.beside_body").sub("", year.sub("", before))
